package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Waits only so long for each of the pieces of a body, from the time when it is wanted.
 */
final class PatientFlux extends FluxOperator<byte[], byte[]> {

	private static final Object IDLE = new Object();

	private static final Object ENDED = new Object();

	private final Duration patience;

	PatientFlux(Flux<byte[]> source, Duration patience) {
		super(source);
		this.patience = patience;
	}

	@Override
	public void subscribe(CoreSubscriber<? super byte[]> actual) {
		this.source.subscribe(new Patient(actual, this.patience));
	}

	private static final class Patient implements CoreSubscriber<byte[]>, Subscription {

		private final CoreSubscriber<? super byte[]> actual;

		private final Duration patience;

		private final Disposable.Swap timer = Disposables.swap();

		private final AtomicReference<Object> turn = new AtomicReference<>(IDLE);

		private Subscription upstream = Operators.emptySubscription();

		Patient(CoreSubscriber<? super byte[]> actual, Duration patience) {
			this.actual = actual;
			this.patience = patience;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.upstream = subscription;
			this.actual.onSubscribe(this);
		}

		@Override
		public void request(long count) {
			Runnable waiting = new Runnable() {

				@Override
				public void run() {
					expire(this);
				}

			};
			if (this.turn.compareAndSet(IDLE, waiting)) {
				this.timer
					.update(Schedulers.parallel().schedule(waiting, this.patience.toNanos(), TimeUnit.NANOSECONDS));
			}
			this.upstream.request(count);
		}

		private void expire(Runnable waiting) {
			if (this.turn.compareAndSet(waiting, ENDED)) {
				this.upstream.cancel();
				this.actual.onError(new DeadlineException("only a part of it has come"));
			}
		}

		@Override
		public void onNext(byte[] piece) {
			Object current = this.turn.get();
			if (current != ENDED && this.turn.compareAndSet(current, IDLE)) {
				this.actual.onNext(piece);
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (end()) {
				this.actual.onError(failure);
			}
		}

		@Override
		public void onComplete() {
			if (end()) {
				this.actual.onComplete();
			}
		}

		@Override
		public void cancel() {
			end();
			this.upstream.cancel();
		}

		private boolean end() {
			boolean first = this.turn.getAndSet(ENDED) != ENDED;
			this.timer.dispose();
			return first;
		}

	}

}
