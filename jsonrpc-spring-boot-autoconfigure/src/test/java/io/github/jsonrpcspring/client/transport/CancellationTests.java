package io.github.jsonrpcspring.client.transport;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for exchanges that are cancelled.
 */
@ParameterizedClass
@EnumSource(TestTransport.class)
class CancellationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Parameter
	TestTransport transport;

	@Test
	void row52WhenCancelledBeforeTheAnswerThenConnectionIsClosed() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> connection.read())) {
			StepVerifier.create(exchange(server))
				.then(() -> server.awaitRequests(1))
				.thenCancel()
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void row50WhenBodyTricklesThenDeadlineClosesTheConnection() {
		Sinks.Empty<Void> deadline = Sinks.empty();
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Transfer-Encoding: chunked") + "\r\n");
			for (int i = 0; connection.isOpenAfter(Duration.ofMillis(20)); i++) {
				connection.write("1\r\nx\r\n");
				if (i == 3) {
					deadline.tryEmitEmpty();
				}
			}
		})) {
			StepVerifier.create(exchange(server).timeout(deadline.asMono()))
				.expectError(TimeoutException.class)
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			server.awaitOpenConnections(0);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void row50WhenCancelledThenTheNextExchangeIsNotAffected() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			if (connection.number() > 1) {
				connection.write(RawAnswer.json("{}"));
			}
		})) {
			JsonRpcTransport transport = this.transport.create(server.uri());
			StepVerifier.create(transport.exchange(TestConnector.request("1")))
				.then(() -> server.awaitRequests(1))
				.thenCancel()
				.verify(PATIENCE);
			StepVerifier.create(transport.exchange(TestConnector.request("2")))
				.expectNextCount(1)
				.expectComplete()
				.verify(PATIENCE);
			assertThat(server.requests()).extracting((request) -> request.text()).containsExactly("1", "2");
		}
	}

	private Mono<JsonRpcTransportResponse> exchange(RawHttpServer server) {
		return this.transport.create(server.uri()).exchange(TestConnector.request("{}"));
	}

}
