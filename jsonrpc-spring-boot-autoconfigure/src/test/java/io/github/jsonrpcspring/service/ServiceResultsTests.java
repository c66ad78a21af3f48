package io.github.jsonrpcspring.service;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a method gives back.
 */
class ServiceResultsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final List<Map<String, Object>> CATS = List.of(Map.of("name", "Tom", "age", 3),
			Map.of("name", "Kit", "age", 1));

	private static final JsonRpcError ERROR = new JsonRpcError(JsonRpcError.METHOD_NOT_FOUND, "no such method", null);

	@Test
	void aResultHasTheDeclaredType() {
		assertThat(answering(5).primitive()).isEqualTo(5);
		assertThat(answering(true).flag()).isTrue();
		assertThat(answering(5).wrapper()).isEqualTo(5);
		assertThat(answering(new BigDecimal("0.10")).decimal()).isEqualTo(new BigDecimal("0.10"));
		assertThat(answering(CATS.get(0)).cat()).isEqualTo(new Cat("Tom", 3));
		assertThat(answering(CATS).cats()).containsExactly(new Cat("Tom", 3), new Cat("Kit", 1));
		assertThat(answering(CATS).array()).containsExactly(new Cat("Tom", 3), new Cat("Kit", 1));
		assertThat(answering(List.of(1, 2)).numbers()).containsExactly(1, 2);
		assertThat(answering(Map.of("home", CATS)).byPlace())
			.isEqualTo(Map.of("home", List.of(new Cat("Tom", 3), new Cat("Kit", 1))));
		assertThat(answering(Map.of("a", 1)).tree().get("a").intValue()).isEqualTo(1);
		assertThat(answering(List.of("x")).anything()).isEqualTo(List.of("x"));
		assertThat(answering(7).optionalInt()).hasValue(7);
	}

	@Test
	void nullIsNullOrEmpty() {
		Results results = answering(null);
		assertThat(results.wrapper()).isNull();
		assertThat(results.cat()).isNull();
		assertThat(results.cats()).isNull();
		assertThat(results.optional()).isEmpty();
		assertThat(results.optionalInt()).isEmpty();
		assertThat(results.mono().blockOptional(PATIENCE)).isEmpty();
		assertThat(results.monoOfOptional().block(PATIENCE)).isEmpty();
		assertThat(results.future().join()).isNull();
		assertThat(results.futureOfOptional().join()).isEmpty();
		StepVerifier.create(results.flux()).expectComplete().verify(PATIENCE);
	}

	@Test
	void nullIsRefusedForAPrimitive() {
		assertNullRefused(() -> answering(null).primitive(), "primitive", "int");
		assertNullRefused(() -> answering(null).flag(), "flag", "boolean");
	}

	@Test
	void nullIsRefusedForAPrimitiveWhateverTheMapperDoes() {
		JsonMapper lax = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
		Results results = Clients.create(StubTransport.server((request) -> null), Results.class,
				(builder) -> builder.jsonMapper(lax));
		assertNullRefused(results::primitive, "primitive", "int");
	}

	private static void assertNullRefused(ThrowingCallable call, String method, String type) {
		assertThatExceptionOfType(JsonRpcResultConversionException.class).isThrownBy(call)
			.withMessage("Client 'stub', method '" + method + "', id 1: the result does not fit " + type
					+ ": it is null, which no primitive can hold; a wrapper type or an Optional can");
	}

	@Test
	void optionalsFuturesAndPublishersHoldTheResult() {
		assertThat(answering(CATS.get(0)).optional()).contains(new Cat("Tom", 3));
		assertThat(answering(CATS.get(0)).mono().block(PATIENCE)).isEqualTo(new Cat("Tom", 3));
		assertThat(answering(CATS.get(0)).monoOfOptional().block(PATIENCE)).contains(new Cat("Tom", 3));
		assertThat(answering(CATS.get(0)).future().join()).isEqualTo(new Cat("Tom", 3));
		assertThat(answering(CATS.get(0)).futureOfOptional().join()).contains(new Cat("Tom", 3));
		StepVerifier.create(answering(CATS).flux())
			.expectNext(new Cat("Tom", 3), new Cat("Kit", 1))
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void aFluxHonoursDemand() {
		StepVerifier.create(answering(CATS).flux(), 1)
			.expectNext(new Cat("Tom", 3))
			.thenRequest(1)
			.expectNext(new Cat("Kit", 1))
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void aNullElementOfAFluxIsAnError() {
		StepVerifier.create(answering(Arrays.asList(CATS.get(0), null)).flux())
			.expectNext(new Cat("Tom", 3))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(JsonRpcResultConversionException.class)
				.hasMessage("Client 'stub', method 'flux', id 1: the result at /1 does not fit " + Cat.class.getName()
						+ ": it is null, which no Flux can signal; a List can hold that"))
			.verify(PATIENCE);
	}

	@Test
	void aFluxNeedsAnArray() {
		StepVerifier.create(answering("x").flux()).expectError(JsonRpcResultConversionException.class).verify(PATIENCE);
	}

	@Test
	void aVoidMethodWaitsAndThrows() {
		StubTransport transport = StubTransport.server((request) -> "done");
		Clients.create(transport, Results.class).nothing();
		assertThat(transport.sent()).hasSize(1).allMatch((json) -> json.contains("\"id\":1"));
		assertThatExceptionOfType(JsonRpcMethodNotFoundException.class).isThrownBy(() -> answering(ERROR).nothing())
			.withMessageContaining("Client 'stub', method 'nothing', id 1: error -32601: no such method");
		StepVerifier.create(answering("done").monoOfNothing()).expectComplete().verify(PATIENCE);
		StepVerifier.create(answering(ERROR).monoOfNothing())
			.expectError(JsonRpcMethodNotFoundException.class)
			.verify(PATIENCE);
		assertThat(answering("done").futureOfNothing().join()).isNull();
	}

	@Test
	void onlyTheAnnotationMakesANotification() {
		StubTransport transport = StubTransport.server((request) -> null);
		Results results = Clients.create(transport, Results.class);
		results.log("a");
		results.logLater("b").block(PATIENCE);
		results.logFuture("c").join();
		assertThat(transport.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"log\",\"params\":[\"a\"]}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"log\",\"params\":[\"b\"]}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"logFuture\",\"params\":[\"c\"]}");
	}

	@Test
	void aResponseMayBeAnError() {
		JsonRpcResponse response = answering(ERROR).response();
		assertThat(response.isError()).isTrue();
		assertThat(response.error().message()).isEqualTo("no such method");
		assertThat(answering(5).response().resultAs(Integer.class)).isEqualTo(5);
		assertThat(answering(ERROR).monoOfResponse().block(PATIENCE).isError()).isTrue();
		assertThat(answering(ERROR).futureOfResponse().join().isError()).isTrue();
	}

	@Test
	void anErrorIsThrownOrSignalled() {
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> answering(ERROR).cat());
		StepVerifier.create(answering(ERROR).mono()).expectError(JsonRpcErrorException.class).verify(PATIENCE);
		StepVerifier.create(answering(ERROR).flux()).expectError(JsonRpcErrorException.class).verify(PATIENCE);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> answering(ERROR).future().join())
			.withCauseInstanceOf(JsonRpcErrorException.class);
	}

	@Test
	void aMonoAndAFluxAreSentForEachSubscriptionAndNotBefore() {
		StubTransport transport = StubTransport.server((request) -> List.of());
		Results results = Clients.create(transport, Results.class);
		Mono<Void> mono = results.monoOfNothing();
		Flux<Cat> flux = results.flux();
		assertThat(transport.sent()).isEmpty();
		mono.block(PATIENCE);
		mono.block(PATIENCE);
		flux.blockLast(PATIENCE);
		assertThat(transport.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"monoOfNothing\",\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"monoOfNothing\",\"id\":2}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"flux\",\"id\":3}");
	}

	@Test
	void aStreamIsSentAtOnceAndReadToItsEnd() {
		StubTransport transport = StubTransport.server((request) -> List.of(Map.of("name", "Tom")));
		try (Stream<Map<String, String>> stream = Clients.create(transport, Results.class).stream()) {
			assertThat(transport.sent()).hasSize(1);
			assertThat(stream).containsExactly(Map.of("name", "Tom"));
		}
		try (Stream<Map<String, String>> stream = Clients.create(StubTransport.server((request) -> null), Results.class)
			.stream()) {
			assertThat(stream).isEmpty();
		}
	}

	@Test
	void aFutureIsSentAtOnceAndCancelled() {
		StubTransport transport = StubTransport.silent();
		CompletableFuture<Cat> future = Clients.create(transport, Results.class).future();
		assertThat(transport.sent()).hasSize(1);
		assertThat(future.cancel(true)).isTrue();
		assertThat(future).isCancelled();
	}

	@Test
	void badArgumentsAreSignalledByAMono() {
		Mono<Void> mono = answering(null).spread(new Unwritable());
		StepVerifier.create(mono)
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(IllegalArgumentException.class))
			.verify(PATIENCE);
	}

	@Test
	void aResultThatDoesNotFitNamesTypeAndPath() {
		assertThatExceptionOfType(JsonRpcResultConversionException.class)
			.isThrownBy(() -> answering(Map.of("home", List.of(Map.of("age", "old")))).byPlace())
			.withMessageContaining("method 'byPlace', id 1: the result at /home/0/age does not fit")
			.withMessageContaining("java.util.Map<java.lang.String,java.util.List<" + Cat.class.getName());
	}

	private static Results answering(@Nullable Object result) {
		return Clients.create(StubTransport.server((request) -> result), Results.class);
	}

	record Cat(String name, int age) {
	}

	record Unwritable() {

		@JsonValue
		String text() {
			return "a text has no properties";
		}

	}

	interface Results {

		int primitive();

		boolean flag();

		@Nullable Integer wrapper();

		BigDecimal decimal();

		@Nullable Cat cat();

		List<Cat> cats();

		Cat[] array();

		int[] numbers();

		Map<String, List<Cat>> byPlace();

		JsonNode tree();

		Object anything();

		OptionalInt optionalInt();

		Optional<Cat> optional();

		Mono<Cat> mono();

		Mono<Optional<Cat>> monoOfOptional();

		CompletableFuture<Cat> future();

		CompletableFuture<Optional<Cat>> futureOfOptional();

		Flux<Cat> flux();

		Stream<Map<String, String>> stream();

		void nothing();

		Mono<Void> monoOfNothing();

		CompletableFuture<Void> futureOfNothing();

		@JsonRpcNotification
		void log(String text);

		@JsonRpcNotification
		@JsonRpcMethod("log")
		Mono<Void> logLater(String text);

		@JsonRpcNotification
		CompletableFuture<Void> logFuture(String text);

		JsonRpcResponse response();

		Mono<JsonRpcResponse> monoOfResponse();

		CompletableFuture<JsonRpcResponse> futureOfResponse();

		Mono<Void> spread(@JsonRpcParam(spread = true) Unwritable argument);

	}

}
