package io.github.jsonrpcspring.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Shares one subscription to a source among all who ask while it runs. It is cancelled
 * when the last of them has gone, and begins anew with the next.
 *
 * @param <T> the type of the value
 */
final class SingleFlight<T> {

	private final Mono<T> source;

	private final AtomicReference<@Nullable Flight<T>> running = new AtomicReference<>();

	SingleFlight(Mono<T> source) {
		this.source = source;
	}

	Mono<T> get() {
		return Mono.defer(() -> {
			Flight<T> current = this.running.get();
			if (current == null) {
				Flight<T> next = new Flight<>(this.source, this.running);
				current = this.running.compareAndExchange(null, next);
				current = (current != null) ? current : next;
			}
			return current.value;
		});
	}

	private static final class Flight<T> {

		private final AtomicReference<@Nullable Flight<T>> running;

		private final Mono<T> value;

		Flight(Mono<T> source, AtomicReference<@Nullable Flight<T>> running) {
			this.running = running;
			// Ended before the value is seen, so that who does not like it gets another
			// one
			this.value = source.doOnTerminate(this::end)
				.doOnCancel(this::end)
				.flux()
				.replay(1)
				.refCount(1)
				.singleOrEmpty();
		}

		private void end() {
			this.running.compareAndSet(this, null);
		}

	}

}
