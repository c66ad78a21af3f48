package io.github.jsonrpcspring.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Where two rules for interfaces meet.
 */
class ServiceEdgeTests {

	private final StubTransport transport = StubTransport
		.server((request) -> new JsonRpcError(1, "interrupted over there", null));

	@Test
	void aPropertyOfASpreadObjectMustNotReplaceAnArgument() {
		Spreading spreading = Clients.create(this.transport, Spreading.class);
		assertThatIllegalArgumentException().isThrownBy(() -> spreading.map(42, Map.of("id", 7)))
			.withMessage("The argument 'id' is also a property of the object that is spread: send it only once");
		assertThatIllegalArgumentException().isThrownBy(() -> spreading.bean(42, new Query(7, "Tom")));
		assertThat(this.transport.sent()).isEmpty();
	}

	@Test
	void aNamedStyleWithoutArgumentsIsFineForVersion1() {
		StubTransport server = StubTransport.server((request) -> 5);
		assertThat(Clients.create(server, Counting.class, (builder) -> builder.version(JsonRpcVersion.V1_0)).count())
			.isEqualTo(5);
		assertThat(server.sent()).containsExactly("{\"method\":\"count\",\"params\":[],\"id\":1}");
	}

	@Test
	void anErrorMappedToInterruptedExceptionInterruptsNobody() {
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> Clients.create(this.transport, Interrupted.class).call())
			.withMessage("interrupted over there")
			.withCauseInstanceOf(JsonRpcErrorException.class);
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void anExceptionOfTheJdkMayBeMappedByItsPublicConstructor() {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> Clients.create(this.transport, Completing.class).call())
			.withMessage("interrupted over there");
	}

	@Test
	void anExceptionOfAnotherPackageNeedsAPublicConstructor() {
		assertThatExceptionOfType(InvalidJsonRpcClientException.class)
			.isThrownBy(() -> Clients.create(this.transport, Foreign.class))
			.withMessageContaining("JsonRpcTimeoutException, which has no constructor that an error can fill");
	}

	@Test
	void dataThatNobodyCanCreateIsNoData() {
		assertThatExceptionOfType(InvalidJsonRpcClientException.class)
			.isThrownBy(() -> Clients.create(this.transport, AbstractData.class))
			.withMessageContaining("which has no constructor that an error can fill");
	}

	@Test
	void enumsAndNumbersOfTheApplicationHaveHints() {
		RuntimeHints hints = new RuntimeHints();
		JsonRpcServiceRuntimeHints.forTypes(Bound.class).registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.reflection().onType(Color.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Hex.class)).accepts(hints);
	}

	record Query(int id, String name) {
	}

	@JsonRpcClient(params = JsonRpcParamsStyle.NAMED)
	interface Spreading {

		void map(int id, @JsonRpcParam(spread = true) Map<String, Object> query);

		void bean(int id, @JsonRpcParam(spread = true) Query query);

	}

	@JsonRpcClient(params = JsonRpcParamsStyle.NAMED)
	interface Counting {

		int count();

	}

	interface Interrupted {

		@JsonRpcErrorMapping(code = 1, exception = InterruptedException.class)
		void call() throws InterruptedException;

	}

	interface Completing {

		@JsonRpcErrorMapping(code = 1, exception = CompletionException.class)
		void call();

	}

	interface Foreign {

		@JsonRpcErrorMapping(code = 1, exception = JsonRpcTimeoutException.class)
		void call();

	}

	interface AbstractData {

		@JsonRpcErrorMapping(code = 1, exception = WithAbstractData.class)
		void call();

	}

	static final class WithAbstractData extends RuntimeException {

		private static final long serialVersionUID = 1L;

		WithAbstractData(Runnable data) {
			super(data.toString());
		}

	}

	interface Bound {

		Color color();

		List<Hex> all();

	}

	enum Color {

		@JsonProperty("red")
		RED

	}

	static final class Hex extends Number {

		private static final long serialVersionUID = 1L;

		private final long value;

		@JsonCreator
		Hex(String text) {
			this.value = Long.decode(text);
		}

		@Override
		public int intValue() {
			return (int) this.value;
		}

		@Override
		public long longValue() {
			return this.value;
		}

		@Override
		public float floatValue() {
			return this.value;
		}

		@Override
		public double doubleValue() {
			return this.value;
		}

	}

}
