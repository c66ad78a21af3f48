package io.github.jsonrpcspring.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * What looks like a mistake in an interface and is none.
 */
class ValidInterfaceTests {

	private final StubTransport transport = StubTransport.server((request) -> null);

	@Test
	void anyValueIsSentAndReceived() {
		assertThatCode(() -> Clients.create(this.transport, Values.class)).doesNotThrowAnyException();
	}

	@Test
	void aParameterMayBeATypeVariableOfTheMethod() {
		Clients.create(this.transport, Values.class).generic("a", List.of("b"));
		assertThat(this.transport.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"generic\",\"params\":[\"a\",[\"b\"]],\"id\":1}");
	}

	@Test
	void aParameterOfAGenericParentMayBeOptions() {
		Clients.create(this.transport, Actual.class).call(1, JsonRpcCallOptions.builder().id("own").build());
		assertThat(this.transport.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"call\",\"params\":[1],\"id\":\"own\"}");
	}

	@Test
	void aMethodMayBeInheritedTwiceWhereBothMeanTheSame() {
		Clients.create(this.transport, TwoParents.class).call();
		assertThat(this.transport.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"call\",\"id\":1}");
	}

	@Test
	void aMethodThatIsInheritedTwiceMayBeDeclaredAgain() {
		Clients.create(this.transport, Declared.class).call();
		assertThat(this.transport.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"mine\",\"id\":1}");
	}

	@Test
	void anObjectMayStandBesidePositionalParametersInVersion1() {
		assertThatCode(
				() -> Clients.create(this.transport, Mixed.class, (builder) -> builder.version(JsonRpcVersion.V1_0)))
			.doesNotThrowAnyException();
	}

	interface Values {

		Object anything(Object value);

		List<?> unknown(Iterable<?> values);

		Collection<? extends Number> numbers(int[] one, String... others);

		Mono<?> later(JsonNode node);

		CompletableFuture<Map<String, List<Integer>>> nested(Map<String, Object> value);

		<T extends Comparable<T>> void generic(T value, List<? super T> values);

		void spreadObject(@JsonRpcParam(spread = true) Object value);

		void spreadNode(@JsonRpcParam(spread = true) ObjectNode value);

		void spreadMap(@JsonRpcParam(spread = true) Map<String, List<String>> value);

		static int constant() {
			return 1;
		}

	}

	interface Generic<O> {

		void call(int value, O options);

	}

	interface Actual extends Generic<JsonRpcCallOptions> {

	}

	interface One {

		void call();

	}

	interface Other {

		void call();

	}

	interface Different {

		@JsonRpcMethod("different")
		void call();

	}

	interface TwoParents extends One, Other {

	}

	interface Declared extends One, Different {

		@Override
		@JsonRpcMethod("mine")
		void call();

	}

	interface Mixed {

		void call(int value, @JsonRpcParam(spread = true) Object object);

	}

}
