package io.github.jsonrpcspring.client.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for connections that serve more than one exchange.
 */
@ParameterizedClass
@EnumSource(TestTransport.class)
class ConnectionReuseTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Parameter
	TestTransport transport;

	@Test
	void whenServerKeepsConnectionsOpenThenTheyAreUsedAgain() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			JsonRpcTransport transport = this.transport.create(server.uri());
			for (int i = 0; i < 50; i++) {
				send(transport, "{}");
			}
			assertThat(server.requests()).hasSize(50);
			assertThat(server.connections()).isLessThan(5);
		}
	}

	@Test
	void row75WhenServerHasClosedAConnectionThenTheNextRequestIsNotLost() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(RawAnswer.json("{}"));
			connection.close();
		})) {
			JsonRpcTransport transport = this.transport.create(server.uri());
			for (int i = 0; i < 50; i++) {
				send(transport, String.valueOf(i));
				server.awaitOpenConnections(0);
			}
			assertThat(server.requests()).extracting(RawRequest::text)
				.containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(String::valueOf).toList());
		}
	}

	@Test
	void row75WhenServerClosesAfterAWhileThenTheNextRequestIsNotLost() throws Exception {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			JsonRpcTransport transport = this.transport.create(server.uri());
			for (String text : List.of("1", "2", "3")) {
				send(transport, text);
			}
			for (RawConnection connection : server.allConnections()) {
				assertThat(connection.isOpenAfter(Duration.ofMillis(700))).isTrue();
				connection.close();
			}
			server.awaitOpenConnections(0);
			send(transport, "next");
			assertThat(server.requests()).extracting(RawRequest::text).containsExactly("1", "2", "3", "next");
		}
	}

	@Test
	void row76BytesOnAnIdleConnectionCloseIt() throws InterruptedException {
		Semaphore written = new Semaphore(0);
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				connection.write(RawAnswer.json(request.text()));
				if (connection.isOpenAfter(Duration.ofMillis(100))) {
					connection.write(RawAnswer.of("200 OK", ""));
					written.release();
				}
			}
		})) {
			JsonRpcTransport transport = this.transport.create(server.uri());
			for (int i = 0; i < 3; i++) {
				assertThat(send(transport, "\"" + i + "\"")).isEqualTo("\"" + i + "\"");
				if (this.transport == TestTransport.REST_CLIENT_HTTP_COMPONENTS) {
					// It looks at a connection when it is about to use it again
					assertThat(written.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
				}
				else {
					server.awaitOpenConnections(0);
				}
			}
			assertThat(server.connections()).isEqualTo(3);
		}
	}

	@Test
	void row76WhenEveryAnswerIsFollowedByAnotherThenEachRequestGetsItsOwn() {
		try (RawHttpServer server = RawHttpServer
			.answering((request) -> RawAnswer.json(request.text()) + RawAnswer.of("200 OK", ""))) {
			JsonRpcTransport transport = this.transport.create(server.uri());
			for (int i = 0; i < 50; i++) {
				assertThat(send(transport, "\"" + i + "\"")).isEqualTo("\"" + i + "\"");
			}
		}
	}

	private static String send(JsonRpcTransport transport, String body) {
		JsonRpcTransportResponse response = transport.exchange(TestConnector.request(body)).block(PATIENCE);
		assertThat(response).isNotNull();
		return TestConnector.text(response);
	}

}
