package io.github.jsonrpcspring.client.wire;

import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What each way to ask for a result makes of {@code "result": null}.
 */
class NullResultTests {

	private static final ParameterizedTypeReference<Map<String, Integer>> MAP = new ParameterizedTypeReference<>() {
	};

	private WireServer server;

	private JsonRpcTemplate client;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
		this.server.answering(
				(request) -> RawAnswer.json(request.text().replaceAll("\"method\".*\"id\"", "\"result\":null,\"id\"")));
		this.client = this.server.client();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	void row4RetrieveIsNull() {
		assertThat(this.client.method("get").retrieve(Integer.class)).isNull();
		assertThat(this.client.method("get").retrieve(MAP)).isNull();
	}

	@Test
	void row4RetrieveOptionalIsEmpty() {
		assertThat(this.client.method("get").retrieveOptional(Integer.class)).isEmpty();
		assertThat(this.client.method("get").retrieveOptional(MAP)).isEmpty();
	}

	@Test
	void row4RequestAndRetrieveRequiredFail() {
		assertFails(() -> this.client.request("get", Integer.class), Integer.class.getName());
		assertFails(() -> this.client.request("get", MAP), "Map");
		assertFails(() -> this.client.method("get").retrieveRequired(Integer.class), Integer.class.getName());
		assertFails(() -> this.client.method("get").retrieveRequired(MAP), "Map");
	}

	@Test
	void row4APrimitiveFails() {
		assertFails(() -> this.client.request("get", int.class), "int");
		assertFails(() -> this.client.method("get").retrieve(boolean.class), "boolean");
	}

	private void assertFails(ThrowingCallable call, String type) {
		assertThatExceptionOfType(JsonRpcResultConversionException.class).isThrownBy(call)
			.withMessageContainingAll("Client 'wire', method 'get', id ", "does not fit", type)
			.satisfies(WireServer::assertNoSecret);
	}

	@Test
	void row4MonoIsEmpty() {
		StepVerifier.create(this.client.reactive().method("get").retrieve(Integer.class))
			.expectComplete()
			.verify(Await.PATIENCE);
		StepVerifier.create(this.client.reactive().method("get").retrieve(MAP)).expectComplete().verify(Await.PATIENCE);
	}

	@Test
	void row4MonoOfOptionalHoldsAnEmptyOne() {
		StepVerifier.create(this.client.reactive().method("get").retrieveOptional(Integer.class))
			.assertNext((result) -> assertThat(result).isEmpty())
			.expectComplete()
			.verify(Await.PATIENCE);
	}

	@Test
	void row4RequiredMonoFails() {
		assertFails(this.client.reactive().request("get", Integer.class));
		assertFails(this.client.reactive().method("get").retrieveRequired(MAP));
	}

	private void assertFails(Mono<?> mono) {
		StepVerifier.create(mono)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(JsonRpcResultConversionException.class)
				.hasMessageContaining("method 'get'"))
			.verify(Await.PATIENCE);
	}

	@Test
	void row4TheResponseTellsNullFromAbsent() {
		assertThat(this.client.method("get").retrieveResponse().result().isNull()).isTrue();
	}

	@Test
	void row4CallCompletes() {
		this.client.call("get");
		StepVerifier.create(this.client.reactive().call("get")).expectComplete().verify(Await.PATIENCE);
		assertThat(this.server.bodies()).hasSize(2);
	}

}
