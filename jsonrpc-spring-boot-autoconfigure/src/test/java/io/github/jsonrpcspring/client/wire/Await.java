package io.github.jsonrpcspring.client.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.test.StepVerifier;

/**
 * Waits for what a {@code Mono} signals, as a blocking call would.
 */
final class Await {

	static final Duration PATIENCE = Duration.ofSeconds(20);

	private Await() {
	}

	/**
	 * Return the value, {@code null} when there is none.
	 */
	static <T> T value(Mono<T> mono) {
		AtomicReference<Signal<T>> first = new AtomicReference<>();
		StepVerifier.create(mono.materialize())
			.thenConsumeWhile((signal) -> true, (signal) -> first.compareAndSet(null, signal))
			.expectComplete()
			.verify(PATIENCE);
		if (first.get().getThrowable() instanceof RuntimeException failure) {
			throw failure;
		}
		return first.get().get();
	}

}
