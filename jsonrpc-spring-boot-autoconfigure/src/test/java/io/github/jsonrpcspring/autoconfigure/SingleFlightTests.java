package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SingleFlight}.
 */
class SingleFlightTests {

	private static final int ROUNDS = 20_000;

	private final List<MonoSink<String>> sources = new ArrayList<>();

	private final AtomicInteger cancelled = new AtomicInteger();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<String> values = new ArrayList<>();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	private final SingleFlight<String> flight = new SingleFlight<>(Mono.create((sink) -> {
		this.sources.add(sink);
		sink.onCancel(this.cancelled::incrementAndGet);
	}));

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void whoAsksWhileItRunsGetsTheSameValue() {
		ask();
		ask();
		assertThat(this.sources).hasSize(1);
		this.sources.get(0).success("a");
		assertThat(this.values).containsExactly("a", "a");
	}

	@Test
	void whoAsksLaterGetsAnotherValue() {
		ask();
		this.sources.get(0).success("a");
		ask();
		this.sources.get(1).success("b");
		assertThat(this.values).containsExactly("a", "b");
	}

	@Test
	void whoAsksOnSeeingTheValueGetsAnotherValue() {
		this.flight.get().flatMap((first) -> this.flight.get()).subscribe(this.values::add);
		this.sources.get(0).success("a");
		assertThat(this.values).isEmpty();
		this.sources.get(1).success("b");
		assertThat(this.values).containsExactly("b");
	}

	@Test
	void failureIsSharedAndNotKept() {
		ask();
		ask();
		this.sources.get(0).error(new IllegalStateException());
		assertThat(this.failures).hasSize(2);
		ask();
		this.sources.get(1).success("b");
		assertThat(this.values).containsExactly("b");
	}

	@Test
	void noValueIsSharedAndNotKept() {
		ask();
		this.sources.get(0).success();
		ask();
		assertThat(this.sources).hasSize(2);
	}

	@Test
	void whoGoesDoesNotStopTheOthers() {
		Disposable first = ask();
		ask();
		first.dispose();
		assertThat(this.cancelled).hasValue(0);
		this.sources.get(0).success("a");
		assertThat(this.values).containsExactly("a");
	}

	@Test
	void whenTheLastHasGoneThenItRunsOnForTheNext() {
		ask().dispose();
		assertThat(this.cancelled).hasValue(0);
		ask();
		this.sources.get(0).success("a");
		assertThat(this.values).containsExactly("a");
		assertThat(this.sources).hasSize(1);
	}

	@Test
	void whenNobodyWaitsAtTheEndThenItBeginsAnew() {
		ask().dispose();
		this.sources.get(0).error(new IllegalStateException());
		ask();
		this.sources.get(1).success("b");
		assertThat(this.values).containsExactly("b");
		assertThat(this.failures).isEmpty();
	}

	@Test
	void nothingOfTheContextOfWhoAsksFirstReachesTheSource() {
		List<ContextView> contexts = new ArrayList<>();
		SingleFlight<String> watched = new SingleFlight<>(Mono.deferContextual((context) -> {
			contexts.add(context);
			return Mono.just("a");
		}));
		watched.get().contextWrite(Context.of("user", "s3cr3t", "micrometer.observation", "observation")).block();
		assertThat(contexts).singleElement().satisfies((context) -> assertThat(context.isEmpty()).isTrue());
	}

	@Test
	void whoGoesAtTheMomentWhenAnotherComesDoesNotDisturbIt() throws Exception {
		AtomicReference<MonoSink<Integer>> source = new AtomicReference<>();
		SingleFlight<Integer> shared = new SingleFlight<>(Mono.create(source::set));
		AtomicReference<@Nullable Disposable> leaving = new AtomicReference<>();
		Future<?> other = this.executor.submit(() -> {
			for (int i = 0; i < ROUNDS; i++) {
				Disposable first = leaving.getAndSet(null);
				for (int turn = 1; first == null; turn++) {
					spin(turn);
					first = leaving.getAndSet(null);
				}
				first.dispose();
			}
		});
		AtomicInteger sum = new AtomicInteger();
		for (int i = 0; i < ROUNDS; i++) {
			Disposable first = shared.get().subscribe((value) -> {
			}, this.failures::add);
			leaving.set(first);
			for (int turn = 1; turn < i % 64; turn++) {
				spin(turn);
			}
			shared.get().subscribe(sum::addAndGet, this.failures::add);
			for (int turn = 1; !first.isDisposed(); turn++) {
				spin(turn);
			}
			source.get().success(1);
		}
		other.get(1, TimeUnit.MINUTES);
		assertThat(sum).hasValue(ROUNDS);
		assertThat(this.failures).isEmpty();
	}

	/**
	 * Wait actively, so that both threads get to the critical moment together.
	 */
	private static void spin(int turn) {
		if (turn % 1000 == 0) {
			LockSupport.parkNanos(1);
		}
		else {
			Thread.onSpinWait();
		}
	}

	private Disposable ask() {
		return this.flight.get().subscribe(this.values::add, this.failures::add);
	}

}
