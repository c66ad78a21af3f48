package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRootName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The codec with an application's own mapper: its settings hold for values, never for the
 * message around them.
 */
class JsonRpcCodecMapperTests {

	private static final String MESSAGE = "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[%s],\"id\":1}";

	@Test
	void theMapperIsNotChanged() {
		JsonMapper mapper = JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRAP_ROOT_VALUE)
			.enable(DeserializationFeature.UNWRAP_ROOT_VALUE)
			.disable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.build();
		JsonRpcCodec codec = new JsonRpcCodec(mapper);
		assertThat(codec.mapper()).isNotSameAs(mapper);
		assertThat(mapper.isEnabled(SerializationFeature.INDENT_OUTPUT)).isTrue();
		assertThat(mapper.isEnabled(SerializationFeature.WRAP_ROOT_VALUE)).isTrue();
		assertThat(mapper.isEnabled(DeserializationFeature.UNWRAP_ROOT_VALUE)).isTrue();
		assertThat(mapper.isEnabled(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)).isFalse();
		assertThat(mapper.isEnabled(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)).isTrue();
	}

	@Test
	void namingStrategyHoldsForValuesOnly() {
		JsonRpcCodec codec = new JsonRpcCodec(
				JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE).build());
		assertThat(write(codec, new Person("Ann", null)))
			.isEqualTo(MESSAGE.formatted("{\"FirstName\":\"Ann\",\"LastName\":null}"));
		JsonRpcResponse response = (JsonRpcResponse) codec
			.readResponse("{\"jsonrpc\":\"2.0\",\"result\":{\"FirstName\":\"Ann\"},\"id\":1}");
		assertThat(response.resultAs(Person.class)).isEqualTo(new Person("Ann", null));
	}

	@Test
	void rootNamesAreNeitherWrittenNorExpected() {
		JsonRpcCodec codec = new JsonRpcCodec(JsonMapper.builder()
			.enable(SerializationFeature.WRAP_ROOT_VALUE)
			.enable(DeserializationFeature.UNWRAP_ROOT_VALUE)
			.build());
		assertThat(write(codec, new Person("Ann", "Lee")))
			.isEqualTo(MESSAGE.formatted("{\"firstName\":\"Ann\",\"lastName\":\"Lee\"}"));
		JsonRpcResponse response = (JsonRpcResponse) codec
			.readResponse("{\"result\":{\"firstName\":\"Ann\",\"lastName\":\"Lee\"},\"id\":1}");
		assertThat(response.resultAs(Person.class)).isEqualTo(new Person("Ann", "Lee"));
		assertThat(((JsonRpcRequest) codec.readRequest(MESSAGE.formatted("1"))).positionalParams()).containsExactly(1);
	}

	@Test
	void messagesAreNotIndented() {
		JsonRpcCodec codec = new JsonRpcCodec(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build());
		assertThat(write(codec, Map.of("k", List.of(1)))).isEqualTo(MESSAGE.formatted("{\"k\":[1]}"));
	}

	@Test
	void inclusionHoldsForBeansAndNotForTheMessage() {
		JsonRpcCodec codec = new JsonRpcCodec(JsonMapper.builder()
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)
				.withContentInclusion(JsonInclude.Include.NON_NULL))
			.build());
		assertThat(write(codec, new Person("Ann", null), null))
			.isEqualTo(MESSAGE.formatted("{\"firstName\":\"Ann\"},null"));
		assertThat(text(codec.write(JsonRpcResponse.success(1, null))))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":null,\"id\":1}");
		Map<String, Object> params = new LinkedHashMap<>();
		params.put("x", null);
		assertThat(text(codec.write(JsonRpcRequest.of("a").namedParams(params).id(1).build())))
			.contains("\"params\":{\"x\":null}");
	}

	@Test
	void row35FractionsKeepTheirZerosWhateverTheMapperSays() {
		JsonRpcCodec codec = new JsonRpcCodec(JsonMapper.builder()
			.enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.disable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.build());
		JsonRpcResponse response = (JsonRpcResponse) codec.readResponse("{\"result\":[1.10],\"id\":1}");
		assertThat(response.result()).hasToString("[1.10]");
		assertThat(response.resultAs(Object.class)).isEqualTo(List.of(new BigDecimal("1.10")));
	}

	@Test
	void row68NonNumericNumbersAreReadWhenTheMapperAllowsThem() {
		String json = "{\"jsonrpc\":\"2.0\",\"result\":[NaN,-Infinity,1.10],\"id\":1}";
		JsonRpcCodec codec = new JsonRpcCodec(
				JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build());
		JsonRpcResponse response = (JsonRpcResponse) codec.readResponse(json);
		assertThat(response.resultAs(double[].class)).containsExactly(Double.NaN, Double.NEGATIVE_INFINITY, 1.1);
		assertThat(response.result().get(0).asDouble()).isNaN();
		assertThat(response.id()).isEqualTo(JsonRpcId.of(1));
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> JsonRpcCodec.create().readResponse(json))
			.satisfies((ex) -> assertThat(ex.isJson()).isFalse());
	}

	@Test
	void row68NonNumericNumbersOfAServerAreRewrittenAsJson() {
		JsonRpcCodec codec = new JsonRpcCodec(
				JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build());
		JsonRpcMessage response = codec.readResponse("{\"jsonrpc\":\"2.0\",\"result\":[NaN],\"id\":1}");
		assertThat(response.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":[\"NaN\"],\"id\":1}");
	}

	@Test
	void row60AServerNeverChoosesAClassEvenWhenTheMapperHasDefaultTyping() {
		JsonMapper mapper = JsonMapper.builder()
			.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
					DefaultTyping.NON_FINAL)
			.build();
		JsonRpcCodec codec = new JsonRpcCodec(mapper);
		String typed = "[\"java.util.concurrent.atomic.AtomicLong\",5]";
		JsonRpcResponse response = (JsonRpcResponse) codec.readResponse("{\"result\":" + typed + ",\"id\":1}");
		assertThat(response.resultAs(Object.class))
			.isEqualTo(Arrays.<Object>asList("java.util.concurrent.atomic.AtomicLong", 5));
		JsonRpcRequest request = (JsonRpcRequest) codec.readRequest(MESSAGE.formatted(typed));
		assertThat(request.positionalParams())
			.containsExactly(Arrays.<Object>asList("java.util.concurrent.atomic.AtomicLong", 5));
		assertThat(write(codec, new Person("Ann", "Lee")))
			.isEqualTo(MESSAGE.formatted("{\"firstName\":\"Ann\",\"lastName\":\"Lee\"}"));
	}

	@Test
	void duplicatesInsideAResultAreTheMappersMatter() {
		String json = "{\"jsonrpc\":\"2.0\",\"result\":{\"a\":1,\"a\":2},\"id\":1}";
		JsonRpcCodec codec = new JsonRpcCodec(
				JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build());
		JsonRpcResponse response = (JsonRpcResponse) codec.readResponse(json);
		assertThat(response.resultAs(Object.class)).isEqualTo(Map.of("a", 2));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(response::result);
	}

	private static String write(JsonRpcCodec codec, Object... params) {
		return text(codec.write(JsonRpcRequest.of("a").params(params).id(1).build()));
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	@JsonRootName("person")
	record Person(String firstName, String lastName) {
	}

}
