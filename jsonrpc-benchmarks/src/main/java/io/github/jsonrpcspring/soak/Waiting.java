package io.github.jsonrpcspring.soak;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.jsonrpcspring.soak.fault.Faults;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Waits for messages in three ways, and cancels some of them.
 */
final class Waiting {

	private static final int WHETHER = 31;

	private static final int WHEN = 32;

	private static final int MILLION = 1_000_000;

	private static final int LATEST_MICROS = 3000;

	private final SoakOptions options;

	private final Faults faults;

	private final Referee referee;

	private final ScheduledExecutorService timer;

	Waiting(SoakOptions options, Faults faults, Referee referee, ScheduledExecutorService timer) {
		this.options = options;
		this.faults = faults;
		this.referee = referee;
		this.timer = timer;
	}

	/**
	 * Wait in the thread of the caller, which may be interrupted.
	 */
	<T> void block(List<Long> nonces, Supplier<T> call, End<T> end) {
		Interruption interruption = new Interruption();
		if (isCancelled(nonces)) {
			later(nonces, interruption);
		}
		@Nullable T result = null;
		@Nullable Throwable failure = null;
		try {
			result = call.get();
		}
		catch (RuntimeException | Error ex) {
			failure = ex;
		}
		if (interruption.end() && failure != null && Outcome.of(failure, nonces.get(0)) == Outcome.TRANSPORT) {
			this.referee.cancelled(nonces);
		}
		else {
			end.accept(result, failure);
		}
	}

	/**
	 * Wait for a {@code Mono}, whose subscription may be cancelled.
	 */
	<T> void subscribe(List<Long> nonces, Mono<T> call, End<T> end) {
		CountDownLatch latch = new CountDownLatch(1);
		Disposable subscription = call.switchIfEmpty(Mono.error(() -> new IllegalStateException("Empty")))
			.subscribe((result) -> {
				end.accept(result, null);
				latch.countDown();
			}, (failure) -> {
				end.accept(null, failure);
				latch.countDown();
			});
		if (isCancelled(nonces)) {
			later(nonces, () -> {
				subscription.dispose();
				this.referee.cancelled(nonces);
				latch.countDown();
			});
		}
		await(latch);
	}

	/**
	 * Wait for a future, which may be cancelled.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	<T> void follow(List<Long> nonces, CompletableFuture<T> call, End<T> end) {
		CountDownLatch latch = new CountDownLatch(1);
		boolean cancelled = isCancelled(nonces);
		call.whenComplete((result, failure) -> {
			Throwable cause = (failure instanceof CompletionException) ? failure.getCause() : failure;
			if (cancelled && Referee.isCancelled(cause)) {
				this.referee.cancelled(nonces);
			}
			else {
				end.accept(result, cause);
			}
			latch.countDown();
		});
		if (cancelled) {
			later(nonces, () -> call.cancel(true));
		}
		await(latch);
	}

	private boolean isCancelled(List<Long> nonces) {
		return this.faults.draw(nonces.get(0), WHETHER, MILLION) < this.options.cancel() * MILLION;
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private void later(List<Long> nonces, Runnable task) {
		this.timer.schedule(task, this.faults.draw(nonces.get(0), WHEN, LATEST_MICROS), TimeUnit.MICROSECONDS);
	}

	@SuppressWarnings("ResultOfMethodCallIgnored")
	private void await(CountDownLatch latch) {
		try {
			// A call that does not end is lost, and has no outcome
			latch.await(this.options.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
