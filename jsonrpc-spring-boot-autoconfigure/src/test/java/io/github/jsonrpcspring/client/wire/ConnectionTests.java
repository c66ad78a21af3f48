package io.github.jsonrpcspring.client.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.jsonrpcspring.client.JsonRpcIdMismatchException;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.ReactiveJsonRpcBatch;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.ClosingScript;
import io.github.jsonrpcspring.testsupport.HttpStack;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Deadlines, and connections that end when they should not.
 */
class ConnectionTests {

	private static final String START = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

	private static String result(int number) {
		return Json.of("{'jsonrpc':'2.0','result':" + number + ",'id':" + number + "}");
	}

	private static int id(RawRequest request) {
		return Integer.parseInt(request.text().replaceAll(".*\"id\":(\\d+).*", "$1"));
	}

	/**
	 * Answer the first call in some way, and all after it properly. The request of a call
	 * whose deadline passes may come late, or never.
	 */
	private static RawHttpServer.Script first(Step step) {
		return (connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				if (id(request) == 1) {
					step.run(connection);
				}
				else {
					connection.write(RawAnswer.json(result(id(request))));
				}
			}
		};
	}

	@FunctionalInterface
	private interface Step {

		void run(RawConnection connection) throws IOException, InterruptedException;

	}

	@EveryCall
	void row50TheDeadlineCoversTheBody(CallStyle style) {
		try (WireServer server = new WireServer(first((connection) -> connection.write(START)))) {
			JsonRpcTemplate client = server.builder().timeout(Duration.ofSeconds(1)).build();
			assertThatExceptionOfType(JsonRpcTimeoutException.class).isThrownBy(() -> style.call(client, Integer.class))
				.withMessageContainingAll("Client 'wire', method 'get', id 1", "1 s", "'timeout'", "unknown")
				.satisfies(WireServer::assertNoSecret);
			server.raw().awaitOpenConnections(0);
			assertThat(style.call(client.mutate().timeout(Duration.ZERO).build(), Integer.class)).isEqualTo(2);
			assertThat(server.bodies()).doesNotHaveDuplicates().hasSizeBetween(1, 2);
		}
	}

	@EveryCall
	void row50TheDeadlineCoversTheWaiting(CallStyle style) {
		try (WireServer server = new WireServer(first((connection) -> {
		}))) {
			JsonRpcTemplate client = server.builder().timeout(Duration.ofSeconds(1)).build();
			assertThatExceptionOfType(JsonRpcTimeoutException.class)
				.isThrownBy(() -> style.call(client, Integer.class));
			server.raw().awaitOpenConnections(0);
		}
	}

	@Test
	void row50TheDeadlineOfACallWins() {
		try (WireServer server = new WireServer(first((connection) -> connection.write(START)))) {
			JsonRpcTemplate client = server.client();
			assertThatExceptionOfType(JsonRpcTimeoutException.class)
				.isThrownBy(() -> client.method("get").timeout(Duration.ofSeconds(1)).retrieve(Integer.class))
				.withMessageContaining("1 s");
			server.raw().awaitOpenConnections(0);
		}
	}

	@EveryBatch
	void row50TheDeadlineOfABatch(BatchStyle style, JsonRpcValidation level) {
		try (WireServer server = new WireServer(first((connection) -> connection.write(START)))) {
			BatchStyle.Batch batch = style
				.batch(server.builder().validation(level).timeout(Duration.ofSeconds(1)).build());
			batch.add("get", Integer.class);
			assertThatExceptionOfType(JsonRpcTimeoutException.class).isThrownBy(batch::execute)
				.withMessageContainingAll("Client 'wire', batch", "1 s");
			server.raw().awaitOpenConnections(0);
		}
	}

	@EveryCall
	void row51AReusedConnectionThatIsResetIsNotReplayed(CallStyle style) {
		AtomicInteger requests = new AtomicInteger();
		try (WireServer server = new WireServer((connection) -> {
			while (connection.read() != null) {
				if (requests.incrementAndGet() == 3) {
					connection.reset();
					return;
				}
				connection.write(RawAnswer.json(result(requests.get())));
			}
		})) {
			JsonRpcTemplate client = server.client();
			assertThat(style.call(client, Integer.class)).isEqualTo(1);
			assertThat(style.call(client, Integer.class)).isEqualTo(2);
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> style.call(client, Integer.class))
				.withMessageContaining("Client 'wire', method 'get', id 3")
				.satisfies(WireServer::assertNoSecret);
			assertThat(style.call(client, Integer.class)).isEqualTo(4);
			assertThat(server.bodies()).hasSize(4);
		}
	}

	@EveryCall
	void row51AnAnswerThatIsCutOff(CallStyle style) {
		try (WireServer server = new WireServer(first((connection) -> {
			connection.write(START);
			connection.close();
		}))) {
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> style.call(server.client(), Integer.class))
				.withMessageContaining("Client 'wire', method 'get', id 1")
				.satisfies(WireServer::assertNoSecret);
			assertThat(server.bodies()).hasSize(1);
		}
	}

	@Test
	void row52ACancelledCallClosesItsConnection() {
		try (WireServer server = new WireServer(first((connection) -> {
		}))) {
			JsonRpcTemplate client = server.client();
			StepVerifier.create(client.reactive().request("get", Integer.class))
				.then(() -> server.raw().awaitRequests(1))
				.thenCancel()
				.verify(Await.PATIENCE);
			server.raw().awaitOpenConnections(0);
			assertThat(client.request("get", Integer.class)).isEqualTo(2);
		}
	}

	@Test
	void row52ACancelledBatchClosesItsConnection() {
		try (WireServer server = new WireServer(first((connection) -> {
		}))) {
			ReactiveJsonRpcBatch batch = server.client().reactive().batch();
			batch.add("get", Integer.class);
			StepVerifier.create(batch.execute())
				.then(() -> server.raw().awaitRequests(1))
				.thenCancel()
				.verify(Await.PATIENCE);
			server.raw().awaitOpenConnections(0);
		}
	}

	@EveryCall
	void row72AConnectionClosedWithoutAnAnswer(CallStyle style) {
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			try (WireServer server = new WireServer(first(RawConnection::close))) {
				JsonRpcTemplate client = server.client(level);
				assertThatExceptionOfType(JsonRpcTransportException.class)
					.isThrownBy(() -> style.call(client, Integer.class))
					.withMessageContainingAll("Client 'wire', method 'get', id 1", "without an answer",
							"outcome of the call is unknown")
					.satisfies(WireServer::assertNoSecret);
				assertThat(server.bodies()).hasSize(1);
				assertThat(style.call(client, Integer.class)).isEqualTo(2);
			}
		}
	}

	@EveryBatch
	void row72ABatchWhoseConnectionIsClosed(BatchStyle style, JsonRpcValidation level) {
		try (WireServer server = new WireServer(first(RawConnection::close))) {
			BatchStyle.Batch batch = style.batch(server.client(level));
			batch.add("get", Integer.class);
			batch.notify("log");
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(batch::execute)
				.withMessageContainingAll("Client 'wire', batch", "outcome", "unknown");
			assertThat(server.bodies()).hasSize(1);
		}
	}

	@EveryCall
	void row75AnAnswerThatEndsWithItsConnection(CallStyle style) {
		assertEveryCallIsAnswered(style, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
	}

	@EveryCall
	void row75AnAnswerOfHttp10(CallStyle style) {
		assertEveryCallIsAnswered(style, "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n");
		assertClosingIsNoticed(style, "HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n");
	}

	@EveryCall
	void row75AServerThatClosesWithoutSayingSo(CallStyle style) {
		assertClosingIsNoticed(style, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n");
	}

	private void assertClosingIsNoticed(CallStyle style, String head) {
		if (HttpStack.current() != HttpStack.JDK) {
			assertEveryCallIsAnswered(style, head);
		}
		else {
			assertEveryCallIsAnsweredOrFails(style, head);
		}
	}

	private void assertEveryCallIsAnswered(CallStyle style, String head) {
		ClosingScript.run(own(head), (closing) -> {
			try (WireServer server = new WireServer(closing)) {
				JsonRpcTemplate client = server.client();
				for (int i = 1; i <= 5; i++) {
					assertThat(style.call(client, Integer.class)).isEqualTo(i);
				}
				assertThat(server.bodies()).hasSize(5);
			}
		});
	}

	/**
	 * The client of the JDK may write a request to a connection that the server is
	 * closing.
	 */
	private void assertEveryCallIsAnsweredOrFails(CallStyle style, String head) {
		ClosingScript.run(own(head), (closing) -> {
			int answered = 0;
			try (WireServer server = new WireServer(closing)) {
				JsonRpcTemplate client = server.client();
				for (int i = 1; i <= 5; i++) {
					try {
						assertThat(style.call(client, Integer.class)).isEqualTo(i);
						answered++;
					}
					catch (JsonRpcTransportException ex) {
						assertThat(ex).hasMessageContaining("id " + i + ":");
					}
				}
				assertThat(answered).isPositive();
				assertThat(server.bodies()).doesNotHaveDuplicates().hasSizeBetween(answered, 5);
			}
		});
	}

	/**
	 * Answer each request with its own id.
	 */
	private static Function<RawRequest, String> own(String head) {
		return (request) -> {
			String body = result(id(request));
			return head.replace("%d", String.valueOf(body.length())) + body;
		};
	}

	@EveryCall
	void row76AnUnsolicitedAnswerIsNotTheNextCallsAnswer(CallStyle style) {
		assertOwnAnswers(style, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
		assertOwnAnswers(style, RawAnswer.json(Json.of("{'jsonrpc':'2.0','result':-1,'id':1}")));
	}

	private void assertOwnAnswers(CallStyle style, String unsolicited) {
		AtomicInteger number = new AtomicInteger();
		try (WireServer server = new WireServer((connection) -> {
			while (connection.read() != null) {
				connection.write(RawAnswer.json(result(number.incrementAndGet())) + unsolicited);
			}
		})) {
			JsonRpcTemplate client = server.client();
			for (int i = 1; i <= 5; i++) {
				assertThat(style.call(client, Integer.class)).isEqualTo(i);
			}
		}
	}

	@EveryCall
	void row76ConnectionCloseHelpsServersThatMixAnswersUp(CallStyle style) {
		AtomicInteger number = new AtomicInteger();
		try (WireServer server = new WireServer((connection) -> {
			while (connection.read() != null) {
				connection.write(RawAnswer.json(result(number.incrementAndGet())));
				connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
			}
		})) {
			JsonRpcTemplate client = server.builder().defaultHeader("Connection", "close").build();
			for (int i = 1; i <= 3; i++) {
				assertThat(style.call(client, Integer.class)).isEqualTo(i);
				assertThat(server.lastRequest().headers("Connection")).containsExactly("close");
			}
			assertThat(server.raw().connections()).isEqualTo(3);
			server.raw().awaitOpenConnections(0);
		}
	}

	@EveryCall
	void row76TheConnectionOfAForeignAnswerIsDropped(CallStyle style) {
		try (WireServer server = new WireServer(first((connection) -> connection.write(RawAnswer.json(result(99)))))) {
			JsonRpcTemplate client = server.client();
			assertThatExceptionOfType(JsonRpcIdMismatchException.class)
				.isThrownBy(() -> style.call(client, Integer.class));
			if (HttpStack.current() != HttpStack.JDK) {
				server.raw().awaitOpenConnections(0);
			}
			assertThat(style.call(client, Integer.class)).isEqualTo(2);
		}
	}

	@EveryCall
	void row76TheConnectionOfAnAnswerToABatchIsDropped(CallStyle style) {
		String array = "[" + result(98) + "," + result(99) + "]";
		try (WireServer server = new WireServer(first((connection) -> connection.write(RawAnswer.json(array))))) {
			JsonRpcTemplate client = server.client();
			assertThatExceptionOfType(JsonRpcInvalidResponseException.class)
				.isThrownBy(() -> style.call(client, Integer.class));
			if (HttpStack.current() != HttpStack.JDK) {
				server.raw().awaitOpenConnections(0);
			}
			assertThat(style.call(client, Integer.class)).isEqualTo(2);
		}
	}

	@EveryCall
	void row76TheConnectionOfAForeignResultWithAnErrorStatusIsDropped(CallStyle style) {
		String answer = RawAnswer.of("500 Internal Server Error", result(99), "Content-Type: application/json");
		try (WireServer server = new WireServer(first((connection) -> connection.write(answer)))) {
			JsonRpcTemplate client = server.client();
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> style.call(client, Integer.class))
				.withMessageContaining("HTTP 500");
			if (HttpStack.current() != HttpStack.JDK) {
				server.raw().awaitOpenConnections(0);
			}
			assertThat(style.call(client, Integer.class)).isEqualTo(2);
		}
	}

	@EveryCall
	void row76TheConnectionOfAResultWithoutAnIdWithAnErrorStatusIsKept(CallStyle style) {
		try (WireServer server = new WireServer((connection) -> {
			while (connection.read() != null) {
				connection.write(RawAnswer.of("503 Service Unavailable", "{\"success\":false,\"result\":null}",
						"Content-Type: application/json"));
			}
		})) {
			JsonRpcTemplate client = server.client();
			for (int i = 1; i <= 20; i++) {
				assertThatExceptionOfType(JsonRpcTransportException.class)
					.isThrownBy(() -> style.call(client, Integer.class))
					.withMessageContaining("HTTP 503");
			}
			assertThat(server.raw().connections()).isLessThan(5);
		}
	}

}
