package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for answers to requests of which a transport wants none.
 */
@ParameterizedClass
@EnumSource(TestTransport.class)
class NotificationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Parameter
	TestTransport transport;

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
			"HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\n[]",
			"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nnot json" })
	void row23BodyOfSuccessIsThrownAway(String answer) {
		try (RawHttpServer server = RawHttpServer.answering(answer)) {
			StepVerifier.create(notify(server, 1000)).assertNext((response) -> {
				assertThat(response.status().is2xxSuccessful()).isTrue();
				assertThat(response.body()).isEmpty();
			}).expectComplete().verify(PATIENCE);
		}
	}

	@Test
	void row23ConnectionIsUsedAgainAfterTheBodyWasDrained() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("x".repeat(100_000)))) {
			for (int i = 0; i < 10; i++) {
				notify(server, 1_000_000).block(PATIENCE);
			}
			assertThat(server.connections()).isLessThan(10);
		}
	}

	@Test
	void row23WhenBodyIsOverTheCapThenItCompletesAndTheConnectionIsClosed() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("x".repeat(100_000)))) {
			StepVerifier.create(notify(server, 1000))
				.assertNext((response) -> assertThat(response.body()).isEmpty())
				.expectComplete()
				.verify(PATIENCE);
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void row23WhenBodyIsBrokenOffThenItCompletes() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Content-Length: 10") + "\r\nhalf");
			connection.close();
		})) {
			StepVerifier.create(notify(server, 1000)).expectNextCount(1).expectComplete().verify(PATIENCE);
		}
	}

	@Test
	void row23StatusAndBodyOfAnErrorAreKept() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.of("403 Forbidden", "no"))) {
			StepVerifier.create(notify(server, 1000)).assertNext((response) -> {
				assertThat(response.status().value()).isEqualTo(403);
				assertThat(TestConnector.text(response)).isEqualTo("no");
			}).expectComplete().verify(PATIENCE);
		}
	}

	@Test
	void row72WhenConnectionIsClosedWithoutAnswerThenThatIsSaid() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.close();
		})) {
			StepVerifier.create(notify(server, 1000)).expectError(NoResponseException.class).verify(PATIENCE);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void whenErrorIsBrokenOffThenItIsAnError() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("500 Oops", "Content-Length: 10") + "\r\nhalf");
			connection.close();
		})) {
			StepVerifier.create(notify(server, 1000)).expectError(IOException.class).verify(PATIENCE);
		}
	}

	private Mono<JsonRpcTransportResponse> notify(RawHttpServer server, long maxResponseSize) {
		return this.transport.create(server.uri())
			.exchange(JsonRpcTransportRequest.of("{}".getBytes(StandardCharsets.UTF_8))
				.responseExpected(false)
				.maxResponseSize(maxResponseSize)
				.build());
	}

}
