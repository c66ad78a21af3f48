package io.github.jsonrpcspring.client;

import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for translators of errors, and for customizers that would add them.
 */
class ExceptionTranslatorTests {

	private final StubTransport server = StubTransport
		.server((request) -> request.method().equals("m") ? "m" : new JsonRpcError(-32004, request.method()));

	private final List<String> asked = new ArrayList<>();

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server)
		.exceptionTranslator(translator("first"))
		.exceptionTranslator(translator("second"))
		.exceptionTranslator(translator("third"))
		.build();

	private JsonRpcExceptionTranslator translator(String name) {
		return (error) -> {
			this.asked.add(name);
			return error.errorMessage().equals(name) ? new NotFoundException(name, error) : null;
		};
	}

	@ParameterizedTest
	@EnumSource
	void firstThatReturnsAnExceptionDecides(Style style) {
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> style.call(this.rpc, "second"))
			.withMessage("second")
			.withCauseInstanceOf(JsonRpcServerErrorException.class);
		assertThat(this.asked).containsExactly("first", "second");
	}

	@ParameterizedTest
	@EnumSource
	void errorThatNobodyTranslatesIsThrownAsItIs(Style style) {
		assertThatExceptionOfType(JsonRpcServerErrorException.class).isThrownBy(() -> style.call(this.rpc, "other"));
		assertThat(this.asked).containsExactly("first", "second", "third");
	}

	@ParameterizedTest
	@EnumSource
	void everyWayThatThrowsIsTranslated(Style style) {
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> style.request(this.rpc, "first", String.class));
		StubTransport refusing = StubTransport
			.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32004,\"message\":\"first\"},\"id\":null}");
		JsonRpcTemplate other = JsonRpcTemplate.builder(refusing).exceptionTranslator(translator("first")).build();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> style.retrieveOptional(other, (call) -> call.params(1), String.class));
	}

	@ParameterizedTest
	@EnumSource
	void entryOfABatchIsTranslated(Style style) {
		Style.Batch batch = style.batch(this.rpc);
		JsonRpcBatchCall<String> ok = batch.add("m", String.class);
		JsonRpcBatchCall<String> fail = batch.add("third", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.get(ok)).isEqualTo("m");
		assertThat(result.error(fail)).isInstanceOf(NotFoundException.class);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> result.get(fail));
	}

	@ParameterizedTest
	@EnumSource
	void errorOfAWholeBatchIsTranslated(Style style) {
		StubTransport refusing = StubTransport
			.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32004,\"message\":\"first\"},\"id\":null}");
		Style.Batch batch = style
			.batch(JsonRpcTemplate.builder(refusing).exceptionTranslator(translator("first")).build());
		batch.add("m", String.class);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(batch::execute);
	}

	@ParameterizedTest
	@EnumSource
	void errorThatRefusesANotificationIsTranslated(Style style) {
		StubTransport refusing = StubTransport.http(400, HttpHeaders.EMPTY,
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32004,\"message\":\"first\"},\"id\":null}");
		JsonRpcTemplate other = JsonRpcTemplate.builder(refusing).exceptionTranslator(translator("first")).build();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> style.notify(other, "m"));
	}

	@ParameterizedTest
	@EnumSource
	void sendAsksNoTranslator(Style style) {
		assertThat(style.send(this.rpc, JsonRpcRequest.of("first").build())).isNotNull()
			.satisfies((response) -> assertThat(response.isError()).isTrue());
		assertThat(this.asked).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void otherFailuresAreNotTranslated(Style style) {
		JsonRpcTemplate broken = JsonRpcTemplate.builder(StubTransport.json("nonsense"))
			.exceptionTranslator(translator("first"))
			.build();
		assertThatExceptionOfType(JsonRpcParseException.class).isThrownBy(() -> style.call(broken, "m"));
		assertThat(this.asked).isEmpty();
	}

	@Test
	void customizerChangesTheBuilderOfAClient() {
		JsonRpcTemplateCustomizer customizer = (client, builder) -> builder.name(client + "-changed")
			.exceptionTranslator(translator("first"));
		JsonRpcTemplate.Builder builder = JsonRpcTemplate.builder(this.server);
		customizer.customize("calculator", builder);
		JsonRpcTemplate customized = builder.build();
		assertThat(customized.settings().name()).isEqualTo("calculator-changed");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> customized.call("first"));
	}

	@SuppressWarnings("serial")
	static final class NotFoundException extends RuntimeException {

		NotFoundException(String message, Throwable cause) {
			super(message, cause);
		}

	}

}
