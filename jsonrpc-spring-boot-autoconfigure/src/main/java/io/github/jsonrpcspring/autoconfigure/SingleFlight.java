package io.github.jsonrpcspring.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Shares one subscription to a source among all who ask while it runs. It runs to its
 * end, whoever goes meanwhile, and begins anew with who asks next. As it is nobody's own,
 * it sees nothing of the Reactor context of those who ask.
 *
 * @param <T> the type of the value
 */
final class SingleFlight<T> {

	private final Mono<T> source;

	private final AtomicReference<@Nullable Flight<T>> running = new AtomicReference<>();

	/**
	 * Create the flight.
	 * @param source the source, which has to end by itself
	 */
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
			this.value = source.contextWrite((context) -> Context.empty()).doOnTerminate(this::end).cache();
		}

		private void end() {
			this.running.compareAndSet(this, null);
		}

	}

}
