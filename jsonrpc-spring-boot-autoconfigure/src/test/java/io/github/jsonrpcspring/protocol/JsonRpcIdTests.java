package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ids: equality, and which answers match (JSON-RPC 2.0, sections 4 and 5).
 */
class JsonRpcIdTests {

	@Test
	void numbersOfTheSameValueAreEqualWhateverTheirJavaType() {
		JsonRpcId id = JsonRpcId.of(7);
		assertThat(id).isEqualTo(JsonRpcId.of(BigInteger.valueOf(7)))
			.hasSameHashCodeAs(JsonRpcId.of(BigInteger.valueOf(7)));
		assertThat(id).isEqualTo(JsonRpcId.of(IntNode.valueOf(7))).hasSameHashCodeAs(JsonRpcId.of(IntNode.valueOf(7)));
		assertThat(id).isNotEqualTo(JsonRpcId.of(8)).isNotEqualTo(JsonRpcId.of("7")).isNotEqualTo(7L);
	}

	@Test
	void hugeNumbersAreEqual() {
		BigInteger huge = BigInteger.ONE.shiftLeft(64);
		assertThat(JsonRpcId.of(huge)).isEqualTo(read(huge.toString()))
			.hasSameHashCodeAs(read(huge.toString()))
			.hasToString("18446744073709551616");
		assertThat(JsonRpcId.of(BigInteger.valueOf(Long.MIN_VALUE))).isEqualTo(JsonRpcId.of(Long.MIN_VALUE));
	}

	@Test
	void textsAreEqual() {
		assertThat(JsonRpcId.of("a")).isEqualTo(JsonRpcId.of(StringNode.valueOf("a")))
			.hasSameHashCodeAs(read("\"a\""))
			.isNotEqualTo(JsonRpcId.of("A"));
	}

	@Test
	void nullIsAnIdOfItsOwn() {
		assertThat(JsonRpcId.of(NullNode.getInstance())).isSameAs(JsonRpcId.NULL);
		assertThat(JsonRpcId.of(MissingNode.getInstance())).isSameAs(JsonRpcId.NULL);
		assertThat(JsonRpcId.NULL.isNull()).isTrue();
		assertThat(JsonRpcId.NULL.text()).isNull();
		assertThat(JsonRpcId.NULL).isNotEqualTo(JsonRpcId.of("null"));
		assertThat(JsonRpcId.of("null").isNull()).isFalse();
		assertThat(JsonRpcId.NULL.matches(JsonRpcId.NULL, JsonRpcValidation.LENIENT)).isTrue();
	}

	@Test
	void fractionsAreEqualToTheirEcho() {
		assertThat(JsonRpcId.of(DoubleNode.valueOf(1.5))).isEqualTo(read("1.5"));
		assertThat(JsonRpcId.of(DecimalNode.valueOf(new BigDecimal("1.5")))).isEqualTo(read("1.5"));
	}

	@Test
	void idsOfAnyTypeAreEqualToTheirEcho() {
		JsonNode id = JsonNodeFactory.instance.objectNode().put("n", 5L).put("f", 1.5d).put("s", "x");
		assertThat(JsonRpcId.of(id)).isEqualTo(read("{\"n\":5,\"f\":1.5,\"s\":\"x\"}"));
	}

	@Test
	void anIdDoesNotChangeWithTheTreeItWasMadeOf() {
		var tree = JsonNodeFactory.instance.arrayNode().add(1);
		JsonRpcId id = JsonRpcId.of(tree);
		tree.add(2);
		assertThat(id).hasToString("[1]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			7           | 7           | true  | true
			7           | 8           | false | false
			7           | "7"         | false | true
			"7"         | 7           | false | true
			7           | 7.0         | false | true
			"7"         | 7.0         | false | true
			70          | 7e1         | false | true
			7           | 7.5         | false | false
			"7.5"       | 7.5         | false | false
			7           | null        | false | false
			7           | "null"      | false | false
			7           | true        | false | false
			7           | [7]         | false | false
			0           | ""          | false | false
			"a"         | "a"         | true  | true
			[7]         | [7]         | true  | true
			true        | true        | true  | true
			1.5         | 1.5         | true  | true
			9007199254740993 | 9007199254740992 | false | false
			9007199254740993 | "9007199254740993" | false | true
			""")
	void row16AnswersMatch(String request, String answer, boolean strict, boolean lenient) {
		assertMatches(request, answer, strict, lenient);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"07"        | 7
			7           | "07"
			"07"        | "7"
			"1f"        | "1F"
			"1f"        | 31
			"0x7"       | 7
			"+7"        | 7
			" 7"        | 7
			"7.0"       | 7
			"7.0"       | 7.0
			"7e0"       | 7
			"45480a2f-069c-42aa-a67f-f6fdd83d6026" | "45480A2F-069C-42AA-A67F-F6FDD83D6026"
			""")
	void row17TextsAreComparedExactly(String request, String answer) {
		assertMatches(request, answer, false, false);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			5 | "null"
			5 | 0
			5 | ""
			5 | null
			""")
	void row65PlaceholdersDoNotMatch(String request, String answer) {
		assertMatches(request, answer, false, false);
	}

	@ParameterizedTest
	@EnumSource
	void row18IdsLargerThan53BitsMatchExactly(JsonRpcValidation validation) {
		BigInteger large = BigInteger.ONE.shiftLeft(53).add(BigInteger.ONE);
		assertThat(JsonRpcId.of(large).matches(read(large.toString()), validation)).isTrue();
		assertThat(JsonRpcId.of(large).matches(read(large.subtract(BigInteger.ONE).toString()), validation)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "1e999999999", "1e-999999999", "-1e2147483647", "1e-2147483647", "123456789e999999990" })
	void hugeExponentsAreHandledWithoutExpansion(String number) {
		JsonRpcId id = read(number);
		assertThat(id.text()).isNull();
		assertThat(id).isEqualTo(read(number)).hasSameHashCodeAs(read(number));
		assertThat(id.toString().length()).isLessThan(30);
		for (JsonRpcValidation validation : JsonRpcValidation.values()) {
			assertThat(JsonRpcId.of(1).matches(id, validation)).isFalse();
			assertThat(id.matches(JsonRpcId.of("1"), validation)).isFalse();
			assertThat(id.matches(read(number), validation)).isTrue();
		}
	}

	@Test
	void zeroWithAHugeExponentIsZero() {
		assertThat(read("0e-999999999").text()).isEqualTo("0");
		assertThat(read("0.00").text()).isEqualTo("0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			7        | 7
			-7       | -7
			"7"      | 7
			"007"    | 007
			7.0      | 7
			7e2      | 700
			-0.0     | 0
			7.5      |
			true     |
			[7]      |
			{}       |
			""")
	void textIsThatOfATextOrInteger(String json, String text) {
		assertThat(read(json).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			7
			"7"
			"q\\"uote"
			null
			[7,{"a":1.50}]
			1.50
			""")
	void toStringAndTreeAreTheJson(String json) {
		assertThat(read(json)).hasToString(json);
		assertThat(read(json).toTree()).hasToString(json);
	}

	/**
	 * The id is written as an integer, so that is how a server echoes it.
	 */
	@Test
	void aDecimalThatIsWrittenAsAnIntegerIsThatInteger() {
		JsonRpcId id = JsonRpcId.of(DecimalNode.valueOf(new BigDecimal("7")));
		assertThat(id).isEqualTo(JsonRpcId.of(7)).hasSameHashCodeAs(JsonRpcId.of(7)).hasToString("7");
		assertThat(id.matches(read("7"), JsonRpcValidation.STRICT)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "7e0", "7.0", "70e-1", "0.7e1" })
	void row16AnAnswersNumberWithAnExponentIsAnIntegerUnlessStrict(String number) {
		assertThat(JsonRpcId.of(7).matches(read(number), JsonRpcValidation.STRICT)).isFalse();
		assertThat(JsonRpcId.of(7).matches(read(number), JsonRpcValidation.LENIENT)).isTrue();
	}

	private static void assertMatches(String request, String answer, boolean strict, boolean lenient) {
		JsonRpcId id = read(request);
		JsonRpcId echo = read(answer);
		assertThat(id.matches(echo, JsonRpcValidation.STRICT)).isEqualTo(strict);
		assertThat(id.matches(echo, JsonRpcValidation.LENIENT)).isEqualTo(lenient);
		assertThat(id.matches(echo, JsonRpcValidation.OFF)).isEqualTo(lenient);
	}

	private static JsonRpcId read(String json) {
		JsonRpcMessage response = JsonRpcCodec.create().readResponse("{\"result\":1,\"id\":" + json + "}");
		JsonRpcId id = ((JsonRpcResponse) response).id();
		assertThat(id).isNotNull();
		return id;
	}

}
