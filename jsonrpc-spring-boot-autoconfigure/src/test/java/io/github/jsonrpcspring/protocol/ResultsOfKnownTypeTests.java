package io.github.jsonrpcspring.protocol;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Results of a known type, which are converted on the way: no one may see a difference.
 */
class ResultsOfKnownTypeTests {

	private static final List<String> VALUES = List.of("5", "5.0", "5.5", "-0", "1e2", "1e999999999",
			"12345678901234567890", "0.10", "null", "true", "\"\"", "\"5\"", "\"a\\u00e9\\n\"", "\"Grüße 😀\"", "[]",
			"[1,2]", "[1,null,2.5]", "[\"a\"]", "{}", "{\"name\":\"a\",\"size\":3}", "{\"name\":\"a\",\"size\":3.5}",
			"{\"name\":\"a\",\"size\":3.0,\"more\":{\"deep\":[{}]}}", "{\"size\":null}", "{\"size\":1,\"size\":2}",
			"{\"name\":[1]}", "[{\"name\":\"a\",\"size\":1},{\"name\":\"b\",\"size\":\"x\"}]", "[[[[[]]]]]");

	private static final List<String> MESSAGES = List.of("{\"jsonrpc\":\"2.0\",\"result\":%s,\"id\":1}",
			" \n{ \"id\" : \"a\" , \"result\" : %s }\t", "\uFEFF{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":%s}",
			"{\"jsonrpc\":\"2.0\",\"result\":%s,\"error\":{\"code\":1,\"message\":\"no\"},\"id\":1}",
			"{\"error\":{\"code\":1,\"message\":\"no\"},\"result\":%s,\"id\":1}",
			"{\"error\":null,\"result\":%s,\"id\":1}", "{\"error\":{},\"result\":%s,\"id\":1}",
			"{\"result\":%s,\"error\":{},\"id\":[1]}", "{\"result\":%s,\"result\":1,\"id\":1}",
			"{\"result\":1,\"id\":1,\"result\":%s}", "{\"jsonrpc\":\"3.0\",\"result\":%s,\"id\":1}",
			"{\"jsonrpc\":2.0,\"result\":%s,\"id\":1.5}", "{\"result\":%s,\"id\":1} {}", "{\"result\":%s,\"id\":1",
			"{\"result\":%s,\"id\":1e999999999}", "{\"result\":%s,\"id\":1,\"id\":2}", "{\"other\":%s,\"result\":1}",
			"[{\"result\":%s,\"id\":1},{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":7},3,{\"id\":4}]",
			"[{\"id\":1,\"error\":{\"code\":1,\"message\":\"no\"}},{\"result\":%s,\"id\":1},{\"id\":4,\"result\":5.5}]",
			"[{\"result\":%s,\"id\":1}", "%s", "[%s]");

	private static final List<Type> TYPES = List.of(Integer.class, int.class, Long.class, Short.class, BigInteger.class,
			BigDecimal.class, Double.class, String.class, Boolean.class, Object.class, JsonNode.class, Thing.class,
			Bean.class, int[].class, Void.class, TimesTwo.class, Greedy.class, Lazy.class, Blind.class, Abstract.class,
			new TypeReference<Optional<Integer>>() {
			}.getType(), new TypeReference<List<Thing>>() {
			}.getType(), new TypeReference<List<Integer>>() {
			}.getType(), new TypeReference<Map<String, Object>>() {
			}.getType());

	private static final SimpleModule MODULE = new SimpleModule().addDeserializer(Greedy.class, new GreedyReader())
		.addDeserializer(Lazy.class, new LazyReader())
		.addDeserializer(Blind.class, new BlindReader());

	static Stream<JsonRpcCodec> codecs() {
		return Stream.of(new JsonRpcCodec(JsonMapper.builder().addModule(MODULE).build()),
				new JsonRpcCodec(JsonMapper.builder()
					.addModule(MODULE)
					.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
					.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
					.build()));
	}

	@ParameterizedTest
	@MethodSource("codecs")
	void knownTypeChangesNothing(JsonRpcCodec codec) {
		for (String message : MESSAGES) {
			for (String value : VALUES) {
				byte[] json = message.formatted(value).getBytes(StandardCharsets.UTF_8);
				for (JsonRpcValidation validation : JsonRpcValidation.values()) {
					for (Type type : TYPES) {
						JavaType javaType = codec.mapper().constructType(type);
						assertThat(read(codec, json, validation, javaType, javaType))
							.as("%s of %s as %s", validation, new String(json, StandardCharsets.UTF_8), type)
							.isEqualTo(read(codec, json, validation, null, javaType));
					}
				}
			}
		}
	}

	@Test
	void anotherTypeThanTheKnownOneIsConvertedToo() {
		JsonRpcCodec codec = JsonRpcCodec.create();
		JsonRpcResponse response = read("{\"result\":\"5\",\"id\":1}", String.class);
		assertThat(response.resultAs(JsonNode.class)).isEqualTo(codec.mapper().readTree("\"5\""));
		assertThat(response.resultAs(String.class)).isEqualTo("5");
		assertThat(response.result()).isEqualTo(codec.mapper().readTree("\"5\""));
		assertThat(response.raw()).isEqualTo(codec.mapper().readTree("{\"result\":\"5\",\"id\":1}"));
	}

	@Test
	void everyTakerHasAResultOfItsOwn() {
		Type type = new TypeReference<ArrayList<Integer>>() {
		}.getType();
		JsonRpcResponse response = read("{\"result\":[1],\"id\":1}", type)
			.withRequest(JsonRpcRequest.of("list").id(1).build());
		JavaType list = JsonRpcCodec.create().mapper().constructType(type);
		List<Integer> first = response.resultAs(list);
		assertThat(first).isNotNull();
		first.clear();
		assertThat(response.<List<Integer>>resultAs(list)).containsExactly(1);
	}

	@Test
	void resultIsConvertedOnceWhileItIsRead() {
		AtomicInteger conversions = new AtomicInteger();
		JsonRpcCodec codec = counting(conversions);
		JavaType type = codec.mapper().constructType(Blind.class);
		for (String value : List.of("5", "{\"a\":[{}]}", "[[1],{}]")) {
			conversions.set(0);
			JsonRpcResponse response = (JsonRpcResponse) codec.readResponse(
					("{\"jsonrpc\":\"2.0\",\"result\":" + value + ",\"id\":1}").getBytes(StandardCharsets.UTF_8),
					JsonRpcVersion.V2_0, JsonRpcValidation.STRICT, type);
			assertThat(conversions).hasValue(1);
			assertThat(response.<Blind>resultAs(type)).isNotNull();
			assertThat(conversions).hasValue(1);
			assertThat(response.<Blind>resultAs(type)).isNotNull();
			assertThat(conversions).hasValue(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "5,\"error\":{\"code\":1,\"message\":\"no\"}" })
	void resultBehindAnErrorAndNullAreNotConverted(String ending) {
		AtomicInteger conversions = new AtomicInteger();
		JsonRpcCodec codec = counting(conversions);
		String start = ending.equals("null") ? "{\"result\":"
				: "{\"error\":{\"code\":1,\"message\":\"no\"},\"result\":";
		byte[] json = (start + ending.split(",", 2)[0] + ",\"id\":1}").getBytes(StandardCharsets.UTF_8);
		codec.readResponse(json, null, JsonRpcValidation.LENIENT, codec.mapper().constructType(Blind.class));
		assertThat(conversions).hasValue(0);
	}

	@Test
	void resultThatDoesNotFitShowsOnlyWhereItIsConverted() {
		JsonRpcResponse response = read("{\"result\":{\"name\":\"a\",\"size\":\"x\"},\"id\":1}", Thing.class);
		assertThat(response.id()).isEqualTo(JsonRpcId.of(1));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> response.resultAs(Thing.class))
			.satisfies((ex) -> assertThat(ex.getPath()).singleElement()
				.satisfies((step) -> assertThat(step.getPropertyName()).isEqualTo("size")));
	}

	private static JsonRpcCodec counting(AtomicInteger conversions) {
		return new JsonRpcCodec(JsonMapper.builder()
			.addModule(new SimpleModule().addDeserializer(Blind.class, new ValueDeserializer<Blind>() {
				@Override
				public Blind deserialize(JsonParser parser, DeserializationContext context) {
					conversions.incrementAndGet();
					parser.skipChildren();
					return new Blind("counted");
				}
			}))
			.build());
	}

	private static JsonRpcResponse read(String json, Type type) {
		JsonRpcCodec codec = JsonRpcCodec.create();
		return (JsonRpcResponse) codec.readResponse(json.getBytes(StandardCharsets.UTF_8), null,
				JsonRpcValidation.LENIENT, codec.mapper().constructType(type));
	}

	/**
	 * Return all that can be seen of the answer.
	 */
	private static String read(JsonRpcCodec codec, byte[] json, JsonRpcValidation validation, @Nullable JavaType known,
			JavaType type) {
		try {
			JsonRpcMessage message = codec.readResponse(json, JsonRpcVersion.V2_0, validation, known);
			if (message instanceof JsonRpcBatchResponse batch) {
				return "batch" + batch.responses().stream().map((one) -> show(codec, one, type)).toList();
			}
			return show(codec, (JsonRpcResponse) message, type);
		}
		catch (JsonRpcProtocolException ex) {
			return show(ex) + ex.isJson() + ex.specSection();
		}
	}

	private static String show(JsonRpcCodec codec, JsonRpcResponse response, JavaType type) {
		return response.version() + " " + response.id() + " " + response.error()
				+ ((response.violation() != null) ? show(response.violation()) : "") + tree(response::raw)
				+ tree(response::result) + convert(codec, response, type) + convert(codec, response, type);
	}

	private static String tree(java.util.function.Supplier<@Nullable JsonNode> tree) {
		try {
			return String.valueOf(tree.get());
		}
		catch (RuntimeException ex) {
			return show(ex);
		}
	}

	private static String convert(JsonRpcCodec codec, JsonRpcResponse response, JavaType type) {
		try {
			Object value = response.resultAs(type);
			return ((value != null) ? value.getClass() : "") + codec.mapper().writeValueAsString(value);
		}
		catch (RuntimeException ex) {
			return show(ex);
		}
	}

	private static String show(Exception ex) {
		return ex.getClass() + ": " + ex.getMessage() + ((ex.getCause() != null) ? ex.getCause().toString() : "");
	}

	record Thing(String name, int size) {
	}

	static class Bean {

		public @Nullable String name;

		public long size;

	}

	record TimesTwo(int value) {

		@com.fasterxml.jackson.annotation.JsonCreator
		static TimesTwo of(int value) {
			if (value == 5) {
				throw new IllegalArgumentException("not five");
			}
			return new TimesTwo(2 * value);
		}

	}

	interface Abstract {

	}

	record Greedy(String text) {
	}

	/** Reads to the end of everything. */
	static final class GreedyReader extends ValueDeserializer<Greedy> {

		@Override
		public Greedy deserialize(JsonParser parser, DeserializationContext context) {
			StringBuilder text = new StringBuilder();
			for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
				text.append(token);
			}
			return new Greedy(text.toString());
		}

	}

	record Lazy(String text) {
	}

	/** Reads one token more, and nothing of what is within. */
	static final class LazyReader extends ValueDeserializer<Lazy> {

		@Override
		public Lazy deserialize(JsonParser parser, DeserializationContext context) {
			return new Lazy(parser.currentToken() + " " + parser.nextToken());
		}

	}

	record Blind(String text) {
	}

	/** Reads nothing at all. */
	static final class BlindReader extends ValueDeserializer<Blind> {

		@Override
		public Blind deserialize(JsonParser parser, DeserializationContext context) {
			return new Blind(String.valueOf(parser.currentToken()));
		}

	}

}
