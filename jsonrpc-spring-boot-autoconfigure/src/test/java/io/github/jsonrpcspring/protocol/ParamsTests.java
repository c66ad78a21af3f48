package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The forms of parameters (JSON-RPC 2.0, section 4.2) and the rules for a variable number
 * of arguments.
 */
class ParamsTests {

	@Test
	void row56WhenNoParametersAreSetThenTheMemberIsAbsent() {
		JsonRpcRequest request = JsonRpcRequest.of("a").id(1).build();
		assertThat(request.hasParams()).isFalse();
		assertThat(request.positionalParams()).isEmpty();
		assertThat(request.namedParams()).isEmpty();
		assertThat(request.toTree().has("params")).isFalse();
	}

	@Test
	void row56WhenParametersAreEmptyThenTheMemberIsWritten() {
		assertThat(written(JsonRpcRequest.of("a").params())).isEqualTo("[]");
		assertThat(written(JsonRpcRequest.of("a").params(new Object[0]))).isEqualTo("[]");
		assertThat(written(JsonRpcRequest.of("a").namedParams(Map.of()))).isEqualTo("{}");
	}

	@Test
	void row56WhenTheArgumentIsNullThenItIsTheOnlyParameter() {
		assertThat(written(JsonRpcRequest.of("a").params((Object[]) null))).isEqualTo("[null]");
		assertThat(written(JsonRpcRequest.of("a").params((Object) null))).isEqualTo("[null]");
		assertThat(written(JsonRpcRequest.of("a").params(null, null))).isEqualTo("[null,null]");
	}

	@Test
	void row56WhenTheArgumentIsAnObjectArrayThenItIsTheParameterList() {
		assertThat(written(JsonRpcRequest.of("a").params(new Object[] { 1, "b" }))).isEqualTo("[1,\"b\"]");
	}

	@Test
	void row56WhenTheArgumentIsAnotherArrayThenItIsOneParameter() {
		assertThat(written(JsonRpcRequest.of("a").params((Object[]) new String[] { "x", "y" })))
			.isEqualTo("[[\"x\",\"y\"]]");
		assertThat(written(JsonRpcRequest.of("a").params(new int[] { 1, 2 }))).isEqualTo("[[1,2]]");
	}

	@Test
	void row56WhenTheArgumentIsACollectionOrMapThenItIsOneParameter() {
		assertThat(written(JsonRpcRequest.of("a").params(List.of(1, 2)))).isEqualTo("[[1,2]]");
		assertThat(written(JsonRpcRequest.of("a").params(Map.of("k", 1)))).isEqualTo("[{\"k\":1}]");
		assertThat(written(JsonRpcRequest.of("a").params(42, Map.of("name", "Foo"))))
			.isEqualTo("[42,{\"name\":\"Foo\"}]");
	}

	@Test
	void whenParametersAreSetAgainThenTheLastOnesAreSent() {
		assertThat(written(JsonRpcRequest.of("a").params(1).params(2))).isEqualTo("[2]");
	}

	@Test
	void namedParametersAreAddedUp() {
		assertThat(written(JsonRpcRequest.of("a").param("x", 1).namedParams(Map.of("y", 2)).param("x", 3)))
			.isEqualTo("{\"x\":3,\"y\":2}");
	}

	@Test
	void row58WhenANamedParameterIsNullThenItIsSent() {
		JsonRpcRequest request = JsonRpcRequest.of("a").param("x", null).id(1).build();
		assertThat(request.toJson()).contains("\"params\":{\"x\":null}");
		assertThat(request.namedParams()).containsEntry("x", null);
	}

	@Test
	void propertiesOfABeanAreNamedParameters() {
		JsonRpcRequest request = JsonRpcRequest.of("a").namedParams(new Point(1, 2)).id(1).build();
		assertThat(request.toJson()).contains("\"params\":{\"xAxis\":1,\"yAxis\":2}");
		assertThat(request.namedParams()).containsOnlyKeys("xAxis", "yAxis");
		assertThat(request.positionalParams()).isEmpty();
	}

	@Test
	void whenABeanIsJoinedByNamedParametersThenTheseWin() {
		assertThat(written(JsonRpcRequest.of("a").param("xAxis", 9).namedParams(new Point(1, 2)).param("z", 3)))
			.isEqualTo("{\"xAxis\":9,\"yAxis\":2,\"z\":3}");
	}

	@Test
	void whenABeanIsJoinedByPositionalParametersThenItIsTheLastOne() {
		JsonRpcRequest request = JsonRpcRequest.of("a").namedParams(new Point(1, 2)).params("p").id(1).build();
		assertThat(request.toJson()).contains("\"params\":[\"p\",{\"xAxis\":1,\"yAxis\":2}]");
		assertThat(request.positionalParams()).hasSize(2).first().isEqualTo("p");
		assertThat(request.namedParams()).isEmpty();
	}

	@Test
	void aBeanIsWrittenByTheMapperOfTheCodec() {
		JsonRpcCodec codec = new JsonRpcCodec(JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.build());
		JsonRpcRequest request = JsonRpcRequest.of("a").namedParams(new Point(1, null)).param("n", null).id(1).build();
		assertThat(new String(codec.write(request), StandardCharsets.UTF_8))
			.contains("\"params\":{\"x_axis\":1,\"n\":null}");
	}

	@Test
	void anObjectNodeGivesNamedParameters() {
		assertThat(written(JsonRpcRequest.of("a").namedParams(JsonNodeFactory.instance.objectNode().put("k", "v"))))
			.isEqualTo("{\"k\":\"v\"}");
	}

	@Test
	void aMapGivesNamedParametersEvenWhenItsTypeIsUnknown() {
		Object map = new TreeMap<>(Map.of("b", 1, "a", 2));
		assertThat(written(JsonRpcRequest.of("a").namedParams(map))).isEqualTo("{\"a\":2,\"b\":1}");
	}

	@Test
	void keysOfAMapThatAreNoTextsAreWrittenByJackson() {
		Object byUnit = Collections.singletonMap(TimeUnit.DAYS, 1);
		assertThat(written(JsonRpcRequest.of("a").namedParams(byUnit))).isEqualTo("{\"DAYS\":1}");
		Object byNumber = Collections.singletonMap(7, 1);
		assertThat(written(JsonRpcRequest.of("a").namedParams(byNumber))).isEqualTo("{\"7\":1}");
	}

	@ParameterizedTest
	@MethodSource
	void row57WhenNamedParametersAreNoObjectThenTheyAreRefused(Object bean) {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcRequest.of("a").namedParams(bean))
			.withMessageContaining("params must be an array or an object (JSON-RPC 2.0, section 4.2)")
			.withMessageContaining(bean.getClass().getName());
	}

	static Stream<Object> row57WhenNamedParametersAreNoObjectThenTheyAreRefused() {
		return Stream.of("text", CharBuffer.wrap("text"), 5, new BigDecimal("1.5"), true, 'c', TimeUnit.DAYS,
				List.of(1), new String[] { "a" }, new int[] { 1 }, JsonNodeFactory.instance.arrayNode(),
				IntNode.valueOf(1));
	}

	@Test
	void row57WhenABeanIsNotWrittenAsAnObjectThenItIsRefusedWhenWritten() {
		JsonRpcRequest request = JsonRpcRequest.of("a").namedParams(new Celsius(37)).id(1).build();
		assertThatIllegalArgumentException().isThrownBy(request::toJson)
			.withMessageContaining("(JSON-RPC 2.0, section 4.2)")
			.withMessageContaining(Celsius.class.getName())
			.withMessageContaining("positional");
		assertThatIllegalArgumentException().isThrownBy(request::namedParams).withMessageContaining("section 4.2");
	}

	@Test
	void whenAParameterCannotBeWrittenThenTheMethodIsNamed() {
		JsonRpcRequest request = JsonRpcRequest.of("transfer").params(new Broken()).id(1).build();
		assertThatIllegalArgumentException().isThrownBy(request::toJson)
			.withMessageContaining("request 'transfer' with id 1")
			.withMessageContaining("cannot be written as JSON")
			.withMessageContaining("broken getter");
	}

	@Test
	void numbersKeepTheirExactValue() {
		assertThat(written(
				JsonRpcRequest.of("a").params(new BigDecimal("1.10"), new BigDecimal("1E+2"), Long.MAX_VALUE, 0.1)))
			.isEqualTo("[1.10,1E+2,9223372036854775807,0.1]");
	}

	@Test
	void parametersMayBeNullInAList() {
		assertThat(JsonRpcRequest.of("a").params("x", null).build().positionalParams())
			.isEqualTo(Arrays.asList("x", null));
	}

	private static String written(JsonRpcRequest.Builder builder) {
		return builder.id(1).build().toTree().get("params").toString();
	}

	record Point(Integer xAxis, Integer yAxis) {
	}

	record Celsius(@JsonValue int degrees) {
	}

	static class Broken {

		public String getValue() {
			throw new IllegalStateException("broken getter");
		}

	}

}
