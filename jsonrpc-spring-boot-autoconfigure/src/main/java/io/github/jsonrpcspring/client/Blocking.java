package io.github.jsonrpcspring.client;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for a {@code Mono} as a blocking caller expects it.
 */
final class Blocking {

	private final String client;

	Blocking(String client) {
		this.client = client;
	}

	String client() {
		return this.client;
	}

	<T> @Nullable T await(Mono<T> mono) {
		return await(mono, null);
	}

	/**
	 * Wait for the answer to a call.
	 * @param method the method's name, {@code null} for a batch
	 */
	<T> @Nullable T await(Mono<T> mono, @Nullable String method) {
		return await(mono::block, method);
	}

	/**
	 * Return the elements of an answer, once the first is there. No more than one piece
	 * of the body is read ahead.
	 */
	<E> Stream<E> stream(Flux<E> flux, String method) {
		PulledElements<E> elements = new PulledElements<>(this, method);
		await(() -> {
			flux.subscribe(elements);
			return null;
		}, method);
		try {
			if (!elements.hasNext()) {
				return Stream.empty();
			}
		}
		catch (RuntimeException | Error ex) {
			elements.cancel();
			throw ex;
		}
		Spliterator<E> coming = Spliterators.spliteratorUnknownSize(elements,
				Spliterator.ORDERED | Spliterator.NONNULL);
		return StreamSupport.stream(coming, false).onClose(elements::cancel);
	}

	/**
	 * Wait for something.
	 */
	<T extends @Nullable Object> T await(Supplier<T> waiting, @Nullable String method) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("JsonRpcTemplate of client '" + this.client + "' must not block the thread "
					+ Thread.currentThread().getName() + ": use ReactiveJsonRpcTemplate, or return a Mono");
		}
		try {
			return waiting.get();
		}
		catch (RuntimeException ex) {
			if (Exceptions.unwrap(ex) instanceof Error error) {
				throw error;
			}
			if (Exceptions.unwrap(ex) instanceof InterruptedException
					|| ex.getCause() instanceof InterruptedException) {
				Thread.currentThread().interrupt();
				throw new JsonRpcTransportException(new CallSite(this.client, method, null),
						"interrupted while waiting for the answer, the outcome of the call is unknown", null, ex);
			}
			throw ex;
		}
	}

}
