package io.github.jsonrpcspring.client;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/**
 * What is made of the one answer of a source, or of its failure; a source that does not
 * end in time is cancelled, and fails. It is one operator for what would be five, as
 * every call pays for each.
 * <p>
 * The time begins before the subscription, where {@link Mono#timeout(java.time.Duration)}
 * begins it after the first request: that of a source that blocks returns with its end
 * only. The failure is signalled on the thread that is blocked, if one is.
 *
 * @param <A> the type of the answer
 * @param <R> the type of what is made of it
 */
final class AnswerMono<A, R> extends Mono<R> {

	private final Mono<A> source;

	private final @Nullable DeadlineQueue deadlines;

	private final Handler<A, R> handler;

	private AnswerMono(Mono<A> source, @Nullable DeadlineQueue deadlines, Handler<A, R> handler) {
		this.source = source;
		this.deadlines = deadlines;
		this.handler = handler;
	}

	/**
	 * Create a {@code Mono} for one subscription. Where Reactor restores what belongs to
	 * a thread, it does so for its own operators: there the handler is called by one.
	 * @param deadlines where the call waits for its deadline, {@code null} if it has none
	 */
	static <A, R> Mono<R> of(Mono<A> source, @Nullable DeadlineQueue deadlines, Handler<A, R> handler) {
		if (Hooks.isAutomaticContextPropagationEnabled()) {
			return new AnswerMono<>(source, deadlines, new Ending<>(handler)).flatMap(AnswerMono::end);
		}
		return new AnswerMono<>(source, deadlines, handler);
	}

	/**
	 * Signal errors as they are, where other operators would throw the fatal ones.
	 */
	private static <R> Mono<R> end(Supplier<@Nullable R> ending) {
		return Mono.create((sink) -> {
			try {
				sink.success(ending.get());
			}
			catch (Throwable ex) {
				sink.error(ex);
			}
		});
	}

	@Override
	public void subscribe(CoreSubscriber<? super R> actual) {
		AnswerSubscriber<A, R> subscriber = new AnswerSubscriber<>(actual, this.deadlines, this.handler);
		if (this.deadlines != null) {
			this.deadlines.add(subscriber);
		}
		try {
			this.source.subscribe(subscriber);
		}
		catch (Throwable ex) {
			if (!subscriber.thrown(ex)) {
				throw ex;
			}
		}
		finally {
			subscriber.leave();
		}
	}

	/**
	 * Makes of the end of a call what its caller gets, {@code null} for nothing. What it
	 * throws is signalled.
	 *
	 * @param <A> the type of the answer
	 * @param <R> the type of what is made of it
	 */
	interface Handler<A, R> {

		@Nullable R answered(A answer);

		@Nullable R failed(Throwable failure);

		/**
		 * Called where neither of the others will be.
		 */
		void cancelled();

		/**
		 * Return the failure of a call that has not ended in time.
		 */
		Throwable late();

	}

	/**
	 * Leaves the work of a handler to an operator behind.
	 */
	private record Ending<A, R>(Handler<A, R> handler) implements Handler<A, Supplier<@Nullable R>> {

		@Override
		public Supplier<@Nullable R> answered(A answer) {
			return () -> this.handler.answered(answer);
		}

		@Override
		public Supplier<@Nullable R> failed(Throwable failure) {
			return () -> this.handler.failed(failure);
		}

		@Override
		public void cancelled() {
			this.handler.cancelled();
		}

		@Override
		public Throwable late() {
			return this.handler.late();
		}

	}

}
