package io.github.jsonrpcspring.client.hostile;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.hostile.HostileCase.Outcome;
import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.wire.CallStyle;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.testsupport.HttpStack;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import io.github.jsonrpcspring.testsupport.Stalls;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Each way in which a server can do harm ends in exactly one outcome, in time, and leaves
 * neither a connection nor a call behind.
 */
class HostileServerTests {

	private static final Duration SHORT_DEADLINE = Duration.ofMillis(300);

	/** For what has to end by itself. */
	private static final Duration LONG_DEADLINE = Duration.ofSeconds(30);

	private static final Duration GRACE = Duration.ofSeconds(1);

	private static final Function<URI, JsonRpcTransport> TRANSPORT = SingleConnection.transport();

	private final AtomicBoolean attacking = new AtomicBoolean(true);

	@ParameterizedTest(name = "{0} [{1}]")
	@MethodSource("runs")
	void callEndsAsItShouldAndTheNextOneIsNotAffected(HostileCase hostile, CallStyle style) {
		Outcome expected = hostile.expected(style);
		if (!JsonRpcTimeoutException.class.equals(expected.failure())) {
			assertThat(attack(hostile, style, LONG_DEADLINE)).isTrue();
			return;
		}
		Duration deadline = SHORT_DEADLINE;
		while (!attack(hostile, style, deadline)) {
			assertThat(deadline).as("deadline within which nothing was sent").isLessThan(LONG_DEADLINE);
			deadline = deadline.multipliedBy(4);
		}
	}

	/**
	 * Return whether the request reached the server: on a slow machine a short deadline
	 * may pass before, and it is the answer that has to be late.
	 */
	private boolean attack(HostileCase hostile, CallStyle style, Duration deadline) {
		Outcome expected = hostile.expected(style);
		boolean late = JsonRpcTimeoutException.class.equals(expected.failure());
		try (RawHttpServer server = RawHttpServer.start((connection) -> serve(connection, hostile, style));
				Stalls stalls = Stalls.measuring()) {
			SimpleMeterRegistry meters = new SimpleMeterRegistry();
			JsonRpcTemplate client = client(server, deadline, style, meters);
			AtomicReference<Object> value = new AtomicReference<>();
			long start = System.nanoTime();
			Throwable failure = catchThrowable(() -> value.set(style.call(client, hostile.type())));
			Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
			if (late && server.requests().isEmpty()) {
				return false;
			}
			assertOutcome(expected, value.get(), failure);
			assertThat(elapsed).isLessThan(deadline.plus(GRACE).plus(stalls.lost()));
			if (late) {
				assertThat(elapsed).isGreaterThanOrEqualTo(deadline);
			}
			assertThat(meters.get("jsonrpc.client.calls.active").gauge().value()).isZero();
			assertThat(server.requests()).as("nothing is sent twice").hasSizeLessThan(2);
			server.awaitOpenConnections(expected.openConnections());
			assertNextCallIsAnswered(server, client, expected);
			return true;
		}
	}

	private void serve(RawConnection connection, HostileCase hostile, CallStyle style)
			throws IOException, InterruptedException {
		if (this.attacking.get()) {
			hostile.attack().run(connection, style::answer);
		}
		for (RawRequest request = connection.read(); request != null; request = connection.read()) {
			JsonNode id = JsonMapper.shared().readTree(request.body()).get("id");
			connection.write(RawAnswer.json("{\"jsonrpc\":\"2.0\",\"result\":\"next\",\"id\":" + id + "}"));
		}
	}

	/**
	 * The next call uses the connection again if it was kept: it was not lost either.
	 */
	private void assertNextCallIsAnswered(RawHttpServer server, JsonRpcTemplate client, Outcome expected) {
		this.attacking.set(false);
		int connections = server.connections();
		assertThat(client.mutate().timeout(LONG_DEADLINE).build().request("next", String.class)).isEqualTo("next");
		assertThat(server.connections()).isEqualTo(connections + 1 - expected.openConnections());
		server.awaitOpenConnections(1);
	}

	private static void assertOutcome(Outcome expected, Object value, Throwable failure) {
		if (expected.failure() == null) {
			assertThat(failure).isNull();
			assertThat(value).isEqualTo(expected.value());
			return;
		}
		assertThat(failure).as("instead of %s", value)
			.isExactlyInstanceOf(expected.failure())
			.hasMessageContaining("Client 'hostile'");
		expected.words().forEach((words) -> assertThat(failure).hasMessageContaining(words));
		assertThat(failure.getMessage()).hasSizeLessThan(1600);
	}

	private JsonRpcTemplate client(RawHttpServer server, Duration deadline, CallStyle style,
			SimpleMeterRegistry meters) {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new JsonRpcClientMeterObservationHandler(meters));
		AtomicInteger number = new AtomicInteger();
		return JsonRpcTemplate.builder(TRANSPORT.apply(server.uri()))
			.name("hostile")
			.timeout(deadline)
			.idGenerator(() -> (number.incrementAndGet() == 2 && style.isBatch()) ? JsonRpcId.of(CallStyle.NEIGHBOUR)
					: JsonRpcId.of(number.get()))
			.observationRegistry(observations)
			.build();
	}

	/**
	 * What happens below JSON is the same for each style of a single call.
	 */
	static Stream<Arguments> runs() {
		return cases().stream()
			.flatMap((hostile) -> Stream.of(CallStyle.BLOCKING, CallStyle.REACTIVE, CallStyle.BATCH_ENTRY)
				.map((style) -> Arguments.of(hostile, style)));
	}

	static List<HostileCase> cases() {
		return Stream
			.of(ConnectionAttacks.all(), FramingAttacks.all(), HeadAttacks.all(), EncodingAttacks.all(),
					DocumentAttacks.all())
			.flatMap(List::stream)
			.toList();
	}

}
