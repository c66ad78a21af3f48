package io.github.jsonrpcspring.client;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the conversion of results to Java types.
 */
class ResultConversionTests {

	private static final String UNUSABLE = "{\"jsonrpc\":\"2.0\",\"result\":{\"x\":1},\"id\":1}";

	private static JsonRpcTemplate answering(String result) {
		return JsonRpcTemplate.builder(StubTransport.json("{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":1}"))
			.build();
	}

	private static <T> T request(String result, Class<T> type) {
		return answering(result).request("m", type);
	}

	private static <T> T request(String result, ParameterizedTypeReference<T> type) {
		return answering(result).request("m", type);
	}

	private static JsonRpcResultConversionException misfit(String result, Class<?> type) {
		return catchThrowableOfType(JsonRpcResultConversionException.class, () -> request(result, type));
	}

	@Test
	void simpleTypes() {
		assertThat(request("5", Integer.class)).isEqualTo(5);
		assertThat(request("5", Long.class)).isEqualTo(5L);
		assertThat(request("true", Boolean.class)).isTrue();
		assertThat(request("\"ä\\u0041\"", String.class)).isEqualTo("äA");
		assertThat(request("[1,2]", int[].class)).containsExactly(1, 2);
		assertThat(request("{\"x\":1,\"y\":2}", Point.class)).isEqualTo(new Point(1, 2));
		assertThat(request("{\"x\":1}", JsonNode.class)).hasToString("{\"x\":1}");
	}

	@Test
	void genericTypes() {
		assertThat(request("[{\"x\":1,\"y\":2}]", new ParameterizedTypeReference<List<Point>>() {
		})).containsExactly(new Point(1, 2));
		assertThat(request("{\"a\":[1]}", new ParameterizedTypeReference<Map<String, List<Long>>>() {
		})).isEqualTo(Map.of("a", List.of(1L)));
	}

	@Test
	void numbersAreExact() {
		assertThat(request("0.1", BigDecimal.class)).isEqualTo(new BigDecimal("0.1"));
		assertThat(request("1.10", BigDecimal.class)).isEqualTo(new BigDecimal("1.10"));
		assertThat(request("9007199254740993", Long.class)).isEqualTo(9007199254740993L);
		assertThat(request("123456789012345678901234567890", BigInteger.class))
			.isEqualTo(new BigInteger("123456789012345678901234567890"));
		assertThat(request("1.10", JsonNode.class)).hasToString("1.10");
		assertThat(request("1.5", Double.class)).isEqualTo(1.5);
		assertThat(request("1.5", Number.class)).isEqualTo(new BigDecimal("1.5"));
	}

	@Test
	void decimalsInUntypedMapsAreExact() {
		Map<String, Object> map = request(
				"{\"amount\":0.10,\"list\":[123456789.123456789012345678],\"big\":9007199254740993}",
				new ParameterizedTypeReference<>() {
				});
		assertThat(map).containsEntry("amount", new BigDecimal("0.10"))
			.containsEntry("list", List.of(new BigDecimal("123456789.123456789012345678")))
			.containsEntry("big", 9007199254740993L);
	}

	@ParameterizedTest
	@ValueSource(classes = { int.class, Integer.class, long.class, Long.class, short.class, byte.class,
			BigInteger.class, AtomicInteger.class })
	void fractionDoesNotFitAnInteger(Class<?> type) {
		assertThat(misfit("5.5", type)).hasMessageContaining("does not fit " + type.getName());
		assertThat(misfit("0.1", type)).isNotNull();
		assertThat(misfit("55e-1", type)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(classes = { int.class, Integer.class, long.class, short.class, byte.class, BigInteger.class })
	void wholeNumberWithAPointFitsAnInteger(Class<?> type) {
		assertThat(request("5.0", type)).hasToString("5");
		assertThat(request("5.000", type)).hasToString("5");
		assertThat(request("5e1", type)).hasToString("50");
	}

	@Test
	void fractionDoesNotFitAnIntegerInsideAResultEither() {
		assertThat(misfit("{\"x\":1,\"y\":2.5}", Point.class)).isNotNull()
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo("/y"));
		assertThat(misfit("[1,2.5]", int[].class)).isNotNull();
		assertThatExceptionOfType(JsonRpcResultConversionException.class).isThrownBy(
				() -> request("[{\"x\":1,\"y\":2},{\"x\":1.5,\"y\":2}]", new ParameterizedTypeReference<List<Point>>() {
				}))
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo("/1/x"));
		assertThatExceptionOfType(JsonRpcResultConversionException.class)
			.isThrownBy(() -> request("[1,2.5]", new ParameterizedTypeReference<List<BigInteger>>() {
			}));
		assertThat(request("{\"x\":1.0,\"y\":2e0}", Point.class)).isEqualTo(new Point(1, 2));
		assertThat(request("{\"whole\":1.0,\"decimal\":1.50,\"any\":2.50}", Mixed.class))
			.isEqualTo(new Mixed(BigInteger.ONE, new BigDecimal("1.50"), new BigDecimal("2.50")));
	}

	@ParameterizedTest
	@CsvSource({ "2147483648, int", "-2147483649, int", "9223372036854775808, long", "1e30, long" })
	void numberThatIsTooLargeDoesNotFit(String number, String type) {
		assertThat(misfit(number, type.equals("int") ? int.class : long.class)).isNotNull();
	}

	@Test
	void pathSaysWhereTheMisfitIs() {
		JsonRpcResultConversionException exception = catchThrowableOfType(JsonRpcResultConversionException.class,
				() -> request("{\"points\":[{\"x\":1,\"y\":2},{\"x\":1,\"y\":\"secret\"}]}", Line.class));
		assertThat(exception.path()).isEqualTo("/points/1/y");
		assertThat(exception.targetType()).isEqualTo(Line.class.getName());
		assertThat(exception).hasMessage("Client 'default', method 'm', id 1: the result at /points/1/y does not fit "
				+ Line.class.getName() + ": found string");
	}

	@Test
	void pathOfANumberThatIsTooLargeIsKnownToo() {
		assertThat(misfit("{\"x\":1,\"y\":99999999999}", Point.class).path()).isEqualTo("/y");
	}

	@Test
	void pathIsAPointerOnOneLine() {
		JsonRpcResultConversionException exception = catchThrowableOfType(JsonRpcResultConversionException.class,
				() -> request("{\"a/b~c\\nd\":{\"" + "e".repeat(1000) + "\":\"text\"}}",
						new ParameterizedTypeReference<Map<String, Map<String, Integer>>>() {
						}));
		assertThat(exception.path()).startsWith("/a~1b~0c\nd/eee").hasSizeGreaterThan(1000);
		assertThat(exception.getMessage()).doesNotContain("\n").hasSizeLessThan(600);
	}

	@Test
	void genericTypeIsNamed() {
		JsonRpcResultConversionException exception = catchThrowableOfType(JsonRpcResultConversionException.class,
				() -> request("5", new ParameterizedTypeReference<List<String>>() {
				}));
		assertThat(exception.targetType()).isEqualTo("java.util.List<java.lang.String>");
		assertThat(exception.path()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void misfitIsNoTransportFailure(Style style) {
		JsonRpcTemplate rpc = answering("\"secret\"");
		assertThatExceptionOfType(JsonRpcResultConversionException.class)
			.isThrownBy(() -> style.request(rpc, "m", Integer.class))
			.isNotInstanceOf(JsonRpcTransportException.class)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@Test
	void misfitSurvivesSerialization() throws Exception {
		JsonRpcResultConversionException exception = misfit("{\"x\":1,\"y\":\"text\"}", Point.class);
		JsonRpcResultConversionException copy = ExceptionTests.copy(exception);
		assertThat(copy.path()).isEqualTo("/y");
		assertThat(copy.targetType()).isEqualTo(Point.class.getName());
	}

	/**
	 * What the JVM throws for a class, Reactor throws where nobody waits for it.
	 */
	@ParameterizedTest
	@EnumSource
	void typeThatCannotBeInitializedIsAMisfit(Style style) {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json(UNUSABLE))) {
			JsonRpcTemplate.Builder builder = JsonRpcTemplate.builder(server.uri().toString())
				.idGenerator(() -> JsonRpcId.of(1));
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler((context) -> true);
			for (JsonRpcTemplate rpc : List.of(builder.build(),
					builder.build().mutate().interceptor((request, chain) -> chain.next(request)).build(),
					builder.build().mutate().observationRegistry(registry).build())) {
				assertThatExceptionOfType(JsonRpcResultConversionException.class)
					.isThrownBy(() -> style.request(rpc, "m", Unusable.class))
					.withMessageContaining("Unusable: see the cause")
					.withCauseInstanceOf(LinkageError.class);
			}
		}
	}

	@Test
	void typeThatCannotBeInitializedIsAMisfitOfItsCallInABatch() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("[" + UNUSABLE + "]"))) {
			JsonRpcBatch batch = JsonRpcTemplate.builder(server.uri().toString()).build().batch();
			JsonRpcBatch.Call<Unusable> call = batch.add("m", Unusable.class);
			assertThat(batch.execute().error(call)).isInstanceOf(JsonRpcResultConversionException.class)
				.hasCauseInstanceOf(LinkageError.class);
		}
	}

	@Test
	void typeThatCannotBeInitializedIsAMisfitOfAnElement() {
		try (RawHttpServer server = RawHttpServer
			.answering(RawAnswer.json(UNUSABLE.replace("{\"x\":1}", "[{\"x\":1}]")))) {
			JsonRpcTemplate rpc = JsonRpcTemplate.builder(server.uri().toString()).build();
			assertThatExceptionOfType(JsonRpcResultConversionException.class)
				.isThrownBy(() -> rpc.method("m").retrieveStream(Unusable.class))
				.withCauseInstanceOf(LinkageError.class);
		}
	}

	record Unusable(int x) {

		static final int NUMBER = Integer.parseInt("none");

	}

	record Point(int x, int y) {
	}

	record Mixed(BigInteger whole, BigDecimal decimal, Object any) {
	}

	record Line(List<Point> points) {
	}

}
