package io.github.jsonrpcspring.service;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.test.tools.SourceFile;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;

/**
 * Methods with parameters that cannot be sent as they are declared.
 */
final class InvalidParameters {

	private static final String TWICE = "Two parameters of type `JsonRpcCallOptions`, or two of type `HttpHeaders`";

	private static final String NOT_SENT = "`@JsonRpcParam` on `JsonRpcCallOptions` or `HttpHeaders`";

	private static final String NO_PROPERTIES = "`spread = true` on what has no named properties: text, a number, a "
			+ "collection, an array, an `Optional`";

	private static final String NO_VALUE = "A parameter that is no value: `Mono`, `CompletableFuture`, `Stream`, "
			+ "`Iterator`, `Supplier`, `InputStream`, `Resource`, `HttpEntity`, a JSON-RPC message, or options inside another type";

	private InvalidParameters() {
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(
				Mistake.of("Named parameters in an interface that was compiled without `-parameters`",
						"com.example.Unnamed", InvalidParameters::createUnnamed,
						"method call(int, String) sends its arguments by name, but the name of argument 2 "
								+ "is not known",
						"Name it with @JsonRpcParam(\"...\"), or compile with '-parameters'."),
				Mistake.of("Two parameters with the same name", SameName.class,
						"method call(int, int) has two parameters with the name 'a'",
						"Give each parameter a name of its own."),
				twice(TwoOptions.class, "JsonRpcCallOptions"), twice(TwoHeaders.class, "HttpHeaders"),
				notSent(NamedOptions.class, "JsonRpcCallOptions"), notSent(SpreadHeaders.class, "HttpHeaders"),
				Mistake.of("`spread = true` on two parameters", TwoSpreads.class,
						"method call(Object, Object) takes Object as argument 2, the second with "
								+ "@JsonRpcParam(spread = true)",
						"Keep one of them."),
				noProperties(SpreadText.class, "String"), noProperties(SpreadNumber.class, "int"),
				noProperties(SpreadList.class, "List"), noProperties(SpreadArray.class, "Object[]"),
				noProperties(SpreadOptional.class, "Optional"),
				Mistake.of("`spread = true` with a name", SpreadName.class,
						"method call(Object) gives the name 'a' to a parameter that is spread",
						"Use either the name or 'spread = true'."),
				noValue(TakesMono.class, "Mono", Mono.class),
				noValue(TakesFuture.class, "CompletableFuture", CompletableFuture.class),
				noValue(TakesMonos.class, "List", Mono.class), noValue(TakesVariable.class, "Mono[]", Mono.class),
				noValue(TakesActual.class, "Object", Flux.class), noValue(SpreadsMono.class, "Mono", Mono.class),
				noValue(TakesStream.class, "Stream", Stream.class),
				noValue(TakesIterator.class, "Iterator", Iterator.class),
				noValue(TakesEntity.class, "HttpEntity", HttpEntity.class),
				noValue(TakesRequest.class, "JsonRpcRequest", JsonRpcRequest.class),
				noValue(TakesOptional.class, "Optional", JsonRpcCallOptions.class));
	}

	private static void createUnnamed() {
		SourceFile source = SourceFile.of("""
				package com.example;
				import io.github.jsonrpcspring.service.*;
				@JsonRpcClient(params = JsonRpcParamsStyle.NAMED)
				public interface Unnamed {
					void call(@JsonRpcParam("known") int known, String text);
				}
				""");
		TestCompiler.forSystem()
			.withCompilerOptions("-proc:none")
			.compile(source,
					(compiled) -> Clients.create(StubTransport.silent(), compiled.getAllCompiledClasses().get(0)));
	}

	private static Mistake twice(Class<?> type, String name) {
		return Mistake.of(TWICE, type,
				"method call(" + name + ", int, " + name + ") takes " + name + " as argument 3, the second of its type",
				"Keep one of them.");
	}

	private static Mistake notSent(Class<?> type, String name) {
		return Mistake.of(NOT_SENT, type,
				"method call(" + name + ") takes " + name + " as argument 1, which is not sent but has @JsonRpcParam",
				"Remove the annotation.");
	}

	private static Mistake noProperties(Class<?> type, String name) {
		return Mistake.of(NO_PROPERTIES, type,
				"method call(" + name + ") takes " + name
						+ " as argument 1 and spreads it, but it has no named properties",
				"Use @JsonRpcParam(spread = true) on a bean, a record or a map.");
	}

	private static Mistake noValue(Class<?> type, String name, Class<?> unsupported) {
		return Mistake.of(NO_VALUE, type,
				"method call(" + name + ") takes " + name + " as argument 1, but no request can hold a "
						+ unsupported.getName(),
				"Take the values themselves, such as T instead of Mono<T> or List<T> instead of Stream<T>.");
	}

	@JsonRpcClient(params = JsonRpcParamsStyle.NAMED)
	interface SameName {

		void call(int a, @JsonRpcParam("a") int b);

	}

	interface TwoOptions {

		void call(JsonRpcCallOptions one, int value, JsonRpcCallOptions two);

	}

	interface TwoHeaders {

		void call(HttpHeaders one, int value, HttpHeaders two);

	}

	interface NamedOptions {

		void call(@JsonRpcParam("options") JsonRpcCallOptions options);

	}

	interface SpreadHeaders {

		void call(@JsonRpcParam(spread = true) HttpHeaders headers);

	}

	interface TwoSpreads {

		void call(@JsonRpcParam(spread = true) Object one, @JsonRpcParam(spread = true) Object two);

	}

	interface SpreadText {

		void call(@JsonRpcParam(spread = true) String text);

	}

	interface SpreadNumber {

		void call(@JsonRpcParam(spread = true) int number);

	}

	interface SpreadList {

		void call(@JsonRpcParam(spread = true) List<Object> values);

	}

	interface SpreadArray {

		void call(@JsonRpcParam(spread = true) Object... values);

	}

	interface SpreadOptional {

		void call(@JsonRpcParam(spread = true) Optional<Object> value);

	}

	interface SpreadName {

		void call(@JsonRpcParam(value = "a", spread = true) Object value);

	}

	interface TakesMono {

		void call(Mono<String> text);

	}

	interface TakesFuture {

		void call(CompletableFuture<String> text);

	}

	interface TakesMonos {

		void call(List<Mono<String>> texts);

	}

	interface TakesVariable {

		@SuppressWarnings("unchecked")
		void call(Mono<String>... texts);

	}

	interface Takes<T> {

		void call(T value);

	}

	interface TakesActual extends Takes<Flux<String>> {

	}

	interface SpreadsMono {

		void call(@JsonRpcParam(spread = true) Mono<Object> value);

	}

	interface TakesStream {

		void call(Stream<String> texts);

	}

	interface TakesIterator {

		void call(Iterator<String> texts);

	}

	interface TakesEntity {

		void call(HttpEntity<String> entity);

	}

	interface TakesRequest {

		void call(JsonRpcRequest request);

	}

	interface TakesOptional {

		void call(Optional<JsonRpcCallOptions> options);

	}

}
