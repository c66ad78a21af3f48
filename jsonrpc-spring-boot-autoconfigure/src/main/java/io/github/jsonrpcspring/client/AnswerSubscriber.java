package io.github.jsonrpcspring.client;

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Waits for the one answer of a source, and ends once: with it, with the failure of the
 * source, at the deadline or with a cancellation.
 *
 * @param <A> the type of the answer
 * @param <R> the type of what is made of it
 */
final class AnswerSubscriber<A, R> extends DeadlineQueue.Entry implements CoreSubscriber<A>, Subscription {

	private static final int OPEN = 0;

	private static final int ENDED = 1;

	private static final int LATE = 2;

	@SuppressWarnings("rawtypes")
	private static final AtomicIntegerFieldUpdater<AnswerSubscriber> STATE = AtomicIntegerFieldUpdater
		.newUpdater(AnswerSubscriber.class, "state");

	@SuppressWarnings("rawtypes")
	private static final AtomicIntegerFieldUpdater<AnswerSubscriber> INSIDE = AtomicIntegerFieldUpdater
		.newUpdater(AnswerSubscriber.class, "inside");

	@SuppressWarnings("rawtypes")
	private static final AtomicReferenceFieldUpdater<AnswerSubscriber, Subscription> SOURCE = AtomicReferenceFieldUpdater
		.newUpdater(AnswerSubscriber.class, Subscription.class, "source");

	private final CoreSubscriber<? super R> actual;

	private final @Nullable DeadlineQueue deadlines;

	private final AnswerMono.Handler<A, R> handler;

	private volatile int state = OPEN;

	/** How many threads are inside the source, the subscribing one to begin with. */
	private volatile int inside = 1;

	private volatile @Nullable Subscription source;

	private @Nullable A answer;

	AnswerSubscriber(CoreSubscriber<? super R> actual, @Nullable DeadlineQueue deadlines,
			AnswerMono.Handler<A, R> handler) {
		this.actual = actual;
		this.deadlines = deadlines;
		this.handler = handler;
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		INSIDE.incrementAndGet(this);
		try {
			if (!SOURCE.compareAndSet(this, null, subscription)) {
				subscription.cancel();
				return;
			}
			if (this.state != OPEN) {
				subscription.cancel();
			}
			this.actual.onSubscribe(this);
		}
		finally {
			leave();
		}
	}

	@Override
	public void request(long count) {
		Subscription source = this.source;
		if (source != null) {
			INSIDE.incrementAndGet(this);
			try {
				source.request(count);
			}
			finally {
				leave();
			}
		}
	}

	@Override
	public void cancel() {
		if (end() || STATE.compareAndSet(this, LATE, ENDED)) {
			try {
				cancelSource();
			}
			finally {
				this.handler.cancelled();
			}
		}
	}

	@Override
	public void onNext(A answer) {
		if (this.state != OPEN) {
			Operators.onDiscard(answer, currentContext());
		}
		else if (this.answer == null) {
			this.answer = answer;
		}
		else if (end()) {
			cancelSource();
			fail(new IllegalStateException("There was more than one answer"));
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (end()) {
			fail(failure);
		}
		else if (failure instanceof Error) {
			Operators.onErrorDropped(failure, currentContext());
		}
		// Exceptions of a call that was cancelled come of that
	}

	@Override
	public void onComplete() {
		if (!end()) {
			return;
		}
		A answer = this.answer;
		if (answer == null) {
			fail(new NoSuchElementException("There was no answer"));
			return;
		}
		R result;
		try {
			result = this.handler.answered(answer);
		}
		catch (Throwable ex) {
			// Whatever it is, a thread may wait for it
			this.actual.onError(ex);
			return;
		}
		complete(result);
	}

	/**
	 * End with what the subscription to the source threw, unless it is late.
	 * @return {@code false} if it had ended before, so that it comes from behind
	 */
	boolean thrown(Throwable failure) {
		if (end()) {
			subscribed();
			cancelSource();
			fail(failure);
			return true;
		}
		boolean late = this.state == LATE;
		if (late && failure instanceof Error) {
			Operators.onErrorDropped(failure, currentContext());
		}
		return late;
	}

	private void fail(Throwable failure) {
		R result;
		try {
			result = this.handler.failed(failure);
		}
		catch (Throwable ex) {
			this.actual.onError(ex);
			return;
		}
		complete(result);
	}

	private void complete(@Nullable R result) {
		if (result != null) {
			this.actual.onNext(result);
		}
		this.actual.onComplete();
	}

	private boolean end() {
		boolean ended = STATE.compareAndSet(this, OPEN, ENDED);
		if (ended && this.deadlines != null) {
			this.deadlines.remove(this);
		}
		return ended;
	}

	/**
	 * Cancel the source. A thread that is inside it is cancelled after this one has left,
	 * so that it is the last and signals.
	 */
	@Override
	void expire() {
		INSIDE.incrementAndGet(this);
		boolean late = STATE.compareAndSet(this, OPEN, LATE);
		boolean blocked = this.inside > 1;
		try {
			if (late) {
				subscribed();
			}
			if (late && !blocked) {
				cancelSource();
			}
		}
		finally {
			try {
				leave();
			}
			finally {
				if (late && blocked) {
					cancelSource();
				}
			}
		}
	}

	private void cancelSource() {
		Subscription source = this.source;
		if (source != null) {
			source.cancel();
		}
	}

	/**
	 * Leave the source. The last one signals that it is late.
	 */
	void leave() {
		if (INSIDE.decrementAndGet(this) == 0 && STATE.compareAndSet(this, LATE, ENDED)) {
			fail(this.handler.late());
		}
	}

	/**
	 * Begin, if the source has not, before the end is signalled.
	 */
	private void subscribed() {
		if (SOURCE.compareAndSet(this, null, Operators.cancelledSubscription())) {
			this.actual.onSubscribe(Operators.emptySubscription());
		}
	}

}
