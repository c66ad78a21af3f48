package io.github.jsonrpcspring.client.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import io.github.jsonrpcspring.testsupport.StackTraces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for the bytes that a transport sends.
 */
@ParameterizedClass
@EnumSource(TestTransport.class)
class RequestFramingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Parameter
	TestTransport transport;

	private final RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"));

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void row63RequestHasItsLengthAndOffersNothingElse() {
		RawRequest request = send(TestConnector.request("{\"id\":1}"));
		assertThat(request.line()).isEqualTo("POST /rpc?key=1 HTTP/1.1");
		assertThat(request.headers("Content-Length")).containsExactly("8");
		assertThat(request.headers("Transfer-Encoding")).isEmpty();
		assertThat(request.headers("Expect")).isEmpty();
		assertThat(request.headers("Upgrade")).isEmpty();
		assertThat(request.headers("HTTP2-Settings")).isEmpty();
		assertThat(request.headers("Connection")).isSubsetOf("keep-alive");
		assertThat(request.text()).isEqualTo("{\"id\":1}");
	}

	@Test
	void row63LargeRequestIsNotChunked() {
		String body = "\"" + "x".repeat(1_000_000) + "\"";
		RawRequest request = send(TestConnector.request(body));
		assertThat(request.headers("Content-Length")).containsExactly("1000002");
		assertThat(request.headers("Transfer-Encoding")).isEmpty();
		assertThat(request.text()).isEqualTo(body);
	}

	@Test
	void row77BodyIsSentAsItIsWhateverTheContentType() {
		byte[] body = "{\"params\":[\"Grüße, 世界\"]}".getBytes(StandardCharsets.UTF_8);
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONTENT_TYPE, "application/json-rpc");
		RawRequest request = send(JsonRpcTransportRequest.of(body).headers(headers).build());
		assertThat(request.headers("Content-Type")).containsExactly("application/json-rpc");
		assertThat(request.body()).isEqualTo(body);
	}

	@Test
	void headerThatCannotBeSentInjectsNothingAndIsNotQuoted() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.AUTHORIZATION, "Bearer s3cr3t\r\nX-Injected: 1");
		Throwable failure = catchThrowable(
				() -> send(JsonRpcTransportRequest.of(new byte[2]).headers(headers).build()));
		assertThat((failure != null) ? StackTraces.of(failure) : "").doesNotContain("s3cr3t");
		assertThat(this.server.requests()).allSatisfy((request) -> assertThat(request.headers("X-Injected")).isEmpty());
	}

	@Test
	void headersAreSentAsGiven() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.AUTHORIZATION, "Bearer secret");
		headers.add("X-Tenant", "one");
		headers.add("X-Tenant", "two");
		RawRequest request = send(JsonRpcTransportRequest.of(new byte[2]).headers(headers).build());
		assertThat(request.headers("Authorization")).containsExactly("Bearer secret");
		assertThat(request.headers("X-Tenant")).containsExactly("one", "two");
	}

	@Test
	void headersOfTheRequestWinOverThoseOfTheHttpClient() {
		HttpHeaders defaults = new HttpHeaders();
		defaults.set("X-Tenant", "default");
		defaults.set("X-Other", "default");
		defaults.set(HttpHeaders.ACCEPT, "application/json");
		JsonRpcTransport transport = this.transport.create(this.server.uri(), defaults);
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Tenant", "own");
		transport.exchange(JsonRpcTransportRequest.of(new byte[2]).headers(headers).build()).block(PATIENCE);
		RawRequest request = this.server.requests().get(0);
		assertThat(request.headers("X-Tenant")).containsExactly("own");
		assertThat(request.headers("X-Other")).containsExactly("default");
		assertThat(request.headers("Accept")).containsExactly("application/json");
	}

	@Test
	void whenNoAcceptIsGivenThenJsonIsPreferred() {
		RawRequest request = send(TestConnector.request("{}"));
		assertThat(request.headers("Accept")).containsExactly("application/json, */*");
	}

	@Test
	void whenAcceptIsGivenThenItIsSent() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.ACCEPT, "application/json, text/event-stream");
		RawRequest request = send(JsonRpcTransportRequest.of(new byte[2]).headers(headers).build());
		assertThat(request.headers("Accept")).containsExactly("application/json, text/event-stream");
	}

	private RawRequest send(JsonRpcTransportRequest request) {
		this.transport.create(this.server.uri().resolve("rpc?key=1")).exchange(request).block(PATIENCE);
		assertThat(this.server.requests()).hasSize(1);
		return this.server.requests().get(0);
	}

}
