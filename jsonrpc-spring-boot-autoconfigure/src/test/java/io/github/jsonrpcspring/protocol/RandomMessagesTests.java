package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Random messages, compared with what Jackson itself reads, and random damage to valid
 * ones. The seeds are fixed.
 */
class RandomMessagesTests {

	private static final int MESSAGES = 4000;

	private static final int MUTATIONS = 20_000;

	private static final String[] VALID = {
			"{\"jsonrpc\":\"2.0\",\"result\":{\"a\":[1,-2.50e3,\"t\\u00e9\\n\"]},\"id\":1}",
			"{\"result\":\"grüße €😀\",\"error\":null,\"id\":\"x\"}",
			"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"no\",\"data\":[null]},\"id\":null}",
			"[{\"jsonrpc\":\"2.0\",\"result\":1.10,\"id\":1},{\"jsonrpc\":\"2.0\",\"error\":[\"E\",[\"t\"]],\"id\":2}]",
			"{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[1,{\"k\":\"é\"}],\"id\":12345678901234567890}",
			"{\"method\":\"add\",\"params\":[true,false,null],\"id\":[1.5]}",
			"[{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":{\"é\":0}},{\"method\":\"b\",\"params\":[],\"id\":7e1}]" };

	private static final String[] FRAGMENTS = { "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "null",
			"true", "1e999999999", "1e99999999999", "-", ".", "0", "9".repeat(1001), "NaN", "\"id\":", "\"result\":1,",
			"\"error\":{},", "\"jsonrpc\":2,", "/*", "\u0000", "\uFEFF", "é", "😀", " ", "\n", "[".repeat(600) };

	private static final List<JsonRpcValidation> LEVELS = List.of(JsonRpcValidation.values());

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	private final JsonMapper mapper = this.codec.mapper();

	@Test
	void membersAreFoundWhateverStandsBeforeThem() {
		Random random = new Random(1);
		for (int i = 0; i < MESSAGES; i++) {
			String json = message(random);
			byte[] bytes = ((i % 5 == 0) ? "\uFEFF" + json : json).getBytes(StandardCharsets.UTF_8);
			JsonNode expected = this.mapper.readTree(json);
			JsonRpcResponse response = (JsonRpcResponse) this.codec.readResponse(bytes);
			assertThat(response.result()).as(json).isEqualTo(expected.get("result"));
			assertThat(response.raw()).as(json).isEqualTo(expected);
			assertThat(response.id()).as(json).isEqualTo(JsonRpcId.of(expected.get("id")));
			assertThat(response.resultAs(JsonNode.class)).as(json).isEqualTo(expected.get("result"));
			assertThat(response.toTree().get("result")).as(json).isEqualTo(expected.get("result"));
		}
	}

	@Test
	void entriesOfABatchAreFoundWhateverStandsBeforeThem() {
		Random random = new Random(2);
		for (int i = 0; i < MESSAGES / 10; i++) {
			StringBuilder json = new StringBuilder("[");
			int size = 1 + random.nextInt(5);
			for (int entry = 0; entry < size; entry++) {
				json.append((entry > 0) ? "," : "").append(blanks(random)).append(message(random));
			}
			String batch = json + "]";
			JsonNode expected = this.mapper.readTree(batch);
			JsonRpcBatchResponse responses = (JsonRpcBatchResponse) this.codec.readResponse(batch);
			assertThat(responses).extracting(JsonRpcResponse::raw).as(batch).containsExactlyElementsOf(expected);
			assertThat(responses).extracting(JsonRpcResponse::result)
				.as(batch)
				.containsExactlyElementsOf(expected.findValues("result"));
		}
	}

	@Test
	void requestsAreReadAndWrittenWithoutLoss() {
		Random random = new Random(3);
		for (int i = 0; i < MESSAGES; i++) {
			String json = "{\"jsonrpc\":\"2.0\",\"method\":" + text(random) + ",\"params\":[" + value(random, 3)
					+ "],\"id\":" + random.nextLong() + ",\"more\":" + value(random, 2) + "}";
			JsonRpcMessage request = this.codec.readRequest(json);
			assertThat(request.toTree()).as(json).isEqualTo(this.mapper.readTree(json));
			assertThat(this.codec.readRequest(request.toJson()).toJson()).as(json).isEqualTo(request.toJson());
		}
	}

	@Test
	void damagedMessagesAreReadOrRefusedAndNothingElse() {
		Random random = new Random(4);
		for (int i = 0; i < MUTATIONS; i++) {
			byte[] bytes = damage(random, VALID[random.nextInt(VALID.length)].getBytes(StandardCharsets.UTF_8));
			JsonRpcValidation validation = LEVELS.get(random.nextInt(LEVELS.size()));
			JsonRpcVersion version = random.nextBoolean() ? JsonRpcVersion.V2_0 : null;
			try {
				tryToUse(() -> this.codec.readResponse(bytes, version, validation));
				tryToUse(() -> this.codec.readRequest(bytes));
			}
			catch (RuntimeException ex) {
				fail("%s reading, version %s, of %s".formatted(validation, version,
						new String(bytes, StandardCharsets.UTF_8)), ex);
			}
		}
	}

	private static void tryToUse(Supplier<JsonRpcMessage> reading) {
		JsonRpcMessage message;
		try {
			message = reading.get();
		}
		catch (JsonRpcProtocolException ex) {
			return;
		}
		assertThat(message.toString()).isNotEmpty();
		if (message instanceof JsonRpcResponse response) {
			use(response);
		}
		else if (message instanceof JsonRpcBatchResponse batch) {
			batch.forEach(RandomMessagesTests::use);
		}
		else if (message instanceof JsonRpcRequest request) {
			assertThat(request.toJson()).isNotEmpty();
		}
	}

	private static void use(JsonRpcResponse response) {
		assertThat(response.toString()).isNotEmpty();
		try {
			response.raw();
			response.result();
		}
		catch (JacksonException ex) {
			assertThat(ex.getOriginalMessage()).isNotEmpty();
		}
	}

	private static byte[] damage(Random random, byte[] valid) {
		byte[] bytes = valid;
		int times = 1 + random.nextInt(3);
		for (int i = 0; i < times; i++) {
			int at = random.nextInt(bytes.length + 1);
			bytes = switch (random.nextInt(4)) {
				case 0 -> splice(bytes, at, at, new byte[] { (byte) random.nextInt(256) });
				case 1 -> splice(bytes, at, Math.min(bytes.length, at + 1), new byte[] { (byte) random.nextInt(256) });
				case 2 -> splice(bytes, at, Math.min(bytes.length, at + random.nextInt(10)), new byte[0]);
				default -> splice(bytes, at, Math.min(bytes.length, at + random.nextInt(5)),
						FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8));
			};
		}
		return bytes;
	}

	private static byte[] splice(byte[] bytes, int from, int to, byte[] replacement) {
		byte[] result = new byte[bytes.length - (to - from) + replacement.length];
		System.arraycopy(bytes, 0, result, 0, from);
		System.arraycopy(replacement, 0, result, from, replacement.length);
		System.arraycopy(bytes, to, result, from + replacement.length, bytes.length - to);
		return result;
	}

	private static String message(Random random) {
		StringBuilder json = new StringBuilder(blanks(random)).append('{').append(furtherMembers(random, "a"));
		json.append("\"result\"").append(blanks(random)).append(':').append(blanks(random)).append(value(random, 4));
		json.append(blanks(random)).append(',').append(furtherMembers(random, "b")).append("\"id\":");
		json.append(random.nextBoolean() ? text(random) : String.valueOf(random.nextLong()));
		return json.append(blanks(random)).append('}').append(blanks(random)).toString();
	}

	private static String furtherMembers(Random random, String prefix) {
		StringBuilder json = new StringBuilder();
		int members = random.nextInt(3);
		for (int i = 0; i < members; i++) {
			json.append(blanks(random)).append('"').append(prefix).append(i).append(text(random).substring(1));
			json.append(blanks(random)).append(':').append(blanks(random)).append(value(random, 2)).append(',');
		}
		return json.append(blanks(random)).toString();
	}

	private static String value(Random random, int depth) {
		return switch (random.nextInt((depth > 0) ? 9 : 6)) {
			case 0 -> text(random);
			case 1 -> String.valueOf(random.nextLong());
			case 2 -> random.nextInt(100) + "." + random.nextInt(1000) + "0";
			case 3 -> "-" + random.nextInt(10) + "e" + (1 + random.nextInt(300));
			case 4 -> String.valueOf(random.nextBoolean());
			case 5 -> "null";
			case 6 -> "{" + furtherMembers(random, "k") + "\"z\":" + value(random, depth - 1) + blanks(random) + "}";
			case 7 -> "[" + blanks(random) + "]";
			default -> "[" + value(random, depth - 1) + blanks(random) + "," + value(random, depth - 1) + "]";
		};
	}

	private static String text(Random random) {
		String[] parts = { "a", "é", "€", "😀", "\\n", "\\\"", "\\\\", "\\u00e9", "\\ud83d\\ude00", "{", "]", ",", ":",
				" ", "\u007f", "\\/", "ÿ", "\u2028" };
		StringBuilder text = new StringBuilder("\"");
		IntStream.range(0, random.nextInt(12)).forEach((i) -> text.append(parts[random.nextInt(parts.length)]));
		return text.append('"').toString();
	}

	private static String blanks(Random random) {
		String[] blanks = { "", "", "", " ", "\n", "\t\r\n  " };
		return blanks[random.nextInt(blanks.length)];
	}

}
