package io.github.jsonrpcspring.client.transport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdkHttpConnector}.
 */
class JdkHttpConnectorTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final JdkHttpConnector connector = new JdkHttpConnector(
			HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());

	@Test
	void bodyOfUnknownLengthIsSentWithItsLength() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			webClient(this.connector).post()
				.uri(server.uri())
				.cookie("a", "1")
				.cookie("b", "2")
				.body(Flux.just("{\"a\":", "1}"), String.class)
				.exchangeToMono((response) -> response.bodyToMono(String.class))
				.block(PATIENCE);
			RawRequest request = server.requests().get(0);
			assertThat(request.headers("Content-Length")).containsExactly("7");
			assertThat(request.headers("Transfer-Encoding")).isEmpty();
			assertThat(request.headers("Cookie")).containsExactly("a=1; b=2");
			assertThat(request.text()).isEqualTo("{\"a\":1}");
		}
	}

	@Test
	void requestWithoutBodyIsSent() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			String body = webClient(this.connector).get()
				.uri(server.uri())
				.exchangeToMono((response) -> response.bodyToMono(String.class))
				.block(PATIENCE);
			assertThat(body).isEqualTo("{}");
			assertThat(server.requests().get(0).line()).isEqualTo("GET / HTTP/1.1");
		}
	}

	@Test
	void whenReadTimeoutPassesThenHttpTimeoutExceptionIsSignalled() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> connection.read())) {
			JdkHttpConnector impatient = new JdkHttpConnector(HttpClient.newHttpClient(), Duration.ofMillis(100));
			StepVerifier
				.create(WebClientJsonRpcTransport.create(webClient(impatient), server.uri())
					.exchange(TestConnector.request("{}")))
				.expectError(HttpTimeoutException.class)
				.verify(PATIENCE);
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void row52WhenCancelledWhileConnectingThenConnectionIsClosed() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> connection.awaitEnd())) {
			URI target = URI.create(server.uri().toString().replace("http:", "https:"));
			StepVerifier
				.create(WebClientJsonRpcTransport.create(webClient(this.connector), target)
					.exchange(TestConnector.request("{}")))
				.then(() -> server.awaitOpenConnections(1))
				.thenCancel()
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void row61ContentEncodingIsLeftToTheCaller() {
		try (RawHttpServer server = RawHttpServer
			.answering(RawAnswer.of("200 OK", "compressed", "Content-Encoding: gzip"))) {
			JsonRpcTransportResponse response = WebClientJsonRpcTransport
				.create(webClient(this.connector), server.uri())
				.exchange(TestConnector.request("{}"))
				.block(PATIENCE);
			assertThat(response).isNotNull();
			assertThat(response.headers().getFirst("Content-Encoding")).isEqualTo("gzip");
			assertThat(TestConnector.text(response)).isEqualTo("compressed");
			assertThat(server.requests().get(0).headers("Accept-Encoding")).isEmpty();
		}
	}

	@Test
	void whenHeaderIsNotAllowedByTheJdkThenThatIsSaid() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONNECTION, "close");
		StepVerifier
			.create(WebClientJsonRpcTransport.create(webClient(this.connector), URI.create("http://127.0.0.1:1/"))
				.exchange(JsonRpcTransportRequest.of(new byte[2]).headers(headers).build()))
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("Connection"))
			.verify(PATIENCE);
	}

	@Test
	void cookiesOfAnAnswerAreRead() {
		try (RawHttpServer server = RawHttpServer
			.answering(RawAnswer.of("200 OK", "{}", "Set-Cookie: a=1; Path=/p; HttpOnly", "Set-Cookie: =;;="))) {
			MultiValueMap<String, ResponseCookie> cookies = webClient(this.connector).get()
				.uri(server.uri())
				.exchangeToMono((response) -> response.releaseBody().thenReturn(response.cookies()))
				.block(PATIENCE);
			assertThat(cookies).containsOnlyKeys("a");
			assertThat(cookies.getFirst("a")).hasToString("a=1; Path=/p; HttpOnly");
		}
	}

	@Test
	void droppingAnAnswerDoesNothing() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			JsonRpcTransportResponse response = WebClientJsonRpcTransport
				.create(webClient(this.connector), server.uri())
				.exchange(TestConnector.request("{}"))
				.block(PATIENCE);
			assertThat(response).isNotNull();
			response.drop();
			assertThat(server.openConnections()).isEqualTo(1);
		}
	}

	private static WebClient webClient(JdkHttpConnector connector) {
		return WebClient.builder().clientConnector(connector).build();
	}

}
