package io.github.jsonrpcspring.client;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.NoResponseException;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for how an HTTP answer is judged: status, headers, encoding, shape.
 */
class HttpAnswerTests {

	private static final String RESULT = "{\"jsonrpc\":\"2.0\",\"result\":\"ä\",\"id\":1}";

	private static HttpHeaders header(String name, String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(name, value);
		return headers;
	}

	private static JsonRpcTemplate answering(int status, HttpHeaders headers, String body) {
		return JsonRpcTemplate.builder(StubTransport.http(status, headers, body)).build();
	}

	private static JsonRpcException failure(int status, HttpHeaders headers, String body) {
		return catchThrowableOfType(JsonRpcException.class,
				() -> answering(status, headers, body).request("m", String.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json-rpc", "application/jsonrequest", "text/plain",
			"application/octet-stream", "application/json; charset=utf-8", "application/json; charset=nonsense",
			"not a media type" })
	void contentTypeDoesNotMatter(String type) {
		assertThat(answering(200, header("Content-Type", type), RESULT).request("m", String.class)).isEqualTo("ä");
	}

	@ParameterizedTest
	@ValueSource(strings = { "US-ASCII", "UTF-16", "UTF-32" })
	void whatIsNotInTheCharsetOfTheHeaderIsNoAnswer(String charset) {
		HttpHeaders headers = header("Content-Type", "application/json; charset=" + charset);
		String body = RESULT + " ";
		assertThat(failure(200, headers, body)).isInstanceOf(JsonRpcParseException.class)
			.hasMessageContainingAll("not text in " + charset, "which the content type names");
		assertThat(failure(500, headers, body)).isExactlyInstanceOf(JsonRpcTransportException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "identity" })
	void noContentEncodingIsNone(String encoding) {
		assertThat(answering(200, header("Content-Encoding", encoding), RESULT).request("m", String.class))
			.isEqualTo("ä");
	}

	@ParameterizedTest
	@CsvSource({ "ISO-8859-1,ä", "UTF-16,ä", "windows-1252,€", "UTF-8,ä€" })
	void charsetOfTheHeaderCounts(String charset, String text) {
		byte[] body = RESULT.replace("ä", text).getBytes(Charset.forName(charset));
		JsonRpcTemplate rpc = JsonRpcTemplate.builder((request) -> Mono.just(new JsonRpcTransportResponse(HttpStatus.OK,
				header("Content-Type", "application/json;charset=" + charset), body)))
			.build();
		assertThat(rpc.request("m", String.class)).isEqualTo(text);
	}

	@Test
	void byteOrderMarkAndBlanksAreTolerated() {
		assertThat(answering(200, HttpHeaders.EMPTY, "\uFEFF \n" + RESULT + "\r\n ").request("m", String.class))
			.isEqualTo("ä");
	}

	@Test
	void unknownContentEncodingIsNamed() {
		assertThat(failure(200, header("Content-Encoding", "br"), "\u000b\u0003"))
			.isInstanceOfSatisfying(JsonRpcTransportException.class, (ex) -> {
				assertThat(ex.status()).isEqualTo(HttpStatus.OK);
				assertThat(ex.body()).isEmpty();
			})
			.hasMessage("Client 'default', method 'm', id 1: the body has the content encoding 'br', "
					+ "which the HTTP client does not decode; HTTP 200");
	}

	@Test
	void identityIsNoContentEncoding() {
		assertThat(answering(200, header("Content-Encoding", "Identity"), RESULT).request("m", String.class))
			.isEqualTo("ä");
	}

	@Test
	void contentEncodingOfNoBodyDoesNotMatter() {
		assertThat(failure(200, header("Content-Encoding", "gzip"), "")).hasMessageContaining("no body");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/event-stream", "text/event-stream;charset=UTF-8" })
	void eventStreamIsRefused(String type) {
		assertThat(failure(200, header("Content-Type", type), "data: " + RESULT + "\n\n"))
			.isInstanceOf(JsonRpcTransportException.class)
			.hasMessageContaining("the answer is an event stream (text/event-stream)");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			301, https://other.example.com:8443/secret?key=secret,      https://other.example.com:8443
			302, https://user:secret@other.example.com/secret#secret,   https://other.example.com
			303, //other.example.com/secret,                            //other.example.com
			307, /secret?key=secret,                                    another path of the same host
			308, secret,                                                another path of the same host
			302, http://under_score/secret,                             another host
			302, http://[secret,                                        a malformed location
			""")
	void redirectIsNotFollowedAndItsHostNamed(int status, String location, String shown) {
		assertThat(failure(status, header("Location", location), ""))
			.isInstanceOfSatisfying(JsonRpcTransportException.class,
					(ex) -> assertThat(ex.status()).extracting("value").isEqualTo(status))
			.hasMessage("Client 'default', method 'm', id 1: unexpected answer redirects to " + shown
					+ ", which is not followed; HTTP " + status);
	}

	@Test
	void redirectWithoutLocation() {
		assertThat(failure(304, HttpHeaders.EMPTY, RESULT)).isInstanceOf(JsonRpcTransportException.class)
			.hasMessageContaining("unexpected answer; HTTP 304");
	}

	@ParameterizedTest
	@EnumSource
	void errorObjectCountsWhateverTheStatus(Style style) {
		for (String body : new String[] {
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"no\"},\"id\":1}",
				"{\"error\":{\"code\":-32601,\"message\":\"no\"}}" }) {
			assertThatExceptionOfType(JsonRpcMethodNotFoundException.class)
				.isThrownBy(() -> style.call(answering(404, header("X-Trace", "7"), body), "m"))
				.withMessage("Client 'default', method 'm', id 1: error -32601: no (HTTP 404)")
				.satisfies((ex) -> assertThat(ex.headers().getFirst("X-Trace")).isEqualTo("7"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			500 | <html>Oops</html> | ; HTTP 500, text/html: <html>Oops</html>
			503 | `` | ; HTTP 503, text/html
			401 | {"error":"Unauthorized"} | ; HTTP 401, text/html: {"error":"Unauthorized"}
			400 | {"jsonrpc":"2.0","result":1,"id":1} | ; HTTP 400
			400 | [] | ; HTTP 400
			500 | {"timestamp":1,"status":500} | ; HTTP 500
			""")
	void statusOfAnErrorWithoutErrorObject(int status, @Nullable String body, String message) {
		assertThat(failure(status, header("Content-Type", "text/html"), (body != null) ? body : ""))
			.isInstanceOfSatisfying(JsonRpcTransportException.class,
					(ex) -> assertThat(ex.headers().getFirst("Content-Type")).isEqualTo("text/html"))
			.hasMessageContaining("unexpected answer" + message);
	}

	@Test
	void bodyOfAnErrorIsCut() {
		assertThat(failure(500, HttpHeaders.EMPTY, "x".repeat(100_000)).getMessage()).hasSizeLessThan(1200)
			.endsWith("x…");
	}

	@Test
	void contentTypeInAMessageIsOnOneShortLine() {
		assertThat(failure(500, header("Content-Type", "text/\nx".repeat(1000)), "").getMessage()).doesNotContain("\n")
			.hasSizeLessThan(300);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`` | JsonRpcInvalidResponseException | no body
			` ` | JsonRpcParseException | no JSON
			<html> | JsonRpcParseException | not JSON
			{"jsonrpc":"2.0","result":1,"id":1} 2 | JsonRpcInvalidResponseException | more than one JSON document
			5 | JsonRpcInvalidResponseException | a bare result
			[] | JsonRpcInvalidResponseException | an array in answer to a single request
			{"jsonrpc":"2.0","id":1} | JsonRpcInvalidResponseException | neither result nor error
			{"jsonrpc":"2.0","method":"m"} | JsonRpcInvalidResponseException | a request or notification instead
			""")
	void answerThatIsNoneNamesTheRule(@Nullable String body, String type, String rule) {
		assertThat(failure(200, HttpHeaders.EMPTY, (body != null) ? body : ""))
			.isInstanceOfSatisfying(JsonRpcInvalidResponseException.class, (ex) -> {
				assertThat(ex.getClass().getSimpleName()).isEqualTo(type);
				assertThat(ex.rule()).contains(rule);
				assertThat(ex.status()).isEqualTo(HttpStatus.OK);
			})
			.hasMessageContaining(rule);
	}

	@Test
	void settingThatWouldAcceptTheAnswerIsNamed() {
		JsonRpcTemplate strict = answering(200, HttpHeaders.EMPTY, "{\"result\":1,\"id\":\"1\"}").mutate()
			.validation(JsonRpcValidation.STRICT)
			.build();
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> strict.call("m"))
			.withMessageContaining("jsonrpc is missing")
			.withMessageContaining("'validation: lenient' would accept it");
		JsonRpcTemplate sameValue = answering(200, HttpHeaders.EMPTY, "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":\"1\"}")
			.mutate()
			.validation(JsonRpcValidation.STRICT)
			.build();
		assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(() -> sameValue.call("m"))
			.withMessageContaining("'validation: lenient' would accept it");
	}

	@Test
	void connectionOfAForeignAnswerIsDropped() {
		AtomicInteger drops = new AtomicInteger();
		String[] bodies = { RESULT, "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":99}", "",
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"\"},\"id\":99}" };
		AtomicInteger calls = new AtomicInteger();
		JsonRpcTemplate rpc = JsonRpcTemplate
			.builder((request) -> Mono.fromSupplier(() -> new JsonRpcTransportResponse(HttpStatus.OK, HttpHeaders.EMPTY,
					bodies[calls.getAndIncrement()].getBytes(StandardCharsets.UTF_8), drops::incrementAndGet)))
			.build();
		rpc.call("m");
		assertThat(drops).hasValue(0);
		assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(() -> rpc.call("m"));
		assertThat(drops).hasValue(1);
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> rpc.call("m"));
		assertThat(drops).hasValue(2);
		JsonRpcBatch batch = rpc.batch();
		batch.add("m", Integer.class);
		assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(batch::execute);
		assertThat(drops).hasValue(3);
	}

	@ParameterizedTest
	@EnumSource
	void notificationWhoseConnectionIsClosedIsDoneUnlessStrict(Style style) {
		JsonRpcTemplate closing = JsonRpcTemplate
			.builder(StubTransport.failing(() -> new NoResponseException(new java.io.IOException("closed"))))
			.build();
		style.notify(closing, "m");
		JsonRpcTemplate strict = closing.mutate().validation(JsonRpcValidation.STRICT).build();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> style.notify(strict, "m"));
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> style.call(closing, "m"))
			.withMessageContaining("the outcome of the call is unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "0", "\"\"", "\"null\"" })
	void errorWithAPlaceholderForItsIdIsThatOfTheCallUnlessStrict(String id) {
		String body = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"m\"},\"id\":" + id + "}";
		JsonRpcTemplate lenient = answering(200, HttpHeaders.EMPTY, body);
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> lenient.call("m"));
		JsonRpcTemplate strict = lenient.mutate().validation(JsonRpcValidation.STRICT).build();
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> strict.call("m"));
	}

}
