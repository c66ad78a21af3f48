package io.github.jsonrpcspring.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.github.jsonrpcspring.client.transport.NoResponseException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedRuntimeException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.support.Netty4HeadersAdapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the exceptions: their tree, what they tell, what they hide.
 */
class ExceptionTests {

	private static final Map<Class<?>, Class<?>> PARENTS = Map.ofEntries(
			Map.entry(JsonRpcException.class, NestedRuntimeException.class),
			Map.entry(JsonRpcTransportException.class, JsonRpcException.class),
			Map.entry(JsonRpcTimeoutException.class, JsonRpcTransportException.class),
			Map.entry(JsonRpcInvalidResponseException.class, JsonRpcException.class),
			Map.entry(JsonRpcParseException.class, JsonRpcInvalidResponseException.class),
			Map.entry(JsonRpcIdMismatchException.class, JsonRpcInvalidResponseException.class),
			Map.entry(JsonRpcResponseTooLargeException.class, JsonRpcInvalidResponseException.class),
			Map.entry(JsonRpcResultConversionException.class, JsonRpcException.class),
			Map.entry(JsonRpcErrorException.class, JsonRpcException.class),
			Map.entry(JsonRpcMethodNotFoundException.class, JsonRpcErrorException.class),
			Map.entry(JsonRpcInvalidParamsException.class, JsonRpcErrorException.class),
			Map.entry(JsonRpcInvalidRequestException.class, JsonRpcErrorException.class),
			Map.entry(JsonRpcInternalErrorException.class, JsonRpcErrorException.class),
			Map.entry(JsonRpcServerErrorException.class, JsonRpcErrorException.class),
			Map.entry(JsonRpcServerParseErrorException.class, JsonRpcErrorException.class));

	static Stream<Class<?>> types() {
		return PARENTS.keySet().stream();
	}

	@ParameterizedTest
	@EnumSource(Style.class)
	void transportThatCompletesWithoutAnAnswerFailsTheCall(Style style) {
		JsonRpcTemplate empty = JsonRpcTemplate.builder(StubTransport.answering((request) -> Mono.empty())).build();
		for (Runnable use : List.<Runnable>of(() -> style.call(empty, "m"), () -> style.notify(empty, "m"),
				() -> style.send(empty, List.of(JsonRpcRequest.of("m").build())),
				() -> empty.reactive().method("m").retrieveFlux(String.class).blockLast())) {
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(use::run)
				.withMessageContaining("no answer: NoSuchElementException")
				.withMessageStartingWith("Client 'default', ");
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void typeIsWhereTheContractHasIt(Class<?> type) {
		assertThat(type.getSuperclass()).isEqualTo(PARENTS.get(type));
	}

	@ParameterizedTest
	@CsvSource({ "-32700,JsonRpcServerParseErrorException", "-32600,JsonRpcInvalidRequestException",
			"-32601,JsonRpcMethodNotFoundException", "-32602,JsonRpcInvalidParamsException",
			"-32603,JsonRpcInternalErrorException", "-32000,JsonRpcServerErrorException",
			"-32099,JsonRpcServerErrorException", "-32100,JsonRpcErrorException", "-31999,JsonRpcErrorException",
			"0,JsonRpcErrorException", "401,JsonRpcErrorException", "3735928559,JsonRpcErrorException" })
	void codeDecidesOnTheType(long code, String type) {
		JsonRpcErrorException exception = JsonRpcErrorException.of("calculator", "add", new JsonRpcError(code, "no"));
		assertThat(exception.getClass().getSimpleName()).isEqualTo(type);
		assertThat(exception.code()).isEqualTo(code);
		assertThat(exception).hasMessage("Client 'calculator', method 'add': error " + code + ": no");
	}

	@Test
	void errorExceptionTellsWhatTheServerSent() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Trace", "7");
		JsonRpcErrorException exception = thrownBy(JsonRpcErrorException.class,
				JsonRpcTemplate.builder(StubTransport.http(400, headers,
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32602,\"message\":\"Invalid params\","
								+ "\"data\":{\"x\":1}},\"id\":1}")));
		assertThat(exception.client()).isEqualTo("default");
		assertThat(exception.method()).isEqualTo("m");
		assertThat(exception.id()).isEqualTo(JsonRpcId.of(1));
		assertThat(exception.code()).isEqualTo(-32602);
		assertThat(exception.hasCode()).isTrue();
		assertThat(exception.errorMessage()).isEqualTo("Invalid params");
		assertThat(exception.data()).hasToString("{\"x\":1}");
		assertThat(exception.error()).isEqualTo(new JsonRpcError(-32602, "Invalid params", Map.of("x", 1)));
		assertThat(exception.status()).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(exception.headers().getFirst("X-Trace")).isEqualTo("7");
		assertThat(exception).hasMessage("Client 'default', method 'm', id 1: error -32602: Invalid params (HTTP 400)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"only a text" | error without a code: only a text
			{"message":"no code"} | error without a code: no code
			{"code":5} | error 5
			{"code":1.5,"message":"m"} | error without a code: m
			{"code":1,"message":"two\\nlines"} | error 1: two lines
			""")
	void errorInAnotherFormIsDescribedToo(String error, String message) {
		JsonRpcErrorException exception = thrownBy(JsonRpcErrorException.class,
				JsonRpcTemplate.builder(StubTransport.json("{\"jsonrpc\":\"2.0\",\"error\":" + error + ",\"id\":1}")));
		assertThat(exception).hasMessage("Client 'default', method 'm', id 1: " + message);
		assertThat(exception.data()).isNull();
		assertThat(exception.dataAs(String.class)).isNull();
	}

	@Test
	void longErrorMessageIsCutInTheMessageOnly() {
		JsonRpcErrorException exception = JsonRpcErrorException.of("c", "m", new JsonRpcError(1, "x".repeat(10_000)));
		assertThat(exception.getMessage()).hasSizeLessThan(600).endsWith("x…");
		assertThat(exception.errorMessage()).hasSize(10_000);
	}

	@Test
	void dataIsConverted() {
		record Details(int x) {
		}
		JsonRpcErrorException exception = JsonRpcErrorException.of("c", "m", new JsonRpcError(1, "no", Map.of("x", 1)));
		assertThat(exception.dataAs(Details.class)).isEqualTo(new Details(1));
		assertThat(exception.dataAs(Object.class)).isEqualTo(Map.of("x", 1));
	}

	@Test
	void dataThatDoesNotFitKeepsTheError() {
		JsonRpcErrorException exception = JsonRpcErrorException.of("c", "m",
				new JsonRpcError(1, "no", Map.of("x", "text")));
		assertThatExceptionOfType(JsonRpcResultConversionException.class)
			.isThrownBy(() -> exception.dataAs(Integer.class))
			.withMessage("Client 'c', method 'm': the result does not fit java.lang.Integer: found object")
			.satisfies((ex) -> assertThat(ex.getSuppressed()).containsExactly(exception));
	}

	@Test
	void classNamesInDataAreNotLoaded() {
		JsonRpcErrorException exception = thrownBy(JsonRpcErrorException.class, JsonRpcTemplate
			.builder(StubTransport.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"m\",\"data\":"
					+ "{\"exceptionTypeName\":\"java.lang.OutOfMemoryError\",\"@class\":\"java.io.File\"}},\"id\":1}")));
		assertThat(exception.dataAs(Object.class)).isInstanceOf(Map.class);
	}

	@ParameterizedTest
	@MethodSource
	void transportFailureIsDescribed(Throwable failure, String message) {
		JsonRpcTransportException exception = thrownBy(JsonRpcTransportException.class,
				JsonRpcTemplate.builder(StubTransport.failing(() -> failure)));
		assertThat(exception).hasMessage("Client 'default', method 'm', id 1: " + message).hasCause(failure);
		assertThat(exception.status()).isNull();
		assertThat(exception.headers()).isSameAs(HttpHeaders.EMPTY);
		assertThat(exception.body()).isEmpty();
		assertThat(exception instanceof JsonRpcTimeoutException).isEqualTo(message.startsWith("timed out"));
	}

	static Stream<Arguments> transportFailureIsDescribed() {
		return Stream.of(Arguments.of(new ConnectException("x"), "no answer: cannot connect"),
				Arguments.of(new UnknownHostException("x"), "no answer: unknown host"),
				Arguments.of(new SSLHandshakeException("x"),
						"no answer: no secure connection; 'ssl.bundle' sets certificates and protocols"),
				Arguments.of(new IOException("x"), "no answer: IOException"),
				Arguments.of(new IllegalStateException("x"), "no answer: IllegalStateException"),
				Arguments.of(new NoResponseException(new IOException("x")),
						"the connection was closed without an answer, the outcome of the call is unknown"),
				Arguments.of(new ConnectException("x").initCause(new java.net.SocketTimeoutException()),
						"timed out: ConnectException"),
				Arguments.of(new java.net.http.HttpTimeoutException("x"), "timed out: HttpTimeoutException"));
	}

	@Test
	void exceptionOfThisClientInsideATransportIsKept() {
		JsonRpcTimeoutException own = new JsonRpcTimeoutException(new CallSite("c", "m", null), "mine", null);
		assertThatExceptionOfType(JsonRpcTimeoutException.class)
			.isThrownBy(() -> JsonRpcTemplate.builder(StubTransport.failing(() -> own)).build().call("m"))
			.satisfies((ex) -> assertThat(ex).isSameAs(own));
	}

	@Test
	void javaErrorIsNotTranslated() {
		AssertionError own = new AssertionError("mine");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> JsonRpcTemplate.builder(StubTransport.failing(() -> own)).build().call("m"))
			.satisfies((ex) -> assertThat(ex).isSameAs(own));
	}

	@Test
	void answerThatIsTooLargeNamesTheLimitAndItsSetting() {
		JsonRpcResponseTooLargeException exception = thrownBy(JsonRpcResponseTooLargeException.class,
				JsonRpcTemplate.builder(StubTransport.failing(() -> new DataBufferLimitException("x")))
					.maxResponseSize(1000));
		assertThat(exception).hasMessage("Client 'default', method 'm', id 1: invalid response: the body is larger "
				+ "than 1000 bytes; 'max-response-size' raises the limit");
		assertThat(exception.limit()).isEqualTo(1000);
		assertThat(exception.rule()).isEqualTo("the body is larger than 1000 bytes");
		assertThat(exception.status()).isNull();
	}

	@Test
	void idMismatchHoldsBothIds() {
		JsonRpcIdMismatchException exception = thrownBy(JsonRpcIdMismatchException.class,
				JsonRpcTemplate.builder(StubTransport.json("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":\"x\"}")));
		assertThat(exception.expected()).isEqualTo(JsonRpcId.of(1));
		assertThat(exception.actual()).isEqualTo(JsonRpcId.of("x"));
		assertThat(exception.status()).isEqualTo(HttpStatus.OK);
		assertThat(exception)
			.hasMessageStartingWith(
					"Client 'default', method 'm', id 1: invalid response: the id of the answer is \"x\" instead of 1")
			.hasMessageContaining("'validation: off' would accept it");
	}

	@Test
	void missingAndLongIdsAreDescribed() {
		assertThat(thrownBy(JsonRpcIdMismatchException.class,
				JsonRpcTemplate.builder(StubTransport.json("{\"jsonrpc\":\"2.0\",\"result\":1}"))))
			.hasMessageContaining("the id of the answer is missing instead of 1")
			.satisfies((ex) -> assertThat(ex.actual()).isNull());
		assertThat(thrownBy(JsonRpcIdMismatchException.class,
				JsonRpcTemplate.builder(StubTransport
					.json("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":\"" + "x".repeat(100_000) + "\"}")))
			.getMessage()).hasSizeLessThan(2000);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void exceptionSurvivesSerialization(JsonRpcException exception) throws Exception {
		JsonRpcException copy = copy(exception);
		assertThat(copy).hasSameClassAs(exception).hasMessage(exception.getMessage());
		assertThat(copy.client()).isEqualTo("calculator");
		assertThat(copy.method()).isEqualTo("add");
		assertThat(copy.id()).isNull();
		if (copy instanceof JsonRpcErrorException error) {
			assertThat(error.code()).isEqualTo(((JsonRpcErrorException) exception).code());
			assertThat(error.errorMessage()).isEqualTo("no");
			assertThat(error.status().value()).isEqualTo(500);
			assertThat(error.headers().getFirst("X-Trace")).isEqualTo("7");
			assertThat(error.error()).isNull();
			assertThat(error.data()).isNull();
			assertThat(error.dataAs(String.class)).isNull();
		}
		if (copy instanceof JsonRpcIdMismatchException mismatch) {
			assertThat(mismatch.expected()).isNull();
			assertThat(mismatch.actual()).isNull();
		}
	}

	static Stream<JsonRpcException> samples() {
		CallSite site = new CallSite("calculator", "add", JsonRpcId.of(1));
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Trace", "7");
		HttpAnswer answer = HttpAnswer.of(HttpStatusCode.valueOf(500), headers, "excerpt");
		Stream<JsonRpcException> errors = Stream.of(-32700, -32600, -32601, -32602, -32603, -32000, 1)
			.map((code) -> JsonRpcErrorException.of(site,
					new ErrorAnswer(new JsonRpcError(code, "no", List.of(1)), answer, "")));
		return Stream.concat(errors,
				Stream.of(new JsonRpcTransportException(site, "x", answer, new IOException("x")),
						new JsonRpcTransportException(site, "x", null, null),
						new JsonRpcTimeoutException(site, "x", new TimeoutException()),
						new JsonRpcInvalidResponseException(site, "rule", "", answer, null),
						new JsonRpcParseException(site, "rule", answer, null),
						new JsonRpcIdMismatchException(site, JsonRpcId.of(1), JsonRpcId.of(2), "", answer),
						new JsonRpcResponseTooLargeException(site, 10, null),
						new JsonRpcResultConversionException(site, "int", "/a", "x", null)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"no\"},\"id\":1}" })
	void exceptionWithTheHeadersOfAnHttpClientSurvivesSerialization(String body) throws Exception {
		HttpHeaders headers = new HttpHeaders(new Netty4HeadersAdapter(new DefaultHttpHeaders()));
		headers.set("X-Trace", "7");
		JsonRpcException exception = thrownBy(JsonRpcException.class,
				JsonRpcTemplate.builder(StubTransport.http(500, headers, body)));
		JsonRpcException copy = copy(exception);
		assertThat(copy).hasSameClassAs(exception).hasMessage(exception.getMessage());
		assertThat((copy instanceof JsonRpcErrorException error) ? error.headers()
				: ((JsonRpcTransportException) copy).headers())
			.satisfies((copied) -> assertThat(copied.getFirst("x-trace")).isEqualTo("7"));
	}

	@SuppressWarnings("unchecked")
	static <T> T copy(T object) throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (T) in.readObject();
		}
	}

	private static <T extends Exception> T thrownBy(Class<T> type, JsonRpcTemplate.Builder builder) {
		JsonRpcTemplate rpc = builder.build();
		return catchThrowableOfType(type, () -> rpc.request("m", String.class));
	}

}
