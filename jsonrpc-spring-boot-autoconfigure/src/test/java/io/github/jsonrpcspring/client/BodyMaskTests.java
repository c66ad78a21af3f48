package io.github.jsonrpcspring.client;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BodyMask} and {@link TextExcerpt}.
 */
class BodyMaskTests {

	private static final String EMOJI = "\uD83D\uDE00";

	private static String show(String body, int length, String... names) {
		return mask(length, names).show(body.getBytes(StandardCharsets.UTF_8));
	}

	private static BodyMask mask(int length, String... names) {
		return new BodyMask(JsonMapper.shared(), Set.of(names), length);
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
	void whatIsNoJsonIsShownAsItIs() {
		assertThat(show("<html>\tpassword\r\n</html>", 1000, "password")).isEqualTo("<html> password  </html>");
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

}
