package io.github.jsonrpcspring.load.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.jsonrpcspring.load.contestant.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Slice}.
 */
class SliceTests {

	private static final Slice SLICE = new Slice(Duration.ofMillis(5));

	private static Sample run(Client client, int calls, int count) throws InterruptedException {
		Tally tally = new Tally();
		SLICE.run(client, calls, count, tally);
		return tally.sample(calls);
	}

	static Stream<Client> wrongClients() {
		Client.Blocking blocking = (a, b) -> a;
		Client.Reactive reactive = (a, b) -> Mono.just(a);
		Client.Batch batch = (a, b) -> a;
		Client.Batch shortBatch = (a, b) -> new int[] { a[0] + b };
		return Stream.of(blocking, reactive, batch, shortBatch);
	}

	@ParameterizedTest
	@MethodSource("wrongClients")
	void aWrongSumEndsIt(Client client) {
		assertThatIllegalStateException().isThrownBy(() -> run(client, 10, 2));
	}

	@Test
	void aFailureEndsIt() {
		Client.Blocking client = (a, b) -> {
			throw new IllegalArgumentException("down");
		};
		assertThatIllegalStateException().isThrownBy(() -> run(client, 1, 2))
			.withRootCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void eachCallerHasAThread() throws InterruptedException {
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		AtomicInteger calls = new AtomicInteger();
		Client.Blocking client = (a, b) -> {
			threads.add(Thread.currentThread());
			calls.incrementAndGet();
			return a + b;
		};
		Sample sample = run(client, 1, 3);
		assertThat(threads).hasSize(3);
		assertThat(sample.calls()).isEqualTo(calls.get());
		assertThat(sample.nanos()).isGreaterThanOrEqualTo(Duration.ofMillis(5).toNanos());
		assertThat(sample.p50()).isLessThanOrEqualTo(sample.p99());
	}

	@Test
	@Timeout(10)
	void lanesCallAtTheSameTime() throws InterruptedException {
		AtomicInteger calls = new AtomicInteger();
		Sinks.Empty<Void> third = Sinks.empty();
		Client.Reactive client = (a, b) -> Mono.defer(() -> {
			if (calls.incrementAndGet() == 3) {
				third.tryEmitEmpty();
			}
			return third.asMono().thenReturn(a + b);
		});
		assertThat(run(client, 1, 3).calls()).isEqualTo(calls.get());
	}

	@Test
	void theCallsOfABatchCountOneByOne() throws InterruptedException {
		AtomicInteger batches = new AtomicInteger();
		Client.Batch client = (a, b) -> {
			batches.incrementAndGet();
			return Arrays.stream(a).map((number) -> number + b).toArray();
		};
		assertThat(run(client, 10, 1).calls()).isEqualTo(10L * batches.get());
	}

	@Test
	void slicesAddUp() throws InterruptedException {
		AtomicInteger calls = new AtomicInteger();
		Client.Blocking client = (a, b) -> {
			calls.incrementAndGet();
			return a + b;
		};
		Tally tally = new Tally();
		SLICE.run(client, 1, 2, tally);
		Sample first = tally.sample(1);
		SLICE.run(client, 1, 2, tally);
		Sample both = tally.sample(1);
		assertThat(both.calls()).isEqualTo(calls.get()).isGreaterThan(first.calls());
		assertThat(both.nanos()).isGreaterThanOrEqualTo(first.nanos() + Duration.ofMillis(5).toNanos());
	}

	@Test
	void aQuantileIsTheTimeThatTheShareDoesNotExceed() {
		long[] hundred = Stream.iterate(1L, (value) -> value + 1).limit(100).mapToLong(Long::longValue).toArray();
		assertThat(Latencies.quantile(hundred, 0.5)).isEqualTo(50);
		assertThat(Latencies.quantile(hundred, 0.99)).isEqualTo(99);
		assertThat(Latencies.quantile(new long[] { 7 }, 0.99)).isEqualTo(7);
	}

}
