package io.github.jsonrpcspring.service;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import reactor.core.publisher.Mono;

/**
 * Error mappings that contradict each other, or the method.
 */
final class InvalidErrorMappings {

	private static final String FORM = "Give it either 'code', or 'from' and 'to'.";

	private static final String OPEN = "An error mapping with only `from` or only `to`";

	private static final String EMPTY = "An error mapping whose `from` is not below `to`";

	private static final String RANGE = "Set 'from' to the lowest code and 'to' to the highest one, such as "
			+ "from = -32099, to = -32000.";

	private static final String OVERLAP = "Two error mappings at the same place that overlap";

	private static final String RESPONSE = "An error mapping on a method that returns a `JsonRpcResponse`";

	private InvalidErrorMappings() {
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(
				Mistake.of("An error mapping without a code and without a range", NoCode.class,
						"method call() has an error mapping without a code", FORM),
				Mistake.of("An error mapping with both a code and a range", Both.class,
						"has an error mapping by code and by range", FORM),
				Mistake.of(OPEN, OnlyFrom.class, "method call() has an error mapping with one end of a range", RANGE),
				Mistake.of(OPEN, OnlyTo.class, "method call() has an error mapping with one end of a range", RANGE),
				Mistake.of(EMPTY, Backwards.class, "method call() has an error mapping from 5 to 1, which is no range",
						RANGE),
				Mistake.of(EMPTY, One.class, "method call() has an error mapping from 5 to 5, which is no range",
						RANGE),
				overlap(SameCode.class, "method call() has error mappings that overlap, for 1 and for 1"),
				overlap(SameRange.class,
						"has error mappings that overlap, for -32099 to -32000 and for -32050 to -31000"),
				Mistake.of("A mapping to a checked exception that the method does not declare", Undeclared.class,
						"method call() maps an error to java.io.IOException, a checked exception that it does not "
								+ "declare",
						"Add it to the 'throws' clause, or map to an unchecked exception."),
				Mistake.of("A mapping of the interface to a checked exception that no method declares",
						NobodyDeclares.class,
						"maps an error to java.io.IOException, a checked exception that none of its methods declares",
						"Add it to the 'throws' clause of the methods that may throw it, or map to an unchecked one."),
				response(Response.class), response(MonoOfResponse.class), response(FutureOfResponse.class));
	}

	private static Mistake overlap(Class<?> type, String reason) {
		return Mistake.of(OVERLAP, type, reason,
				"Map each code to one exception; a single code may stand beside a range that holds it.");
	}

	private static Mistake response(Class<?> type) {
		return Mistake.of(RESPONSE, type,
				"method call() returns a JsonRpcResponse, which holds errors, so that none is mapped to an exception",
				"Remove @JsonRpcErrorMapping, or return the type of the result.");
	}

	interface NoCode {

		@JsonRpcErrorMapping(exception = IllegalStateException.class)
		void call();

	}

	@JsonRpcErrorMapping(code = 1, from = 1, to = 5, exception = IllegalStateException.class)
	interface Both {

		void call();

	}

	interface OnlyFrom {

		@JsonRpcErrorMapping(from = 1, exception = IllegalStateException.class)
		void call();

	}

	interface OnlyTo {

		@JsonRpcErrorMapping(to = 1, exception = IllegalStateException.class)
		void call();

	}

	interface Backwards {

		@JsonRpcErrorMapping(from = 5, to = 1, exception = IllegalStateException.class)
		void call();

	}

	interface One {

		@JsonRpcErrorMapping(from = 5, to = 5, exception = IllegalStateException.class)
		void call();

	}

	interface SameCode {

		@JsonRpcErrorMapping(code = { 1, 2 }, exception = IllegalStateException.class)
		@JsonRpcErrorMapping(code = 1, exception = IllegalArgumentException.class)
		void call();

	}

	@JsonRpcErrorMapping(from = -32099, to = -32000, exception = IllegalStateException.class)
	@JsonRpcErrorMapping(code = -32001, exception = IllegalArgumentException.class)
	@JsonRpcErrorMapping(from = -32050, to = -31000, exception = IllegalArgumentException.class)
	interface SameRange {

		void call();

	}

	interface Undeclared {

		@JsonRpcErrorMapping(code = 1, exception = IOException.class)
		void call() throws InterruptedException;

	}

	@JsonRpcErrorMapping(code = 1, exception = IOException.class)
	interface NobodyDeclares {

		void call();

	}

	interface Response {

		@JsonRpcErrorMapping(code = 1, exception = IllegalStateException.class)
		JsonRpcResponse call();

	}

	interface MonoOfResponse {

		@JsonRpcErrorMapping(code = 1, exception = IllegalStateException.class)
		Mono<JsonRpcResponse> call();

	}

	interface FutureOfResponse {

		@JsonRpcErrorMapping(code = 1, exception = IllegalStateException.class)
		CompletableFuture<JsonRpcResponse> call();

	}

}
