package io.github.jsonrpcspring.client;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CorePublisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/**
 * Subscribes in the scope of an observation: tracers prefer the span of the thread to
 * that of the parent. The scope ends with the subscription, or with a result that comes
 * at once.
 *
 * @param <T> the type of the result
 */
final class ScopedMono<T> extends MonoOperator<T, T> {

	private final Observation observation;

	ScopedMono(Mono<T> source, Observation observation) {
		super(source);
		this.observation = observation;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		subscribe(this.source, actual, this.observation);
	}

	static <T> void subscribe(CorePublisher<? extends T> source, CoreSubscriber<? super T> actual,
			Observation observation) {
		Scoped<T> scoped = new Scoped<>(actual, observation.openScope());
		try {
			source.subscribe(scoped);
		}
		finally {
			scoped.close();
		}
	}

	private static final class Scoped<T> implements CoreSubscriber<T> {

		private final CoreSubscriber<? super T> actual;

		private final Thread thread = Thread.currentThread();

		private Observation.@Nullable Scope scope;

		Scoped(CoreSubscriber<? super T> actual, Observation.Scope scope) {
			this.actual = actual;
			this.scope = scope;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.actual.onSubscribe(subscription);
		}

		@Override
		public void onNext(T result) {
			close();
			this.actual.onNext(result);
		}

		@Override
		public void onError(Throwable failure) {
			close();
			this.actual.onError(failure);
		}

		@Override
		public void onComplete() {
			close();
			this.actual.onComplete();
		}

		/**
		 * Close the scope where it was opened; another thread has not got it.
		 */
		void close() {
			if (Thread.currentThread() == this.thread && this.scope != null) {
				this.scope.close();
				this.scope = null;
			}
		}

	}

}
