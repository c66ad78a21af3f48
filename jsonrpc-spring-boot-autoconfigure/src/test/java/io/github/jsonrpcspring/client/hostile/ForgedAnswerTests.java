package io.github.jsonrpcspring.client.hostile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import io.github.jsonrpcspring.client.JsonRpcIdMismatchException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.wire.CallStyle;
import io.github.jsonrpcspring.testsupport.HttpStack;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Answers that come when none is awaited: after the deadline, behind another answer, or
 * with the id of a call that is yet to come. None of them is ever the answer to a call.
 */
class ForgedAnswerTests {

	private static final int CALLS = 100;

	/**
	 * The ids of the calls to come are easily guessed here.
	 */
	@Test
	void answerThatComesWithTheRealOneIsNotThatOfTheNextCall() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				long id = Long.parseLong(id(request));
				connection.write(RawAnswer.json(result("own", id))
						+ RawAnswer.json(result("forged", String.valueOf(id + 1))).repeat(10));
			}
		})) {
			assertThat(outcomes(client(server))).containsOnly("own");
		}
	}

	/**
	 * What comes later, or in parts, may be read by the next call: nothing tells it from
	 * its answer but the id, which has to be one that cannot be guessed.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 20, 40, 60, 80, 100 })
	void answerBehindTheRealOneIsNotThatOfTheNextCall(int withTheRealOne) {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				String forged = RawAnswer.json(result("forged", id(request)));
				connection.write(RawAnswer.json(result("own", id(request))) + forged.substring(0, withTheRealOne));
				connection.write(forged.substring(withTheRealOne));
			}
		})) {
			JsonRpcTemplate client = client(server).mutate().idGenerator(JsonRpcIdGenerator.uuid()).build();
			assertThat(outcomes(client)).doesNotContain("forged");
		}
	}

	@ParameterizedTest
	@EnumSource(CallStyle.class)
	void answerAfterTheDeadlineIsNotThatOfTheNextCall(CallStyle style) {
		CountDownLatch timedOut = new CountDownLatch(1);
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				if (id(request).equals("1")) {
					timedOut.await();
					connection.write(RawAnswer.json(result("late", 1)) + RawAnswer.json(result("late", 2))
							+ RawAnswer.json(result("late", 3)));
				}
				else {
					connection.write(RawAnswer.json(result("own", id(request))));
				}
			}
		})) {
			JsonRpcTemplate client = client(server);
			assertThatExceptionOfType(JsonRpcTimeoutException.class)
				.isThrownBy(() -> style.call(client.mutate().timeout(Duration.ofSeconds(1)).build(), String.class));
			timedOut.countDown();
			assertThat(client.request("next", String.class)).isEqualTo("own");
			assertThat(server.allConnections()).extracting(RawConnection::served).allMatch((served) -> served <= 1);
		}
	}

	@Test
	void connectionThatIsResetWhileIdleIsNotUsedAgain() throws InterruptedException {
		assertNextCallIsAnswered(RawConnection::reset);
	}

	@Test
	void connectionThatIsClosedWhileIdleIsNotUsedAgain() throws InterruptedException {
		assertNextCallIsAnswered(RawConnection::close);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\r\n", "HTTP/1.1 200 OK\r\nContent-", "HTTP/1.1 408 Request Timeout\r\n\r\n" })
	void connectionThatIsWrittenToWhileIdleIsNotUsedAgain(String bytes) throws InterruptedException {
		assertNextCallIsAnswered((connection) -> connection.write(bytes));
	}

	private void assertNextCallIsAnswered(RawHttpServer.Script whileIdle) throws InterruptedException {
		CountDownLatch idle = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			RawRequest request = connection.read();
			connection.write(RawAnswer.json(result("own", id(request))));
			if (connection.number() == 1) {
				idle.await();
				whileIdle.serve(connection);
				done.countDown();
			}
		})) {
			JsonRpcTemplate client = client(server);
			assertThat(client.request("first", String.class)).isEqualTo("own");
			idle.countDown();
			if (HttpStack.current() == HttpStack.HTTP_COMPONENTS) {
				// It looks at a connection when it is about to use it again
				assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
			}
			else {
				server.awaitOpenConnections(0);
			}
			assertThat(client.request("next", String.class)).isEqualTo("own");
			assertThat(server.requests()).hasSize(2);
		}
	}

	/**
	 * A call may fail with what a server has spoilt, but only so.
	 */
	private static List<String> outcomes(JsonRpcTemplate client) {
		List<String> outcomes = new ArrayList<>();
		for (int i = 0; i < CALLS; i++) {
			try {
				outcomes.add(client.request("get", String.class));
			}
			catch (JsonRpcException ex) {
				assertThat(ex).isInstanceOfAny(JsonRpcTransportException.class, JsonRpcIdMismatchException.class);
				outcomes.add("failed");
			}
		}
		assertThat(outcomes).contains("own");
		return outcomes;
	}

	private static JsonRpcTemplate client(RawHttpServer server) {
		return JsonRpcTemplate.builder(server.uri().toString()).name("hostile").build();
	}

	/**
	 * Return the id of a call, or that of the first one of a batch.
	 */
	private static String id(RawRequest request) {
		return request.text().replaceAll(".*?\"id\":([^,}]+).*", "$1");
	}

	private static String result(String text, Object id) {
		return "{\"jsonrpc\":\"2.0\",\"result\":\"" + text + "\",\"id\":" + id + "}";
	}

}
