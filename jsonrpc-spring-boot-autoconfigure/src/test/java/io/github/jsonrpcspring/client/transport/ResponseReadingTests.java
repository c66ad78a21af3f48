package io.github.jsonrpcspring.client.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawHttpServer.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.buffer.DataBufferLimitException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the answers that a transport reads.
 */
@ParameterizedClass
@EnumSource(TestTransport.class)
class ResponseReadingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Parameter
	TestTransport transport;

	private RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"));

	@AfterEach
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json-rpc", "application/jsonrequest", "text/plain",
			"text/html; charset=ISO-8859-1", "application/octet-stream", "application/json; charset=", "json", "" })
	void row28BodyIsReadWhateverTheContentType(String contentType) {
		assertThat(text(RawAnswer.of("200 OK", "{\"a\":\"ü\"}", "Content-Type: " + contentType)))
			.isEqualTo("{\"a\":\"ü\"}");
	}

	@Test
	void row28BodyIsReadWithoutContentType() {
		assertThat(text(RawAnswer.of("200 OK", "{}"))).isEqualTo("{}");
	}

	@Test
	void row34BodyOf300KilobytesIsRead() {
		String body = "x".repeat(300 * 1024);
		assertThat(text(RawAnswer.json(body))).isEqualTo(body);
	}

	@Test
	void row34BodyAsLargeAsTheCapIsRead() {
		answer(RawAnswer.json("x".repeat(1000)));
		assertThat(exchange(capped(1000)).body()).hasSize(1000);
	}

	@Test
	void row34WhenBodyIsOverTheCapThenConnectionIsClosed() {
		answer(RawAnswer.json("x".repeat(300 * 1024)));
		assertThatExceptionOfType(DataBufferLimitException.class).isThrownBy(() -> exchange(capped(1000)))
			.withMessage("The body of the answer is larger than 1000 bytes");
		this.server.awaitOpenConnections(0);
	}

	@Test
	void row34WhenBodyNeverEndsThenConnectionIsClosedAtTheCap() {
		serve((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Transfer-Encoding: chunked") + "\r\n");
			while (true) {
				connection.write("5\r\nhello\r\n");
			}
		});
		assertThatExceptionOfType(DataBufferLimitException.class).isThrownBy(() -> exchange(capped(100_000)));
		this.server.awaitOpenConnections(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "400 Bad Request", "401 Unauthorized", "404 Not Found", "500 Internal Server Error",
			"503 Service Unavailable", "599 Odd" })
	void row25StatusHeadersAndBodyOfAnErrorAreKept(String status) {
		answer(RawAnswer.of(status, "{\"error\":{}}", "Retry-After: 7"));
		JsonRpcTransportResponse response = exchange(TestConnector.request("{}"));
		assertThat(response.status().value()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
		assertThat(response.headers().getFirst("Retry-After")).isEqualTo("7");
		assertThat(TestConnector.text(response)).isEqualTo("{\"error\":{}}");
	}

	@Test
	void row26BodyOfAnErrorIsCutAtTheCap() {
		answer(RawAnswer.of("502 Bad Gateway", "<html>" + "x".repeat(100_000)));
		JsonRpcTransportResponse response = exchange(capped(10));
		assertThat(response.status().value()).isEqualTo(502);
		assertThat(TestConnector.text(response)).isEqualTo("<html>xxxx");
		this.server.awaitOpenConnections(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void row54RedirectIsReturned(int status) {
		answer(RawAnswer.of(status + " Elsewhere", "", "Location: /other"));
		JsonRpcTransportResponse response = exchange(TestConnector.request("{}"));
		assertThat(response.status().value()).isEqualTo(status);
		assertThat(response.headers().getFirst("Location")).isEqualTo("/other");
		assertThat(this.server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 OK", "204 No Content" })
	void row24AnswerWithoutBodyHasAnEmptyOne(String status) {
		answer(status.startsWith("204") ? RawAnswer.head(status) + "\r\n" : RawAnswer.of(status, ""));
		assertThat(exchange(TestConnector.request("{}")).body()).isEmpty();
	}

	@Test
	void row73EventStreamIsNotRead() {
		answer(RawAnswer.head("200 OK", "Content-Type: Text/Event-Stream; charset=utf-8") + "\r\ndata: {}\n\n");
		JsonRpcTransportResponse response = exchange(TestConnector.request("{}"));
		assertThat(response.headers().getFirst("Content-Type")).startsWith("Text/Event-Stream");
		assertThat(response.body()).isEmpty();
		this.server.awaitOpenConnections(0);
	}

	@Test
	void row61ChunkedBodyIsRead() {
		assertThat(text(RawAnswer.head("200 OK", "Transfer-Encoding: chunked")
				+ "\r\n3\r\n{\"a\r\n4;x=y\r\n\":1}\r\n0\r\nTrailer: x\r\n\r\n"))
			.isEqualTo("{\"a\":1}");
	}

	@Test
	void row75BodyThatEndsWithTheConnectionIsRead() {
		serve((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK") + "\r\n{\"a\"");
			connection.write(":1}");
			connection.close();
		});
		for (int i = 0; i < 3; i++) {
			assertThat(TestConnector.text(exchange(TestConnector.request("{}")))).isEqualTo("{\"a\":1}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Content-Length: 7\r\n" })
	void row75AnswerOfHttp10IsRead(String headers) {
		serve((connection) -> {
			connection.read();
			connection.write("HTTP/1.0 200 OK\r\n" + headers + "\r\n{\"a\":1}");
			connection.close();
		});
		// The JDK may write the next request before it sees the close
		int times = (this.transport == TestTransport.REACTOR_NETTY) ? 3 : 1;
		for (int i = 0; i < times; i++) {
			assertThat(TestConnector.text(exchange(TestConnector.request("{}")))).isEqualTo("{\"a\":1}");
		}
	}

	@Test
	void interimAnswerIsPassedOver() {
		assertThat(text("HTTP/1.1 100 Continue\r\n\r\n" + RawAnswer.json("{}"))).isEqualTo("{}");
	}

	private String text(String answer) {
		answer(answer);
		return TestConnector.text(exchange(TestConnector.request("{}")));
	}

	private JsonRpcTransportRequest capped(long maxResponseSize) {
		return JsonRpcTransportRequest.of("{}".getBytes(StandardCharsets.UTF_8))
			.maxResponseSize(maxResponseSize)
			.build();
	}

	private JsonRpcTransportResponse exchange(JsonRpcTransportRequest request) {
		JsonRpcTransportResponse response = this.transport.create(this.server.uri()).exchange(request).block(PATIENCE);
		assertThat(response).isNotNull();
		return response;
	}

	private void answer(String answer) {
		this.server.close();
		this.server = RawHttpServer.answering(answer);
	}

	private void serve(Script script) {
		this.server.close();
		this.server = RawHttpServer.start(script);
	}

}
