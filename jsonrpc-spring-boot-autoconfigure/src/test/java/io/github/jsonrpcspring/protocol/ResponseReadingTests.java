package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * The rows of the wire-level cases about the form of a response, at every level of
 * validation and for a request of either version or an unknown one. Ids are compared
 * elsewhere.
 */
class ResponseReadingTests {

	private static final String ERROR = "{\"code\":-32601,\"message\":\"no\"}";

	/**
	 * The levels at which an answer is accepted, for a request of version 1.0, of version
	 * 2.0, and of a version that is not known.
	 */
	private record Levels(Set<JsonRpcValidation> v1, Set<JsonRpcValidation> v2, Set<JsonRpcValidation> unknown) {

		static final Set<JsonRpcValidation> ALL = EnumSet.allOf(JsonRpcValidation.class);

		static final Set<JsonRpcValidation> NOT_STRICT = EnumSet.of(JsonRpcValidation.LENIENT, JsonRpcValidation.OFF);

		static final Set<JsonRpcValidation> ONLY_OFF = EnumSet.of(JsonRpcValidation.OFF);

		static final Levels STRICT_2 = new Levels(NOT_STRICT, ALL, ALL);

		static final Levels STRICT_1 = new Levels(ALL, NOT_STRICT, ALL);

		static final Levels LENIENT = new Levels(NOT_STRICT, NOT_STRICT, NOT_STRICT);

		static final Levels OFF = new Levels(ONLY_OFF, ONLY_OFF, ONLY_OFF);

		boolean accept(@Nullable JsonRpcVersion version, JsonRpcValidation validation) {
			if (version == null) {
				return this.unknown.contains(validation);
			}
			return ((version == JsonRpcVersion.V1_0) ? this.v1 : this.v2).contains(validation);
		}

	}

	@ParameterizedTest(quoteTextArguments = false)
	@MethodSource
	void successes(String json, @Nullable String result, Levels levels) {
		forEachLevel(json, levels, (response) -> {
			assertThat(response.isError()).isFalse();
			assertThat(response.error()).isNull();
			assertThat(response.result()).hasToString(result);
		});
	}

	static Stream<Arguments> successes() {
		return Stream.of(argumentSet("plain 2.0", "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}", "5", Levels.STRICT_2),
				argumentSet("plain 1.0", "{\"result\":5,\"error\":null,\"id\":1}", "5", Levels.STRICT_1),
				argumentSet("row01 error null beside result",
						"{\"jsonrpc\":\"2.0\",\"result\":5,\"error\":null,\"id\":1}", "5", Levels.LENIENT),
				argumentSet("row04 null result", "{\"jsonrpc\":\"2.0\",\"result\":null,\"id\":1}", "null",
						Levels.STRICT_2),
				argumentSet("row05 result and error null", "{\"result\":null,\"error\":null,\"id\":1}", "null",
						Levels.STRICT_1),
				argumentSet("row05 result and error null in 2.0",
						"{\"jsonrpc\":\"2.0\",\"result\":null,\"error\":null,\"id\":1}", "null", Levels.LENIENT),
				argumentSet("row09 empty error beside result",
						"{\"jsonrpc\":\"2.0\",\"result\":5,\"error\":{},\"id\":1}", "5", Levels.LENIENT),
				argumentSet("row20 jsonrpc missing", "{\"result\":5,\"id\":1}", "5", Levels.LENIENT),
				argumentSet("row20 jsonrpc 1.0", "{\"jsonrpc\":\"1.0\",\"result\":5,\"error\":null,\"id\":1}", "5",
						Levels.STRICT_1),
				argumentSet("row20 jsonrpc a number", "{\"jsonrpc\":2.0,\"result\":5,\"id\":1}", "5", Levels.LENIENT),
				argumentSet("row20 jsonrpc the number 2", "{\"jsonrpc\":2,\"result\":5,\"id\":1}", "5", Levels.LENIENT),
				argumentSet("row20 jsonrpc of another version", "{\"jsonrpc\":\"3.0\",\"result\":5,\"id\":1}", "5",
						Levels.OFF),
				argumentSet("row20 jsonrpc a huge number", "{\"jsonrpc\":1e999999999,\"result\":5,\"id\":1}", "5",
						Levels.OFF),
				argumentSet("row20 jsonrpc null", "{\"jsonrpc\":null,\"result\":5,\"id\":1}", "5", Levels.OFF),
				argumentSet("row30 byte order mark", "\uFEFF{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}", "5",
						Levels.STRICT_2),
				argumentSet("row30 leading and trailing blanks",
						" \r\n\t{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}\n\n", "5", Levels.STRICT_2),
				argumentSet("row32 duplicates inside the result",
						"{\"jsonrpc\":\"2.0\",\"result\":{\"a\":1,\"a\":2},\"id\":1}", "{\"a\":2}", Levels.STRICT_2),
				argumentSet("row33 unknown members",
						"{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1,\"took\":3,\"took\":4}", "5", Levels.STRICT_2),
				argumentSet("row35 exact numbers",
						"{\"jsonrpc\":\"2.0\",\"result\":[9007199254740993,1.10,0.1,12345678901234567890],\"id\":1}",
						"[9007199254740993,1.10,0.1,12345678901234567890]", Levels.STRICT_2),
				argumentSet("success without id", "{\"jsonrpc\":\"2.0\",\"result\":5}", "5", Levels.LENIENT),
				argumentSet("success with null id", "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":null}", "5",
						Levels.LENIENT),
				argumentSet("id of another type", "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":[1]}", "5", Levels.LENIENT),
				argumentSet("id of another type in 1.0", "{\"result\":5,\"error\":null,\"id\":[1]}", "5",
						Levels.STRICT_1),
				argumentSet("id a fraction", "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1.5}", "5", Levels.STRICT_2),
				argumentSet("result beside a method", "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"result\":5,\"id\":1}",
						"5", Levels.STRICT_2));
	}

	@ParameterizedTest(quoteTextArguments = false)
	@MethodSource
	void errors(String json, @Nullable Long code, String message, Levels levels) {
		forEachLevel(json, levels, (response) -> {
			JsonRpcError error = response.error();
			assertThat(error).isNotNull();
			assertThat(response.isError()).isTrue();
			assertThat(error.hasCode()).isEqualTo(code != null);
			assertThat(error.code()).isEqualTo((code != null) ? code : 0);
			assertThat(error.message()).isEqualTo(message);
			assertThat(error.raw()).isEqualTo(response.raw().get("error"));
		});
	}

	static Stream<Arguments> errors() {
		return Stream.of(
				argumentSet("plain 2.0", "{\"jsonrpc\":\"2.0\",\"error\":" + ERROR + ",\"id\":1}", -32601L, "no",
						Levels.STRICT_2),
				argumentSet("plain 1.0", "{\"result\":null,\"error\":" + ERROR + ",\"id\":1}", -32601L, "no",
						Levels.STRICT_1),
				argumentSet("row02 error beside null result",
						"{\"jsonrpc\":\"2.0\",\"result\":null,\"error\":" + ERROR + ",\"id\":1}", -32601L, "no",
						Levels.LENIENT),
				argumentSet("row03 error beside result",
						"{\"jsonrpc\":\"2.0\",\"result\":[],\"error\":" + ERROR + ",\"id\":1}", -32601L, "no",
						Levels.LENIENT),
				argumentSet("row03 error beside result in 1.0", "{\"result\":[],\"error\":" + ERROR + ",\"id\":1}",
						-32601L, "no", Levels.LENIENT),
				argumentSet("row07 error a text", "{\"jsonrpc\":\"2.0\",\"error\":\"broken\",\"id\":1}", null, "broken",
						Levels.LENIENT),
				argumentSet("row07 error a text in 1.0", "{\"result\":null,\"error\":\"broken\",\"id\":1}", null,
						"broken", Levels.LENIENT),
				argumentSet("row07 error a number", "{\"jsonrpc\":\"2.0\",\"error\":42,\"id\":1}", null, "42",
						Levels.LENIENT),
				argumentSet("row07 error an array", "{\"jsonrpc\":\"2.0\",\"error\":[1,\"broken\"],\"id\":1}", null,
						"broken", Levels.LENIENT),
				argumentSet("row07 error a boolean", "{\"jsonrpc\":\"2.0\",\"error\":true,\"id\":1}", null, "true",
						Levels.OFF),
				argumentSet("row07 error false", "{\"jsonrpc\":\"2.0\",\"error\":false,\"id\":1}", null, "false",
						Levels.OFF),
				argumentSet("row08 message missing", "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":5},\"id\":1}", 5L, "",
						Levels.LENIENT),
				argumentSet("row08 description for message",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":5,\"description\":\"d\"},\"id\":1}", 5L, "",
						Levels.LENIENT),
				argumentSet("row08 message no text",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":5,\"message\":7},\"id\":1}", 5L, "", Levels.LENIENT),
				argumentSet("row08 code and message missing in 1.0",
						"{\"result\":null,\"error\":{\"name\":\"E\"},\"id\":1}", null, "", Levels.STRICT_1),
				argumentSet("row09 empty error alone", "{\"jsonrpc\":\"2.0\",\"error\":{},\"id\":1}", null, "",
						Levels.LENIENT),
				argumentSet("row09 empty error beside null result",
						"{\"jsonrpc\":\"2.0\",\"result\":null,\"error\":{},\"id\":1}", null, "", Levels.LENIENT),
				argumentSet("row10 code a text",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":\"401\",\"message\":\"m\"},\"id\":1}", 401L, "m",
						Levels.LENIENT),
				argumentSet("row11 code beyond int",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":3735928559,\"message\":\"m\"},\"id\":1}", 3735928559L,
						"m", Levels.STRICT_2),
				argumentSet("row11 code beyond long",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":12345678901234567890,\"message\":\"m\"},\"id\":1}",
						null, "m", Levels.STRICT_2),
				argumentSet("row11 code a fraction",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1.5,\"message\":\"m\"},\"id\":1}", null, "m",
						Levels.LENIENT),
				argumentSet("row13 null id", "{\"jsonrpc\":\"2.0\",\"error\":" + ERROR + ",\"id\":null}", -32601L, "no",
						Levels.LENIENT),
				argumentSet("row13 null id of a parse error",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"m\"},\"id\":null}", -32700L, "m",
						Levels.STRICT_2),
				argumentSet("row13 null id of an invalid request",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"m\"},\"id\":null}", -32600L, "m",
						Levels.STRICT_2),
				argumentSet("row14 no id", "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"m\"}}",
						-32700L, "m", Levels.LENIENT),
				argumentSet("row14 no id in 1.0", "{\"result\":null,\"error\":{}}", null, "", Levels.LENIENT),
				argumentSet("row25 error alone", "{\"error\":" + ERROR + "}", -32601L, "no", Levels.LENIENT),
				argumentSet("row60 class name in data",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"m\",\"data\":"
								+ "{\"exceptionTypeName\":\"java.lang.OutOfMemoryError\"}},\"id\":1}",
						1L, "m", Levels.STRICT_2),
				argumentSet("row67 error an array of texts",
						"{\"result\":null,\"error\":[\"UserError\",[\"text\",1]],\"id\":1}", null, "UserError",
						Levels.LENIENT));
	}

	@ParameterizedTest(quoteTextArguments = false)
	@MethodSource
	void refusals(String json, String rule, boolean isJson) {
		for (JsonRpcVersion version : Arrays.asList(JsonRpcVersion.V1_0, JsonRpcVersion.V2_0, null)) {
			for (JsonRpcValidation validation : JsonRpcValidation.values()) {
				assertThatExceptionOfType(JsonRpcProtocolException.class).as("%s, %s", version, validation)
					.isThrownBy(() -> read(json, version, validation))
					.satisfies((ex) -> {
						assertThat(ex.rule()).startsWith(rule);
						assertThat(ex.isJson()).isEqualTo(isJson);
						assertThat(ex.excerpt()).isEqualTo(json.strip());
					});
			}
		}
	}

	static Stream<Arguments> refusals() {
		String twice = "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1%s}";
		return Stream.of(
				argumentSet("row06 neither result nor error", "{\"jsonrpc\":\"2.0\",\"id\":1}",
						"neither result nor error", true),
				argumentSet("row06 only a null error", "{\"jsonrpc\":\"2.0\",\"error\":null,\"id\":1}",
						"neither result nor error", true),
				argumentSet("row24 no body", "", "no JSON", false),
				argumentSet("row24 only blanks", " \n", "no JSON", false),
				argumentSet("row27 HTML", "<html></html>", "not JSON", false),
				argumentSet("row31 second document", "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1} {}",
						"more than one JSON document", true),
				argumentSet("row31 second document after a batch", "[] []", "more than one JSON document", true),
				argumentSet("row31 second document after a text", "1 2", "more than one JSON document", true),
				argumentSet("row31 garbage after the document", "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1} x",
						"not JSON", false),
				argumentSet("row32 result twice", twice.formatted(",\"result\":1"), "result appears twice", true),
				argumentSet("row32 id twice", twice.formatted(",\"id\":1"), "id appears twice", true),
				argumentSet("row32 jsonrpc twice", twice.formatted(",\"jsonrpc\":\"2.0\""), "jsonrpc appears twice",
						true),
				argumentSet("row32 error twice", twice.formatted(",\"error\":null,\"error\":null"),
						"error appears twice", true),
				argumentSet("row32 result twice by an escape", twice.formatted(",\"\\u0072esult\":1"),
						"result appears twice", true),
				argumentSet("row62 notification", "{\"jsonrpc\":\"2.0\",\"method\":\"tick\",\"params\":[1]}",
						"a request or notification instead of a response", true),
				argumentSet("row62 request echoed", "{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[1],\"id\":1}",
						"a request or notification instead of a response", true),
				argumentSet("row68 NaN", "{\"jsonrpc\":\"2.0\",\"result\":NaN,\"id\":1}", "not JSON", false),
				argumentSet("row71 bare object", "{\"sum\":5}", "neither result nor error: a bare result?", true),
				argumentSet("row71 bare number", "5", "neither an object nor an array: a bare result?", true),
				argumentSet("row71 bare text", "\"five\"", "neither an object nor an array: a bare result?", true),
				argumentSet("row71 bare null", "null", "neither an object nor an array: a bare result?", true));
	}

	private static void forEachLevel(String json, Levels levels, Consumer<JsonRpcResponse> accepted) {
		for (JsonRpcVersion version : Arrays.asList(JsonRpcVersion.V1_0, JsonRpcVersion.V2_0, null)) {
			for (JsonRpcValidation validation : JsonRpcValidation.values()) {
				if (levels.accept(version, validation)) {
					accepted.accept((JsonRpcResponse) read(json, version, validation));
				}
				else {
					assertThatExceptionOfType(JsonRpcProtocolException.class).as("%s, %s", version, validation)
						.isThrownBy(() -> read(json, version, validation))
						.satisfies((ex) -> assertThat(ex.specSection()).isNotNull());
				}
			}
		}
	}

	private static JsonRpcMessage read(String json, @Nullable JsonRpcVersion version, JsonRpcValidation validation) {
		return JsonRpcCodec.create().readResponse(json.getBytes(StandardCharsets.UTF_8), version, validation);
	}

}
