package io.github.jsonrpcspring.service;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;

/**
 * Methods that return what no result can be.
 */
final class InvalidResults {

	private static final String RAW = "A return type `Mono`, `Flux`, `Stream`, `CompletableFuture` or `Optional` without a "
			+ "type argument";

	private static final String VARIABLE = "A return type with a type variable of the method";

	private static final String UNREADABLE = "A return type that no result can be read as: `IntStream`, `Iterator`, "
			+ "`Future`, `Publisher`, `ResponseEntity`, a batch, or one of these inside another type";

	private static final String NOTIFICATION = "A notification that returns a value";

	private InvalidResults() {
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(raw(RawMono.class, "Mono"), raw(RawFlux.class, "Flux"),
				raw(RawFuture.class, "CompletableFuture"), raw(RawOptional.class, "Optional"), variable(Variable.class),
				variable(Variables.class), variable(VariableArray.class), variable(Wildcard.class),
				raw(AStream.class, "Stream"), unreadable(AnIterator.class, Iterator.class),
				unreadable(AFuture.class, Future.class), unreadable(AStage.class, CompletionStage.class),
				unreadable(APublisher.class, Publisher.class), unreadable(AFlowPublisher.class, Flow.Publisher.class),
				unreadable(AnEntity.class, ResponseEntity.class), unreadable(AnError.class, JsonRpcError.class),
				unreadable(ABatch.class, JsonRpcBatchResponse.class), unreadable(Monos.class, Mono.class),
				unreadable(MonoArray.class, Mono.class), unreadable(MonoInMono.class, Mono.class),
				unreadable(MonoInMap.class, Mono.class), unreadable(MonoInFlux.class, Mono.class),
				unreadable(FluxInFuture.class, Flux.class), unreadable(ActualStream.class, IntStream.class),
				unreadable(OptionalResponse.class, JsonRpcResponse.class), notification(Blocking.class, "int"),
				notification(OfMono.class, "String"), notification(OfFuture.class, "String"),
				notification(OfFlux.class, "Flux"), notification(OfResponse.class, "JsonRpcResponse"));
	}

	private static Mistake raw(Class<?> type, String name) {
		return Mistake.of(RAW, type, "method call() returns " + name + " without saying of what",
				"Return " + name + "<T> with an actual type.");
	}

	private static Mistake variable(Class<?> type) {
		return Mistake.of(VARIABLE, type, "method call() returns the type parameter T, which is known to callers only",
				"Return an actual type, or JsonRpcResponse and convert its result.");
	}

	private static Mistake unreadable(Class<?> type, Class<?> unsupported) {
		return Mistake.of(UNREADABLE, type,
				"method call() returns a type that no result can be read as: " + unsupported.getName(),
				"Return a type that Jackson can read, void, Optional<T>, CompletableFuture<T>, Mono<T>, Flux<E> or "
						+ "Stream<E> over an array, or JsonRpcResponse.");
	}

	private static Mistake notification(Class<?> type, String result) {
		return Mistake.of(NOTIFICATION, type,
				"method call() is a notification, which is not answered, but returns " + result,
				"Return void, Mono<Void> or CompletableFuture<Void>, or remove @JsonRpcNotification.");
	}

	interface RawMono {

		@SuppressWarnings("rawtypes")
		Mono call();

	}

	interface RawFlux {

		@SuppressWarnings("rawtypes")
		Flux call();

	}

	interface RawFuture {

		@SuppressWarnings("rawtypes")
		CompletableFuture call();

	}

	interface RawOptional {

		@SuppressWarnings("rawtypes")
		Optional call();

	}

	interface Variable {

		@SuppressWarnings("TypeParameterUnusedInFormals")
		<T> T call();

	}

	interface Variables {

		<T> Map<String, List<T>> call();

	}

	interface VariableArray {

		<T> List<T>[] call();

	}

	interface Wildcard {

		<T> Mono<? extends T> call();

	}

	interface AStream {

		@SuppressWarnings("rawtypes")
		Stream call();

	}

	interface AnIterator {

		Iterator<String> call();

	}

	interface AFuture {

		Future<String> call();

	}

	interface AStage {

		CompletionStage<String> call();

	}

	interface APublisher {

		Publisher<String> call();

	}

	interface AFlowPublisher {

		Flow.Publisher<String> call();

	}

	interface AnEntity {

		ResponseEntity<String> call();

	}

	interface AnError {

		JsonRpcError call();

	}

	interface ABatch {

		JsonRpcBatchResponse call();

	}

	interface Monos {

		List<Mono<String>> call();

	}

	interface MonoArray {

		Mono<String>[] call();

	}

	interface MonoInMono {

		Mono<Mono<String>> call();

	}

	interface MonoInMap {

		Map<String, List<Mono<String>>> call();

	}

	interface MonoInFlux {

		Flux<Mono<String>> call();

	}

	interface FluxInFuture {

		CompletableFuture<Flux<String>> call();

	}

	interface Returns<T> {

		T call();

	}

	interface ActualStream extends Returns<IntStream> {

	}

	interface OptionalResponse {

		Optional<JsonRpcResponse> call();

	}

	interface Blocking {

		@JsonRpcNotification
		int call();

	}

	interface OfMono {

		@JsonRpcNotification
		Mono<String> call();

	}

	interface OfFuture {

		@JsonRpcNotification
		CompletableFuture<String> call();

	}

	interface OfFlux {

		@JsonRpcNotification
		Flux<Void> call();

	}

	interface OfResponse {

		@JsonRpcNotification
		JsonRpcResponse call();

	}

}
