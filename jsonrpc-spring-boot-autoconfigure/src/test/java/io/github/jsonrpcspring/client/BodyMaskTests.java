package io.github.jsonrpcspring.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.io.InputDecorator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link BodyMask}, {@link MaskPointer} and {@link TextExcerpt}.
 */
class BodyMaskTests {

	private static final String EMOJI = "\uD83D\uDE00";

	private static String show(String body, int length, String... names) {
		return mask(length, names).show(body.getBytes(StandardCharsets.UTF_8));
	}

	private static BodyMask mask(int length, String... names) {
		return mask(JsonMapper.shared(), Set.of(names), length);
	}

	private static BodyMask mask(JsonMapper mapper, Set<String> mask, int length) {
		return BodyMask.of(mapper,
				JsonRpcClientSettings.builder("node").log(new JsonRpcClientSettings.Log(1024, mask)).build(), length);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"password":"x","a":1} | {"password":"***","a":1}
					{"a":{"b":[{"password":"x"}]}} | {"a":{"b":[{"password":"***"}]}}
					[{"password":1},{"password":null},[{"password":true}]] | [{"password":"***"},{"password":"***"},[{"password":"***"}]]
					{"password":{"a":[1,{"b":2}]},"c":3} | {"password":"***","c":3}
					{"password":[[1],[2]],"pin":4,"c":3} | {"password":"***","pin":"***","c":3}
					{"pa\\u0073sword":"x"} | {"password":"***"}
					{"Password":"x"} | {"Password":"x"}
					["password","x"] | ["password","x"]
					{"n":1.10,"big":123456789012345678901234567890} | {"n":1.10,"big":123456789012345678901234567890}
					"text" | "text"
					""")
	void valuesOfNamesAreHiddenAtAnyDepth(String body, String shown) {
		assertThat(show(body, 1000, "password", "pin")).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					/params/0 | {"params":["x",1],"id":1} | {"params":["***",1],"id":1}
					/params/1 | {"params":["x",1,2],"id":1} | {"params":["x","***",2],"id":1}
					/params/1 | {"params":[[0,1],{"a":1},[5]]} | {"params":[[0,1],"***",[5]]}
					/params/1/1 | {"params":[[0,1],[2,3]]} | {"params":[[0,1],[2,"***"]]}
					/params/1/secret | {"params":[1,{"a":1,"secret":"x","b":{"secret":2}}]} | {"params":[1,{"a":1,"secret":"***","b":{"secret":2}}]}
					/params | {"params":{"a":[1,{"b":2}]},"id":1} | {"params":"***","id":1}
					/params | {"a":{"params":1},"params":[]} | {"a":{"params":1},"params":"***"}
					/result/key | {"result":{"key":{"a":1},"other":{"key":1}},"id":1} | {"result":{"key":"***","other":{"key":1}},"id":1}
					/result | {"result":null,"id":1} | {"result":"***","id":1}
					/error/data | {"error":{"code":1,"data":"x"},"data":1} | {"error":{"code":1,"data":"***"},"data":1}
					/params/10 | {"params":[0,1,2,3,4,5,6,7,8,9,10,11]} | {"params":[0,1,2,3,4,5,6,7,8,9,"***",11]}
					/params/0 | {"params":{"0":1,"00":2}} | {"params":{"0":"***","00":2}}
					/params/00 | {"params":["x"]} | {"params":["x"]}
					/params/- | {"params":["x"]} | {"params":["x"]}
					/params/* | {"params":["x"]} | {"params":["x"]}
					/params/2 | {"params":[1,2]} | {"params":[1,2]}
					/a~1b | {"a/b":1,"a":{"b":2}} | {"a/b":"***","a":{"b":2}}
					/a~0b | {"a~b":1,"a~0b":2} | {"a~b":"***","a~0b":2}
					/a~01 | {"a~1":1,"a/":2} | {"a~1":"***","a/":2}
					/a/b | {"a/b":1,"a":{"b":2}} | {"a/b":1,"a":{"b":"***"}}
					/ | {"":1,"a":2} | {"":"***","a":2}
					/a/ | {"a":{"":1,"b":2}} | {"a":{"":"***","b":2}}
					/ä b | {"ä b":1} | {"ä b":"***"}
					/a | {"/a":1,"a":2} | {"/a":1,"a":"***"}
					/a | {"b":{"a":1}} | {"b":{"a":1}}
					/a/b | {"a":{"b":1},"a":{"b":2}} | {"a":{"b":"***"},"a":{"b":"***"}}
					/a | {"\\u0061":1} | {"a":"***"}
					/0 | "text" | "text"
					""")
	void valueAtAPointerIsHidden(String pointer, String body, String shown) {
		assertThat(show(body, 1000, pointer)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			/params/0 | [{"params":["x",1]},{"params":["y"]}] | [{"params":["***",1]},{"params":["***"]}]
			/0/params | [{"params":["x",1]}] | [{"params":["x",1]}]
			/0 | [[1,2],{"0":3},4] | [["***",2],{"0":"***"},4]
			/1/0 | [[1,[2]],[1,2]] | [[1,["***"]],[1,2]]
			/error | [{"error":{"error":1}},[{"error":1}]] | [{"error":"***"},[{"error":1}]]
			""")
	void pointerIsRelativeToEachEntryOfABatch(String pointer, String body, String shown) {
		assertThat(show(body, 1000, pointer)).isEqualTo(shown);
	}

	@Test
	void namesAndPointersGoTogether() {
		assertThat(show("{\"params\":[\"x\",{\"pin\":1}],\"id\":1}", 1000, "pin", "/params/0", "/id"))
			.isEqualTo("{\"params\":[\"***\",{\"pin\":\"***\"}],\"id\":\"***\"}");
	}

	@ParameterizedTest
	@CsvSource({ "/a~,~", "/a~2b,~2", "/~~0,~~", "/params/~a/b,~a" })
	void malformedPointerIsRefused(String pointer, String escape) {
		assertThatIllegalArgumentException().isThrownBy(() -> mask(1, "name~2", pointer))
			.withMessage("A JSON pointer has '~0' and '~1', not '" + escape + "' (RFC 6901, section 3)");
	}

	@Test
	void numbersAreShownAsTheyAre() {
		String numbers = "{\"a\":1e99999999999,\"b\":-1E+400,\"c\":" + "9".repeat(900) + "}";
		assertThat(show(numbers, 5000, "password", "/x")).isEqualTo(numbers);
		assertThat(show("[1," + "9".repeat(2000) + "]", 5000, "password")).isEqualTo("[1…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "/a/0/0", "/1" })
	void deepNestingIsShownAsFarAsItGoes(String mask) {
		assertThat(show("[".repeat(10_000) + "]".repeat(10_000), 100, mask)).isEqualTo("[".repeat(100) + "…");
		assertThat(show("[".repeat(10_000) + "]".repeat(10_000), 5000, mask)).isEqualTo("[".repeat(500) + "…");
		assertThat(show("{\"a\":".repeat(10_000), 5000, mask)).startsWith("{\"a\":{\"a\":").endsWith("…");
	}

	@Test
	void deepNestingUnderAMaskedValueIsNotShown() {
		String deep = "{\"id\":1,\"params\":" + "[".repeat(10_000) + "1" + "]".repeat(10_000) + ",\"id\":1}";
		assertThat(show(deep, 1000, "/params")).isEqualTo("{\"id\":1,\"params\"…");
	}

	@Test
	void deepNestingThatTheMapperAllowsIsNoFailureEither() {
		JsonMapper deep = JsonMapper
			.builder(JsonFactory.builder()
				.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
				.build())
			.build();
		BodyMask mask = mask(deep, Set.of("/params/0", "pin"), 100_000);
		byte[] body = ("{\"params\":[1," + "[".repeat(50_000) + "]".repeat(50_000) + "]}")
			.getBytes(StandardCharsets.UTF_8);
		assertThat(mask.show(body)).startsWith("{\"params\":[\"***\",[[[").endsWith("[…").hasSizeLessThan(600);
	}

	@Test
	void hugeStringsAreCut() {
		String huge = "x".repeat(5_000_000);
		assertThat(show("{\"a\":\"" + huge + "\",\"params\":[\"secret\"]}", 1024, "/params/0")).hasSize(1025)
			.endsWith("x…");
		assertThat(show("{\"params\":[\"" + huge + "\",1]}", 1024, "/params/0")).isEqualTo("{\"params\":[\"***\",1]}");
		assertThat(show("{\"" + "n".repeat(40_000) + "\":1}", 1024, "/params/0")).hasSize(1025).endsWith("n…");
	}

	@Test
	void whatAResponseHidesIsKnown() {
		JsonRpcResponse response = (JsonRpcResponse) JsonRpcCodec.create()
			.readResponse("{\"jsonrpc\":\"2.0\",\"pin\":0,\"result\":{\"a\":[{\"b\":1}]},\"id\":1}");
		assertThat(mask(1, "b").hidesIn(response, "result")).isTrue();
		assertThat(mask(1, "result").hidesIn(response, "result")).isTrue();
		assertThat(mask(1, "/result").hidesIn(response, "result")).isTrue();
		assertThat(mask(1, "/result/a/0/b").hidesIn(response, "result")).isTrue();
		assertThat(mask(1, "/result/a/0").hidesIn(response, "result")).isTrue();
		assertThat(mask(1).hidesIn(response, "result")).isFalse();
		assertThat(mask(1, "pin", "id", "jsonrpc", "/id", "/a/0", "/result/a/1", "/result/b", "/error")
			.hidesIn(response, "result")).isFalse();
		assertThat(mask(1, "/result").hidesIn(response, "error")).isFalse();
	}

	@Test
	void whatTheDataOfAnErrorHidesIsKnown() {
		JsonRpcResponse response = (JsonRpcResponse) JsonRpcCodec.create()
			.readResponse(
					"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"m\",\"data\":[{\"pin\":1}]},\"id\":1}");
		for (String mask : List.of("pin", "data", "error", "/error", "/error/data", "/error/data/0",
				"/error/data/0/pin")) {
			assertThat(mask(1, mask).hidesIn(response, "error", "data")).as(mask).isTrue();
		}
		for (String mask : List.of("message", "/error/message", "/error/code", "/error/data/1", "id", "/data")) {
			assertThat(mask(1, mask).hidesIn(response, "error", "data")).as(mask).isFalse();
		}
	}

	@Test
	void whatAnErrorThatIsAnArrayHidesIsKnown() {
		JsonRpcResponse response = (JsonRpcResponse) JsonRpcCodec.create()
			.readResponse("{\"error\":[\"m\",{\"pin\":1}],\"id\":1}");
		assertThat(mask(1, "pin").hidesIn(response, "error", "data")).isTrue();
		assertThat(mask(1, "/error/1").hidesIn(response, "error", "data")).isTrue();
		assertThat(mask(1, "/error/2").hidesIn(response, "error", "data")).isFalse();
	}

	@Test
	void memberThatStandsTwiceIsHiddenTwice() {
		JsonRpcResponse response = (JsonRpcResponse) JsonRpcCodec.create()
			.readResponse("{\"jsonrpc\":\"2.0\",\"result\":{\"a\":{\"pin\":1},\"a\":2},\"id\":1}");
		assertThat(mask(1, "pin").hidesIn(response, "result")).isTrue();
		assertThat(mask(1, "/result/a/pin").hidesIn(response, "result")).isTrue();
	}

	@Test
	void whatCannotBeLookedAtIsHidden() {
		JsonRpcResponse response = (JsonRpcResponse) JsonRpcCodec.create()
			.readResponse("{\"jsonrpc\":\"2.0\",\"result\":1e99999999999,\"id\":1}");
		assertThat(mask(1, "pin").hidesIn(response, "result")).isTrue();
		assertThat(mask(1).hidesIn(response, "result")).isFalse();
	}

	@Test
	void furtherMembersAreHiddenInTheMessageItselfOnly() {
		String body = "{\"auth\":\"secret\",\"params\":{\"auth\":\"shown\"}}";
		assertThat(mask(1000).show(body.getBytes(StandardCharsets.UTF_8), Set.of("auth")))
			.isEqualTo("{\"auth\":\"***\",\"params\":{\"auth\":\"shown\"}}");
		assertThat(mask(1000).show(("[" + body + "," + body + "]").getBytes(StandardCharsets.UTF_8), Set.of("auth")))
			.isEqualTo("[{\"auth\":\"***\",\"params\":{\"auth\":\"shown\"}},"
					+ "{\"auth\":\"***\",\"params\":{\"auth\":\"shown\"}}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1,\"password\":\"secret", "{\"a\":1,\"password\":secret}",
			"{\"a\":1,\"password\":{\"b\":\"secret\"", "{\"a\":1 \"password\":\"secret\"}" })
	void brokenJsonIsShownAsFarAsItIsSafe(String body) {
		assertThat(show(body, 1000, "password")).startsWith("{\"a\":1").endsWith("…").doesNotContain("secret");
	}

	@Test
	void whatIsNoJsonIsShownUnlessItLooksLikeSomethingToHide() {
		assertThat(show("<html>\tgone\r\n</html>", 1000, "password", "/result")).isEqualTo("<html> gone  </html>");
		assertThat(show("<html>password</html>", 1000, "password")).isEqualTo("(21 bytes that are not JSON)");
		assertThat(show("<html>{}</html>", 1000, "/result")).isEqualTo("(15 bytes that are not JSON)");
		assertThat(show("<html>{}</html>", 1000, "password")).isEqualTo("<html>{}</html>");
		assertThat(show("", 1000, "password")).isEmpty();
		assertThat(show("plain", 1000)).isEqualTo("plain");
	}

	@Test
	void longBodyIsCut() {
		assertThat(show("x".repeat(100), 10)).isEqualTo("xxxxxxxxxx…");
		assertThat(show("[" + "1,".repeat(100_000) + "1]", 10, "password")).isEqualTo("[1,1,1,1,1…");
		assertThat(show("0123456789", 10)).isEqualTo("0123456789");
		assertThat(show("{\"a\":\"" + "x".repeat(1000) + "\",\"password\":\"secret\"}", 10, "password"))
			.isEqualTo("{\"a\":\"xxxx…");
	}

	@Test
	void bodyIsReadNoFurtherThanItIsShown() {
		AtomicReference<@Nullable InputStream> read = new AtomicReference<>();
		JsonMapper mapper = JsonMapper.builder(JsonFactory.builder().inputDecorator(new StreamInput(read)).build())
			.build();
		byte[] body = ("[" + "1,".repeat(1_000_000) + "1]").getBytes(StandardCharsets.UTF_8);
		assertThat(mask(mapper, Set.of("/params"), 1000).show(body)).hasSize(1001);
		assertThat(read.get()).isInstanceOfSatisfying(ByteArrayInputStream.class,
				(in) -> assertThat(in.available()).isGreaterThan(1_900_000));
	}

	@Test
	void hugeMaskedValueIsNotShown() {
		assertThat(show("{\"password\":\"" + "secret".repeat(10_000) + "\",\"b\":1}", 30, "password"))
			.isEqualTo("{\"password\":\"***\",\"b\":1}");
	}

	@Test
	void multiByteCharactersAreNotSplit() {
		assertThat(show("ä".repeat(20), 10)).isEqualTo("ä".repeat(10) + "…");
		assertThat(show(EMOJI.repeat(20), 10)).isEqualTo(EMOJI.repeat(5) + "…");
	}

	@Test
	void surrogatePairsAreNotSplit() {
		assertThat(show("x" + EMOJI.repeat(20), 10)).isEqualTo("x" + EMOJI.repeat(4) + "…");
		assertThat(TextExcerpt.of("a" + EMOJI, 2)).isEqualTo("a…");
		assertThat(TextExcerpt.of("a" + EMOJI, 3)).isEqualTo("a" + EMOJI);
		assertThat(TextExcerpt.of(EMOJI, 1)).isEqualTo("…");
		assertThat(TextExcerpt.of(EMOJI, 0)).isEqualTo("…");
	}

	@Test
	void whatWouldBreakTheLineIsABlank() {
		assertThat(TextExcerpt.of("a\nb\rc\u0000d\u007fe\u0085f\u2028g\u2029h\u001bi", 100))
			.isEqualTo("a b c d e f g h i");
	}

	/**
	 * Hands bodies over as streams, and keeps the last of them.
	 */
	@SuppressWarnings("serial")
	private static final class StreamInput extends InputDecorator {

		private final AtomicReference<@Nullable InputStream> stream;

		StreamInput(AtomicReference<@Nullable InputStream> stream) {
			this.stream = stream;
		}

		@Override
		public InputStream decorate(IOContext context, InputStream in) {
			return in;
		}

		@Override
		public InputStream decorate(IOContext context, byte[] body, int offset, int length) {
			InputStream in = new ByteArrayInputStream(body, offset, length);
			this.stream.set(in);
			return in;
		}

		@Override
		public Reader decorate(IOContext context, Reader reader) {
			return reader;
		}

	}

}
