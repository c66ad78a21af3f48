package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
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

	<T> @Nullable T await(Mono<T> mono) {
		return await(mono, null);
	}

	/**
	 * Wait for the answer to a call.
	 * @param method the method's name, {@code null} for a batch
	 */
	<T> @Nullable T await(Mono<T> mono, @Nullable String method) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("JsonRpcTemplate of client '" + this.client + "' must not block the thread "
					+ Thread.currentThread().getName() + ": use ReactiveJsonRpcTemplate, or return a Mono");
		}
		try {
			return mono.block();
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
