package io.github.jsonrpcspring.client.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcIdMismatchException;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a call is expected to end with: a result, or an exception of exactly one type
 * whose message holds some words.
 */
record Expected(Object value, Class<? extends RuntimeException> failure, List<String> words,
		Consumer<RuntimeException> further) {

	static Expected value(Object value) {
		return new Expected(value, null, List.of(), (ex) -> {
		});
	}

	static Expected failure(Class<? extends RuntimeException> type, String... words) {
		return new Expected(null, type, Arrays.stream(words).map(Json::of).toList(), (ex) -> {
		});
	}

	static Expected invalid(String... words) {
		return failure(JsonRpcInvalidResponseException.class, words);
	}

	static Expected notJson(String... words) {
		return failure(JsonRpcParseException.class, words);
	}

	static Expected transport(int status, String... words) {
		return failure(JsonRpcTransportException.class, words).and((ex) -> {
			JsonRpcTransportException failure = (JsonRpcTransportException) ex;
			assertThat(failure.status().value()).isEqualTo(status);
			assertThat(failure).hasMessageContaining("HTTP " + status);
		});
	}

	static Expected mismatch(String expected, String actual) {
		return failure(JsonRpcIdMismatchException.class, "instead of " + expected,
				"the id of the answer is " + (actual.isEmpty() ? "missing" : actual))
			.and((ex) -> {
				JsonRpcIdMismatchException failure = (JsonRpcIdMismatchException) ex;
				assertThat(failure.expected()).hasToString(Json.of(expected));
				assertThat(Objects.toString(failure.actual(), "")).isEqualTo(Json.of(actual));
			});
	}

	static Expected error(long code, String message) {
		return error(JsonRpcErrorException.class, code, message);
	}

	static Expected error(Class<? extends JsonRpcErrorException> type, long code, String message) {
		return failure(type, String.valueOf(code), message).andError((ex) -> {
			assertThat(ex.hasCode()).isTrue();
			assertThat(ex.code()).isEqualTo(code);
			assertThat(ex.errorMessage()).isEqualTo(message);
		});
	}

	static Expected errorWithoutCode(String message, String raw) {
		return failure(JsonRpcErrorException.class, message, "without a code").andError((ex) -> {
			assertThat(ex.hasCode()).isFalse();
			assertThat(ex.code()).isZero();
			assertThat(ex.errorMessage()).isEqualTo(message);
			assertThat(ex.error().raw()).hasToString(Json.of(raw));
		});
	}

	Expected and(Consumer<RuntimeException> more) {
		return new Expected(this.value, this.failure, this.words, this.further.andThen(more));
	}

	Expected andError(Consumer<JsonRpcErrorException> more) {
		return and((ex) -> more.accept((JsonRpcErrorException) ex));
	}

	/**
	 * Return whether the answer counts as one: it has a result, or an error of the
	 * server.
	 */
	boolean isAccepted() {
		return this.failure == null || JsonRpcErrorException.class.isAssignableFrom(this.failure);
	}

}
