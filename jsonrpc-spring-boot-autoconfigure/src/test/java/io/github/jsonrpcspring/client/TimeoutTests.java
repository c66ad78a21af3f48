package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for which deadline counts: that of the call, of the method, or of the client.
 */
class TimeoutTests {

	private final JsonRpcClientSettings settings = JsonRpcClientSettings.builder("default")
		.timeout(Duration.ofSeconds(60))
		.methods(List.of(new JsonRpcClientSettings.Method("slow_exact", Duration.ofSeconds(90), true),
				new JsonRpcClientSettings.Method("slow_*", Duration.ofSeconds(30), true),
				new JsonRpcClientSettings.Method("*_any", Duration.ofSeconds(1), true),
				new JsonRpcClientSettings.Method("endless", Duration.ZERO, true),
				new JsonRpcClientSettings.Method("quiet", null, false)))
		.build();

	@Test
	void clientWithoutSettingsWaitsAMinute() {
		verify(JsonRpcClientSettings.defaults("default"), "m", null, Duration.ofSeconds(60), "60 s");
	}

	@Test
	void clientsTimeoutCountsForOtherMethods() {
		verify(this.settings, "m", null, Duration.ofSeconds(60), "60 s");
	}

	@Test
	void firstMethodThatMatchesCounts() {
		verify(this.settings, "slow_any", null, Duration.ofSeconds(30), "30 s");
		verify(this.settings, "slow_exact", null, Duration.ofSeconds(90), "90 s");
		verify(this.settings, "other_any", null, Duration.ofSeconds(1), "1 s");
	}

	@Test
	void methodWithoutTimeoutHasThatOfTheClient() {
		verify(this.settings, "quiet", null, Duration.ofSeconds(60), "60 s");
	}

	@Test
	void timeoutOfTheCallCountsMostOfAll() {
		verify(this.settings, "slow_any", Duration.ofMillis(1500), Duration.ofMillis(1500), "1500 ms");
		verify(this.settings, "endless", Duration.ofSeconds(2), Duration.ofSeconds(2), "2 s");
	}

	@Test
	void zeroIsNoTimeout() {
		verifyEndless(this.settings, "endless", null);
		verifyEndless(this.settings, "m", Duration.ZERO);
		verifyEndless(this.settings.mutate().timeout(Duration.ZERO).build(), "m", null);
	}

	@Test
	void timeoutCancelsTheExchange() {
		AtomicBoolean cancelled = new AtomicBoolean();
		StubTransport silent = StubTransport
			.answering((request) -> Mono.<JsonRpcTransportResponse>never().doOnCancel(() -> cancelled.set(true)));
		StepVerifier.withVirtualTime(() -> ReactiveJsonRpcTemplate.builder(silent).build().call("m"))
			.thenAwait(Duration.ofSeconds(60))
			.expectError(JsonRpcTimeoutException.class)
			.verify(Duration.ofSeconds(5));
		assertThat(cancelled).isTrue();
	}

	private static void verify(JsonRpcClientSettings settings, String method, @Nullable Duration timeout,
			Duration expected, String text) {
		StepVerifier.withVirtualTime(() -> call(settings, method, timeout))
			.expectSubscription()
			.expectNoEvent(expected.minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(JsonRpcTimeoutException.class)
				.hasMessage("Client 'default', method '" + method + "', id 1: no answer within " + text
						+ ", the outcome of the call is unknown; 'timeout' sets the deadline"))
			.verify(Duration.ofSeconds(5));
	}

	private static void verifyEndless(JsonRpcClientSettings settings, String method, @Nullable Duration timeout) {
		StepVerifier.withVirtualTime(() -> call(settings, method, timeout))
			.expectSubscription()
			.expectNoEvent(Duration.ofDays(365))
			.thenCancel()
			.verify(Duration.ofSeconds(5));
	}

	private static Mono<?> call(JsonRpcClientSettings settings, String method, @Nullable Duration timeout) {
		JsonRpcCallOptions.Builder options = JsonRpcCallOptions.builder();
		if (timeout != null) {
			options.timeout(timeout);
		}
		return ReactiveJsonRpcTemplate.builder(StubTransport.silent())
			.settings(settings)
			.build()
			.send(JsonRpcRequest.of(method).build(), options.build());
	}

}
