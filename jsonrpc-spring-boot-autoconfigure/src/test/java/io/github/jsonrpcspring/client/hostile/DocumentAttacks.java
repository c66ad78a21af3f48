package io.github.jsonrpcspring.client.hostile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcIdMismatchException;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.client.hostile.HostileCase.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.github.jsonrpcspring.client.hostile.HostileCase.afterRequest;
import static io.github.jsonrpcspring.client.hostile.HostileCase.json;

/**
 * Documents that are too deep, too long, ambiguous or not JSON.
 */
final class DocumentAttacks {

	private static final Outcome NOT_JSON = Outcome.failure(JsonRpcParseException.class, "not JSON").dropped();

	private static final Outcome MISMATCH = Outcome.failure(JsonRpcIdMismatchException.class).dropped();

	private static final Outcome NO_RESPONSE = Outcome.failure(JsonRpcInvalidResponseException.class, "no response")
		.dropped();

	private static final Outcome BEYOND_A_LIMIT = Outcome
		.failure(JsonRpcInvalidResponseException.class, "beyond a limit of the mapper")
		.kept();

	private static final int DEEP = 100_000;

	/** Just within the limit for the body. */
	private static final int LONG = 10_000_000;

	private static final String SAME_HASH = "{" + sameHash(12) + "\"last\":1}";

	private DocumentAttacks() {
	}

	static List<HostileCase> all() {
		return Stream.of(depths(), numbers(), sizes(), doubles(), texts(), documents()).flatMap(List::stream).toList();
	}

	private static List<HostileCase> depths() {
		return List
			.of(result("arrays of 100,000 levels", DocumentAttacks::deepArray).type(JsonNode.class),
					result("arrays of 100,000 levels where a number is wanted", DocumentAttacks::deepArray),
					result("objects of 100,000 levels", DocumentAttacks::deepObject).type(JsonNode.class),
					result("arrays that are never closed", () -> "[".repeat(LONG)), json(
							"an error of 100,000 levels",
							() -> "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32000,\"message\":\"m\",\"data\":"
									+ deepArray() + "},\"id\":1}"),
					json("an id of 100,000 levels",
							() -> "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":" + deepObject() + "}"),
					json("a further member of 100,000 levels",
							() -> "{\"jsonrpc\":\"2.0\",\"meta\":" + deepArray() + ",\"result\":5,\"id\":1}"))
			.stream()
			.map((hostile) -> hostile.ends(BEYOND_A_LIMIT))
			.toList();
	}

	private static List<HostileCase> numbers() {
		return List.of(
				result("1e999999999 where an int is wanted", () -> "1e999999999")
					.ends(fails(JsonRpcResultConversionException.class)),
				result("1e999999999 where an integer is wanted", () -> "1e999999999").type(BigInteger.class)
					.ends(fails(JsonRpcResultConversionException.class)),
				result("50,000 times 1e99999 where integers are wanted",
						() -> "[1e99999" + ",1e99999".repeat(49_999) + "]")
					.type(BigInteger[].class)
					.ends(fails(JsonRpcResultConversionException.class)),
				result("1e999999999 as a decimal", () -> "1e999999999").type(BigDecimal.class)
					.ends(Outcome.value(new BigDecimal("1e999999999"))),
				result("1e99999999999 as a decimal", () -> "1e99999999999").type(BigDecimal.class)
					.ends(fails(JsonRpcResultConversionException.class)),
				result("-1e-999999999 where an int is wanted", () -> "-1e-999999999")
					.ends(fails(JsonRpcResultConversionException.class)),
				result("10 MB of digits", DocumentAttacks::digits).type(JsonNode.class).ends(BEYOND_A_LIMIT),
				result("10 MB of fraction digits", () -> "0." + digits()).type(BigDecimal.class).ends(BEYOND_A_LIMIT),
				json("an id of 10 MB of digits", () -> "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":" + digits() + "}")
					.ends(BEYOND_A_LIMIT),
				json("the id 1e999999999", "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1e999999999}").ends(MISMATCH)
					.inBatch(NO_RESPONSE),
				json("the code 1e999999999",
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1e999999999,\"message\":\"m\"},\"id\":1}")
					.ends(fails(JsonRpcErrorException.class)));
	}

	private static List<HostileCase> sizes() {
		return List
			.of(result("a text of 10 MB", DocumentAttacks::text).type(String.class)
				.ends(Outcome.value("x".repeat(LONG))),
					result("a text of 10 MB where an int is wanted", DocumentAttacks::text)
						.ends(fails(JsonRpcResultConversionException.class)),
					json("a member name of 10 MB", () -> "{\"jsonrpc\":\"2.0\"," + text() + ":0,\"result\":5,\"id\":1}")
						.ends(BEYOND_A_LIMIT),
					json("an error message of 10 MB",
							() -> "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32000,\"message\":" + text()
									+ "},\"id\":1}")
						.ends(fails(JsonRpcServerErrorException.class)),
					json("an id of 10 MB", () -> "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":" + text() + "}")
						.ends(MISMATCH)
						.inBatch(NO_RESPONSE),
					json("10 MB of blanks before and between",
							() -> " ".repeat(LONG / 2) + "{\"jsonrpc\":\"2.0\",\"result\":" + "\n".repeat(LONG / 2)
									+ "5,\"id\":1}")
						.ends(Outcome.value(5)),
					json("100,000 further members",
							() -> "{\"jsonrpc\":\"2.0\"," + IntStream.range(0, 100_000)
								.mapToObj((i) -> "\"m" + i + "\":0")
								.collect(Collectors.joining(",")) + ",\"result\":5,\"id\":1}")
						.ends(Outcome.value(5)),
					result("names with the same hash code", () -> SAME_HASH).type(JsonNode.class)
						.ends(Outcome.value(JsonMapper.shared().readTree(SAME_HASH))));
	}

	private static List<HostileCase> doubles() {
		return List.of(
				json("the result twice", "{\"jsonrpc\":\"2.0\",\"result\":5,\"result\":6,\"id\":1}")
					.ends(fails(JsonRpcInvalidResponseException.class)),
				json("the id twice", "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":2,\"id\":1}")
					.ends(fails(JsonRpcInvalidResponseException.class)),
				json("the id 500,000 times after 500,000 further members",
						() -> "{" + "\"a\":0,".repeat(500_000) + "\"id\":1,".repeat(500_000)
								+ "\"jsonrpc\":\"2.0\",\"result\":5}")
					.ends(fails(JsonRpcInvalidResponseException.class)),
				json("the id twice, once with an escape", "{\"jsonrpc\":\"2.0\",\"result\":5,\"\\u0069d\":2,\"id\":1}")
					.ends(fails(JsonRpcInvalidResponseException.class)),
				json("the error twice",
						"{\"jsonrpc\":\"2.0\",\"error\":null,\"error\":{\"code\":1,\"message\":\"m\"},\"id\":1}")
					.ends(fails(JsonRpcInvalidResponseException.class)),
				json("the version twice", "{\"jsonrpc\":\"1.0\",\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}")
					.ends(fails(JsonRpcInvalidResponseException.class)),
				json("a result and an error",
						"{\"jsonrpc\":\"2.0\",\"result\":5,\"error\":{\"code\":-32000,\"message\":\"m\"},\"id\":1}")
					.ends(fails(JsonRpcServerErrorException.class)),
				json("the answer to another call", "{\"jsonrpc\":\"2.0\",\"result\":6,\"id\":2}").ends(MISMATCH)
					.inBatch(NO_RESPONSE));
	}

	private static List<HostileCase> texts() {
		return List.of(bytes("a lone continuation byte", 0x80).ends(NOT_JSON),
				bytes("a start byte alone", 0xC3).ends(NOT_JSON), bytes("an overlong slash", 0xC0, 0xAF).ends(NOT_JSON),
				bytes("an overlong NUL", 0xE0, 0x80, 0x80).ends(NOT_JSON),
				bytes("an encoded surrogate", 0xED, 0xA0, 0x80).ends(NOT_JSON),
				bytes("a character beyond Unicode", 0xF4, 0x90, 0x80, 0x80).ends(NOT_JSON),
				bytes("bytes that are never UTF-8", 0xFE, 0xFF).ends(NOT_JSON),
				bytes("a raw NUL in a text", 0x00).ends(NOT_JSON),
				bytes("a raw line end in a text", 0x0A).ends(NOT_JSON),
				result("an escaped NUL", () -> "\"a\\u0000b\"").type(String.class).ends(Outcome.value("a\u0000b")),
				result("a lone surrogate", () -> "\"a\\ud800b\"").type(String.class).ends(Outcome.value("a\ud800b")),
				result("surrogates in the wrong order", () -> "\"\\udc00\\ud800\"").type(String.class)
					.ends(Outcome.value("\udc00\ud800")));
	}

	private static List<HostileCase> documents() {
		return List.of(document("NUL bytes before the document", "\u0000\u0000" + HostileCase.GOOD).ends(NOT_JSON),
				document("NUL bytes after the document", HostileCase.GOOD + "\u0000\u0000").ends(NOT_JSON),
				document("a byte order mark", "\uFEFF" + HostileCase.GOOD).ends(Outcome.value(5))
					.inBatch(fails(JsonRpcInvalidResponseException.class)),
				document("two byte order marks", "\uFEFF\uFEFF" + HostileCase.GOOD).ends(NOT_JSON),
				document("UTF-16 with a byte order mark", HostileCase.GOOD, StandardCharsets.UTF_16).ends(NOT_JSON),
				document("UTF-16 without a byte order mark", HostileCase.GOOD, StandardCharsets.UTF_16LE)
					.ends(NOT_JSON),
				document("UTF-32", HostileCase.GOOD, Charset.forName("UTF-32")).ends(NOT_JSON),
				document("two documents", HostileCase.GOOD + "\n" + HostileCase.GOOD)
					.ends(fails(JsonRpcInvalidResponseException.class)),
				document("50,000 documents", HostileCase.GOOD.repeat(50_000))
					.ends(fails(JsonRpcInvalidResponseException.class)),
				document("an array of 1,000,000 nulls", "[null" + ",null".repeat(999_999) + "]")
					.ends(fails(JsonRpcInvalidResponseException.class)),
				document("50,000 answers whose ids have the same hash code",
						IntStream.rangeClosed(1, 50_000)
							.mapToObj((i) -> "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":" + i * 4_294_967_297L + "}")
							.collect(Collectors.joining(",", "[", "]")))
					.ends(fails(JsonRpcInvalidResponseException.class).dropped()),
				document("an array of 50,000 answers",
						"[" + HostileCase.GOOD + ("," + HostileCase.GOOD).repeat(49_999) + "]")
					.ends(fails(JsonRpcInvalidResponseException.class).dropped())
					.inBatch(fails(JsonRpcInvalidResponseException.class)));
	}

	private static String deepArray() {
		return "[".repeat(DEEP) + "]".repeat(DEEP);
	}

	private static String deepObject() {
		return "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
	}

	private static String digits() {
		return "9".repeat(LONG);
	}

	private static String text() {
		return '"' + "x".repeat(LONG) + '"';
	}

	/**
	 * An answer that was read whole leaves its connection in order.
	 */
	private static Outcome fails(Class<? extends JsonRpcException> failure) {
		return Outcome.failure(failure).kept();
	}

	private static HostileCase result(String name, Supplier<String> result) {
		return json(name, () -> "{\"jsonrpc\":\"2.0\",\"result\":" + result.get() + ",\"id\":1}");
	}

	private static HostileCase document(String name, String document) {
		return document(name, document, StandardCharsets.UTF_8);
	}

	private static HostileCase document(String name, String document, Charset charset) {
		return afterRequest(name, (connection, body) -> {
			byte[] bytes = document.getBytes(charset);
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\n\r\n");
			connection.write(bytes);
		});
	}

	/**
	 * Answer with a text that holds the bytes.
	 */
	private static HostileCase bytes(String name, int... bytes) {
		String text = IntStream.of(bytes).mapToObj((one) -> String.valueOf((char) one)).collect(Collectors.joining());
		return afterRequest(name, (connection, body) -> {
			String json = body.apply("{\"jsonrpc\":\"2.0\",\"result\":\"a" + text + "b\",\"id\":1}");
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n");
			connection.write(json.getBytes(StandardCharsets.ISO_8859_1));
		}).type(String.class);
	}

	/**
	 * Return members whose names all have the same hash code.
	 */
	private static String sameHash(int pairs) {
		return IntStream.range(0, 1 << pairs)
			.mapToObj((i) -> IntStream.range(0, pairs)
				.mapToObj((bit) -> ((i >> bit) & 1) == 0 ? "Aa" : "BB")
				.collect(Collectors.joining("", "\"", "\":0,")))
			.collect(Collectors.joining());
	}

}
