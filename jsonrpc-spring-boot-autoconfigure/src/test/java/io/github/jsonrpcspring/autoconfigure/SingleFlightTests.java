package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SingleFlight}.
 */
class SingleFlightTests {

	private final List<MonoSink<String>> sources = new ArrayList<>();

	private final AtomicInteger cancelled = new AtomicInteger();

	private final List<String> values = new ArrayList<>();

	private final List<Throwable> failures = new ArrayList<>();

	private final SingleFlight<String> flight = new SingleFlight<>(Mono.create((sink) -> {
		this.sources.add(sink);
		sink.onCancel(this.cancelled::incrementAndGet);
	}));

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
	void whenTheLastHasGoneThenItIsCancelledAndBeginsAnew() {
		ask().dispose();
		assertThat(this.cancelled).hasValue(1);
		ask();
		this.sources.get(1).success("b");
		assertThat(this.values).containsExactly("b");
	}

	private Disposable ask() {
		return this.flight.get().subscribe(this.values::add, this.failures::add);
	}

}
