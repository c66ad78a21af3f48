package io.github.jsonrpcspring.client;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.PieceTransport;
import io.github.jsonrpcspring.testsupport.StackTraces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Elements that are read as they come are those of a result that is read as a whole, and
 * what is wrong with an answer ends them in the same exception, wherever its bytes are
 * cut.
 */
class StreamedResultTests {

	private static final List<Class<?>> TYPES = List.of(Item.class, Integer.class, Object.class);

	record Item(String name, @Nullable BigDecimal amount, @Nullable List<Integer> numbers) {
	}

	/** What the elements are, and the exception behind them. */
	record Outcome(@Nullable List<?> elements, @Nullable Throwable failure) {

		/**
		 * Return this outcome as far as another was read, which ends where it is no JSON.
		 */
		private Outcome until(Outcome other) {
			String rule = "invalid response: (not JSON|beyond a limit).*";
			if (this.failure instanceof JsonRpcInvalidResponseException whole
					&& other.failure instanceof JsonRpcInvalidResponseException streamed
					&& String.valueOf(whole.getMessage()).startsWith(String.valueOf(streamed.getMessage()))
					&& String.valueOf(whole.getMessage()).matches("(?s).*" + rule)) {
				return other;
			}
			return this;
		}

		private List<@Nullable Object> comparable() {
			List<@Nullable Object> parts = new ArrayList<>();
			parts.add((this.failure == null) ? Objects.requireNonNullElse(this.elements, List.of()) : null);
			for (Throwable cause = this.failure; cause != null; cause = cause.getCause()) {
				// Jackson tells where in the bytes, of which an element has others
				String message = String.valueOf(cause.getMessage());
				parts.add(cause.getClass() + ": " + ((cause == this.failure) ? message
						: message.replaceAll("(?s)\\n at \\[.*?\\](?= \\(through|$)", "")));
			}
			if (this.failure instanceof JsonRpcErrorException error) {
				parts.add(error.error().toString());
			}
			return parts;
		}

	}

	static List<String> documents() {
		String rest = "'jsonrpc':'2.0','id':1";
		List<String> documents = new ArrayList<>(List.of("{" + rest + ",'result':[]}", "{" + rest + ",'result':[ ]}",
				"{" + rest + ",'result':[1,2,3]}", " { 'result' : [ 1 , -2 ,\n3e0\t] , " + rest + " } \n",
				"{'result':[1],'id':1}", "{'id':1,'result':[1],'jsonrpc':'2.0'}", "{'result':[1,2]," + rest + "}",
				"{" + rest + ",'result':[{'name':'a','amount':1.10,'numbers':[1,2]},{'name':'}],[{','amount':1e400}]}",
				"{" + rest + ",'result':[{'name':'\\'\\\\'},{'name':'\\u0041é€😀'}],'more':[1,{'a':[]}]}",
				"{" + rest + ",'result':[12345678901234567890,0.1000000000000000055511151231257827,5.0,5.5]}",
				"{" + rest + ",'result':[2147483648,1]}", "{" + rest + ",'result':[1,'x',3]}",
				"{" + rest + ",'result':[{'name':'a'},{'name':'b','numbers':[1,'x']}]}",
				"{" + rest + ",'result':[{'name':'a'},{'name':{}}]}", "{" + rest + ",'result':[[],[1]]}",
				"{" + rest + ",'result':null}", "{" + rest + ",'result':7}", "{" + rest + ",'result':{'name':'a'}}",
				"{" + rest + ",'result':'text'}", "{" + rest + "}", "{}", "[]", "", " ", "null", "7", "'text'",
				"[{" + rest + ",'result':[1]}]", "{" + rest + ",'error':{'code':-32601,'message':'no'}}",
				"{" + rest + ",'error':null,'result':[1]}", "{" + rest + ",'result':[1],'error':null}",
				"{" + rest + ",'result':[1],'error':{'code':7,'message':'late','data':[1]}}",
				"{" + rest + ",'error':{'code':7,'message':'early'},'result':[1]}",
				"{" + rest + ",'error':{},'result':[1]}", "{" + rest + ",'result':[1],'error':{}}",
				"{" + rest + ",'result':[1],'error':false}", "{" + rest + ",'result':[1],'error':'text'}",
				"{'jsonrpc':'2.0','id':2,'result':[1]}", "{'result':[1],'jsonrpc':'2.0','id':2}",
				"{'result':[1],'jsonrpc':'2.0'}", "{'result':[1],'jsonrpc':'2.0','id':null}",
				"{'result':[1],'jsonrpc':'2.0','id':'1'}", "{'id':'1','jsonrpc':'2.0','result':[1]}",
				"{'jsonrpc':'3.0','id':1,'result':[1]}", "{'result':[1],'id':1,'jsonrpc':'3.0'}",
				"{'jsonrpc':'1.0','id':1,'result':[1],'error':null}", "{'jsonrpc':2.0,'id':1,'result':[1]}",
				"{" + rest + ",'result':[1],'result':[2]}", "{" + rest + ",'result':2,'result':[1]}",
				"{" + rest + ",'result':[1],'id':1}", "{'id':1," + rest + ",'result':[1]}",
				"{" + rest + ",'a':1,'a':2,'result':[1]}", "{" + rest + ",'re\\u0073ult':[1,2]}",
				"{" + rest + ",'re\\u0073ult':[1,2],'result':[1]}", "{" + rest + ",'Result':[1]}",
				"{" + rest + ",'result':[1,2]}{}", "{" + rest + ",'result':[1,2]} 7", "{" + rest + ",'result':[1,2]},",
				"{" + rest + ",'result':[1,2]", "{" + rest + ",'result':[1,2", "{" + rest + ",'result':[1,",
				"{" + rest + ",'result':[", "{" + rest + ",'result':[{'name':'a", "{" + rest + ",'result':[1,2],",
				"{" + rest + ",'result':[1,2],'x", "{" + rest + ",'result':[1,,2]}", "{" + rest + ",'result':[,1]}",
				"{" + rest + ",'result':[1,]}", "{" + rest + ",'result':[1 2]}", "{" + rest + ",'result':[1}",
				"{" + rest + ",'result':[{'name':'a']}", "{" + rest + ",'result':[{'name':'a'}}",
				"{" + rest + ",'result':[1,tru]}", "{" + rest + ",'result':[1,+2]}", "{" + rest + ",'result':[1,01]}",
				"{" + rest + ",'result':[1,'a\tb']}", "{" + rest + ",'result':[1,'\\x']}", "{" + rest + ",'result':1]}",
				"{" + rest + ",'result':[1]]}", "{" + rest + " 'result':[1]}", "{,'result':[1]," + rest + "}",
				"{" + rest + ",,'result':[1]}", "{" + rest + ",'result'[1]}", "{" + rest + ",result:[1]}",
				"{'result':[1]," + rest + ",}", "{/**/" + rest + ",'result':[1]}", "<html>",
				"﻿{" + rest + ",'result':[1]}", "{" + rest + ",'result':" + "[".repeat(400) + "]".repeat(400) + "}",
				"{" + rest + ",'result':[" + "[".repeat(498) + "]".repeat(498) + "]}",
				"{" + rest + ",'result':[" + "[".repeat(499) + "]".repeat(499) + "]}",
				"{" + rest + ",'result':[1," + "7".repeat(1001) + "]}", "{" + rest + ",'result':[1e99999999999]}",
				"{" + rest + ",'id':2,'result':[" + "7".repeat(1001) + "]}", "{'method':'m','params':[1]," + rest + "}",
				"{" + rest + ",'method':'m','result':[1]}"));
		return documents;
	}

	@ParameterizedTest
	@MethodSource("documents")
	void elementsAndExceptionsAreThoseOfTheWhole(String document) {
		byte[] body = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
		assertSame(body, List.of(JsonRpcValidation.values()));
	}

	@Test
	void documentsThatAreNotUtf8AreRefusedWhereverTheyAreBroken() {
		String beginning = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"é\",\"";
		for (int[] broken : new int[][] { { 0xC0, 0x80 }, { 0xE9 }, { 0xED, 0xA0, 0x80 }, { 0xF5, 0x80, 0x80, 0x80 },
				{ 0xE2, 0x82 }, { 0x80 }, { 0xFF } }) {
			for (String end : List.of("\"]}", "\",1],\"more\":1}")) {
				ByteArrayOutputStream body = new ByteArrayOutputStream();
				body.writeBytes(beginning.getBytes(StandardCharsets.UTF_8));
				Arrays.stream(broken).forEach(body::write);
				body.writeBytes(end.getBytes(StandardCharsets.UTF_8));
				assertSame(body.toByteArray(), List.of(JsonRpcValidation.LENIENT));
				ByteArrayOutputStream outside = new ByteArrayOutputStream();
				outside.writeBytes((beginning + "\"],\"more\":\"").getBytes(StandardCharsets.UTF_8));
				Arrays.stream(broken).forEach(outside::write);
				outside.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
				assertSame(outside.toByteArray(), List.of(JsonRpcValidation.LENIENT));
			}
		}
		assertSame("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[1]}".getBytes(StandardCharsets.UTF_16LE),
				List.of(JsonRpcValidation.LENIENT));
		assertSame("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[1]}".getBytes(StandardCharsets.UTF_16BE),
				List.of(JsonRpcValidation.LENIENT));
	}

	private static void assertSame(byte[] body, List<JsonRpcValidation> levels) {
		for (JsonRpcValidation level : levels) {
			for (JsonRpcVersion version : JsonRpcVersion.values()) {
				for (Class<?> type : TYPES) {
					Consumer<JsonRpcTemplate.Builder> settings = (builder) -> builder.validation(level)
						.version(version);
					Outcome whole = whole(PieceTransport.split(body, 0), settings, type);
					assertOutcome(PieceTransport.bytewise(body), settings, type, whole);
					boolean each = type == Item.class && level == JsonRpcValidation.LENIENT && body.length < 200;
					for (int at = 0; at <= (each ? body.length : 0); at++) {
						assertOutcome(PieceTransport.split(body, at), settings, type, whole);
					}
				}
			}
		}
	}

	private static void assertOutcome(JsonRpcTransport transport, Consumer<JsonRpcTemplate.Builder> settings,
			Class<?> type, Outcome whole) {
		Outcome streamed = streamed(transport, settings, type);
		if (isMisfit(streamed) && !isMisfit(whole)) {
			// It came first; what the whole is refused for stands behind it
			assertThat(whole.failure()).isInstanceOfAny(JsonRpcInvalidResponseException.class,
					JsonRpcErrorException.class);
			return;
		}
		assertThat(streamed.comparable())
			.as(() -> (streamed.failure() != null) ? StackTraces.of(streamed.failure()) : "no failure")
			.isEqualTo(whole.until(streamed).comparable());
		if (whole.failure() == null) {
			assertThat(blocking(transport, settings, type).comparable()).isEqualTo(whole.comparable());
		}
	}

	private static boolean isMisfit(Outcome outcome) {
		return outcome.failure() instanceof JsonRpcResultConversionException;
	}

	private static JsonRpcTemplate template(JsonRpcTransport transport, Consumer<JsonRpcTemplate.Builder> settings) {
		JsonRpcTemplate.Builder builder = JsonRpcTemplate.builder(transport).name("stub");
		settings.accept(builder);
		return builder.build();
	}

	private static Outcome whole(JsonRpcTransport transport, Consumer<JsonRpcTemplate.Builder> settings,
			Class<?> type) {
		JsonRpcTemplate rpc = template(transport, settings);
		List<List<?>> result = new ArrayList<>();
		Throwable failure = catchThrowable(() -> result.add(rpc.method("m")
			.retrieve(ParameterizedTypeReference
				.<List<?>>forType(ResolvableType.forClassWithGenerics(List.class, type).getType()))));
		return new Outcome(result.isEmpty() ? null : result.get(0), failure);
	}

	private static Outcome streamed(JsonRpcTransport transport, Consumer<JsonRpcTemplate.Builder> settings,
			Class<?> type) {
		List<Object> elements = new ArrayList<>();
		Throwable failure = catchThrowable(() -> template(transport, settings).reactive()
			.method("m")
			.retrieveFlux(type)
			.doOnNext(elements::add)
			.blockLast());
		return new Outcome(elements, failure);
	}

	private static Outcome blocking(JsonRpcTransport transport, Consumer<JsonRpcTemplate.Builder> settings,
			Class<?> type) {
		try (Stream<?> elements = template(transport, settings).method("m").retrieveStream(type)) {
			return new Outcome(elements.toList(), null);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{,\"id\":77,\"result\":[\"foreign\"]}", "{\"id\":77,,\"result\":[\"foreign\"]}",
			"{\"id\" 77,\"result\":[\"foreign\"]}", "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":[\"foreign\"]}" })
	void answerThatIsWrongBeforeItsResultLetsNoElementOut(String answer) {
		// Written by the mapper of the client only
		JsonMapper mapper = JsonMapper.builder()
			.addModule(new SimpleModule().addSerializer(Unwritable.class, new ToStringSerializer(Unwritable.class)))
			.build();
		List<Object> elements = new ArrayList<>();
		Throwable failure = catchThrowable(
				() -> template(PieceTransport.bytewise(answer.getBytes(StandardCharsets.UTF_8)),
						(builder) -> builder.jsonMapper(mapper))
					.reactive()
					.method("m")
					.params(new Unwritable())
					.retrieveFlux(String.class)
					.doOnNext(elements::add)
					.blockLast());
		assertThat(failure).isInstanceOf(JsonRpcInvalidResponseException.class);
		assertThat(elements).isEmpty();
	}

	/** By its properties it would be written without an end. */
	static final class Unwritable {

		public Unwritable getSelf() {
			return this;
		}

		@Override
		public String toString() {
			return "written";
		}

	}

	@Test
	void generatedElementsAreThoseOfTheWhole() {
		Random random = new Random(7);
		for (int i = 0; i < 200; i++) {
			String result = IntStream.range(0, random.nextInt(6))
				.mapToObj((index) -> value(random, 4))
				.toList()
				.toString();
			List<String> members = new ArrayList<>(
					List.of("\"jsonrpc\":\"2.0\"", "\"id\":1", "\"result\":" + result, "\"more\":" + value(random, 3)));
			Collections.shuffle(members, random);
			byte[] body = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
			byte[] damaged = body.clone();
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(128);
			for (byte[] each : List.of(body, damaged)) {
				Outcome whole = whole(PieceTransport.split(each, 0), (builder) -> {
				}, JsonNode.class);
				for (JsonRpcTransport transport : List.of(PieceTransport.bytewise(each),
						PieceTransport.split(each, random.nextInt(each.length)))) {
					assertOutcome(transport, (builder) -> {
					}, JsonNode.class, whole);
				}
			}
		}
	}

	private static String value(Random random, int depth) {
		return switch (random.nextInt((depth > 0) ? 8 : 6)) {
			case 0 -> new BigInteger(random.nextInt(100), random).toString();
			case 1 -> random.nextInt(1000) + "." + random.nextInt(1000) + "E-" + random.nextInt(30);
			case 2 -> "\"" + "x[]{},\\\"\\\\é€😀".substring(0, random.nextBoolean() ? 6 : 10) + "\"";
			case 3 -> "true";
			case 4 -> " \n\t" + random.nextInt();
			case 5 -> "null";
			case 6 ->
				IntStream.range(0, random.nextInt(4)).mapToObj((i) -> value(random, depth - 1)).toList().toString();
			default -> "{\"result\":" + value(random, depth - 1) + " , \"\\\"\" :" + value(random, depth - 1) + "}";
		};
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 1024, 100_000 })
	void manyElementsAreAllThereAndTheErrorBehindThemToo(int size) {
		String elements = String.join(",", IntStream.range(0, 20_000).mapToObj(String::valueOf).toList());
		for (String end : List.of("],\"id\":1}", "],\"id\":1,\"error\":{\"code\":7,\"message\":\"late\"}}",
				"],\"id\":2}", ",x],\"id\":1}", ",\"x\"],\"id\":1}", ",7")) {
			byte[] body = ("{\"result\":[" + elements + end).getBytes(StandardCharsets.UTF_8);
			Flux<byte[]> pieces = Flux.range(0, (body.length + size - 1) / size)
				.map((i) -> Arrays.copyOfRange(body, i * size, Math.min(body.length, (i + 1) * size)));
			List<Integer> read = new ArrayList<>();
			Throwable failure = catchThrowable(() -> JsonRpcTemplate.builder(PieceTransport.of(pieces))
				.name("stub")
				.build()
				.reactive()
				.method("m")
				.retrieveFlux(Integer.class)
				.doOnNext(read::add)
				.blockLast());
			Outcome whole = whole(PieceTransport.split(body, 0), (builder) -> {
			}, Integer.class);
			assertThat(new Outcome(read, failure).comparable())
				.isEqualTo(whole.until(new Outcome(read, failure)).comparable());
			assertThat(read.subList(0, 20_000)).isEqualTo(IntStream.range(0, 20_000).boxed().toList());
		}
	}

	@Test
	void whatFailsBeforeTheResultLetsNoElementOut() {
		for (String beginning : List.of("'jsonrpc':'2.0','id':2", "'jsonrpc':'2.0','error':{'code':1,'message':'no'}",
				"'jsonrpc':'7'", "'jsonrpc':'2.0','id':null", "'jsonrpc':'2.0','id':1,'id':1",
				"'jsonrpc':'2.0','jsonrpc':'2.0'", "'jsonrpc':'2.0','id':1,'result':7", "'jsonrpc':'2.0',,'id':1",
				"'jsonrpc':'2.0' 'id':1", "'a':01", "'a':'b']", "{}")) {
			List<Object> elements = new ArrayList<>();
			Throwable failure = catchThrowable(() -> template(
					PieceTransport.of(PieceTransport.body(("{" + beginning + ",'result':[1,2]}").replace('\'', '"'))),
					(builder) -> {
					})
				.reactive()
				.method("m")
				.retrieveFlux(Integer.class)
				.doOnNext(elements::add)
				.blockLast());
			assertThat(failure).isInstanceOf(JsonRpcException.class);
			assertThat(elements).isEmpty();
		}
	}

	@Test
	void elementsComeBeforeTheErrorBehindThem() {
		List<Object> elements = new ArrayList<>();
		Throwable failure = catchThrowable(
				() -> template(PieceTransport.of(PieceTransport.body("{\"result\":[1,2],\"id\":2}")), (builder) -> {
				}).reactive().method("m").retrieveFlux(Integer.class).doOnNext(elements::add).blockLast());
		assertThat(failure).isInstanceOf(JsonRpcIdMismatchException.class);
		assertThat(elements).isEqualTo(List.of(1, 2));
	}

	@ParameterizedTest
	@EnumSource(NullElement.class)
	void anElementThatIsNullIsAnErrorUnlessItsTypeHasAValueForIt(NullElement kind) {
		JsonRpcTemplate rpc = template(PieceTransport.of(PieceTransport.body("{\"result\":[null,1,null],\"id\":1}")),
				(builder) -> {
				});
		if (kind.type == Integer.class) {
			assertThat(catchThrowable(() -> rpc.reactive().method("m").retrieveFlux(Integer.class).blockLast()))
				.isInstanceOf(JsonRpcResultConversionException.class)
				.hasMessageContainingAll("method 'm'", "/0", "it is null");
			assertThat(catchThrowable(() -> rpc.method("m").retrieveStream(Integer.class)))
				.isInstanceOf(JsonRpcResultConversionException.class)
				.hasMessageContainingAll("method 'm'", "/0", "it is null");
		}
		else {
			assertThat(rpc.reactive()
				.method("m")
				.retrieveFlux(ParameterizedTypeReference.forType(kind.generic))
				.collectList()
				.block()).hasSize(3);
		}
	}

	enum NullElement {

		INTEGER(Integer.class, Integer.class), TREE(JsonNode.class, JsonNode.class),
		OPTIONAL(Optional.class, ResolvableType.forClassWithGenerics(Optional.class, Integer.class).getType());

		private final Class<?> type;

		private final Type generic;

		NullElement(Class<?> type, Type generic) {
			this.type = type;
			this.generic = generic;
		}

	}

	@Test
	void mappersThatReadMoreThanJsonOrLimitDocumentsReadTheWhole() {
		JsonMapper comments = JsonMapper.builder()
			.enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_SINGLE_QUOTES,
					JsonReadFeature.ALLOW_TRAILING_COMMA)
			.build();
		JsonMapper limited = JsonMapper
			.builder(JsonFactory.builder()
				.streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(30).build())
				.build())
			.build();
		JsonMapper tokens = JsonMapper
			.builder(JsonFactory.builder()
				.streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(10).build())
				.build())
			.build();
		for (JsonMapper mapper : List.of(comments, limited, tokens)) {
			for (String document : List.of("{'id':1,'result':[1,'],[',/*],*/2,]}", "{\"id\":1,\"result\":[1,2]}",
					"{\"id\":1,\"result\":[1,2,3,4,5,6,7,8,9]}")) {
				byte[] body = document.getBytes(StandardCharsets.UTF_8);
				Consumer<JsonRpcTemplate.Builder> settings = (builder) -> builder.jsonMapper(mapper);
				Outcome whole = whole(PieceTransport.split(body, 0), settings, Object.class);
				assertOutcome(PieceTransport.bytewise(body), settings, Object.class, whole);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json;charset=ISO-8859-1", "application/json;charset=UTF-16",
			"application/json;charset=utf-8", "text/event-stream", "no type" })
	void theContentTypeCounts(String type) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONTENT_TYPE, type);
		byte[] body = "{\"id\":1,\"result\":[\"é\"]}".getBytes(StandardCharsets.ISO_8859_1);
		assertSame(headers, HttpStatus.OK, body);
		assertSame(headers, HttpStatus.OK, "{\"id\":1,\"result\":[\"é\"]}".getBytes(StandardCharsets.UTF_16));
		assertSame(headers, HttpStatus.OK, "{\"id\":1,\"result\":[\"é\"]}".getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 204, 302, 400, 401, 500, 503 })
	void theStatusCounts(int status) {
		for (String document : List.of("{\"id\":1,\"result\":[1]}", "<html>", "",
				"{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":7,\"message\":\"no\"}}")) {
			assertSame(HttpHeaders.EMPTY, HttpStatus.valueOf(status), document.getBytes(StandardCharsets.UTF_8));
		}
	}

	private static void assertSame(HttpHeaders headers, HttpStatus status, byte[] body) {
		PieceTransport transport = PieceTransport
			.of(new JsonRpcTransportStream(status, headers, PieceTransport.split(body, body.length / 2).body(), null));
		Outcome whole = whole(transport, (builder) -> {
		}, Object.class);
		assertOutcome(transport, (builder) -> {
		}, Object.class, whole);
	}

}
