package io.github.jsonrpcspring.client;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The elements behind an answer's head, which comes first and on its own. Nothing more is
 * requested until someone subscribes to the elements.
 *
 * @param <E> the type of the elements
 */
final class HeadedFlux<E> extends Flux<E> implements CoreSubscriber<Object>, Subscription {

	private final Flux<Object> source;

	private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();

	private @Nullable MonoSink<JsonRpcClientResponse> sink;

	private Context context = Context.empty();

	private volatile @Nullable CoreSubscriber<? super E> elements;

	private @Nullable Consumer<CoreSubscriber<? super E>> end;

	/**
	 * Create an answer.
	 * @param source a {@link JsonRpcClientResponse}, and then the elements
	 */
	HeadedFlux(Flux<Object> source) {
		this.source = source;
	}

	/**
	 * Return the head, which is to be subscribed to once, and first.
	 */
	Mono<JsonRpcClientResponse> head() {
		return Mono.create((sink) -> {
			this.sink = sink;
			this.context = Context.of(sink.contextView());
			sink.onCancel(this::cancel);
			this.source.subscribe(this);
		});
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (this.upstream.compareAndSet(null, subscription)) {
			subscription.request(1);
		}
		else {
			subscription.cancel();
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public void onNext(Object next) {
		MonoSink<JsonRpcClientResponse> head = takeSink();
		CoreSubscriber<? super E> current = this.elements;
		if (head != null) {
			head.success((JsonRpcClientResponse) next);
		}
		else if (current != null) {
			current.onNext((E) next);
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (this.upstream.get() == Operators.cancelledSubscription()) {
			return;
		}
		MonoSink<JsonRpcClientResponse> head = takeSink();
		if (head != null) {
			head.error(failure);
			return;
		}
		end((subscriber) -> subscriber.onError(failure));
	}

	@Override
	public void onComplete() {
		end(CoreSubscriber::onComplete);
	}

	private @Nullable MonoSink<JsonRpcClientResponse> takeSink() {
		MonoSink<JsonRpcClientResponse> current = this.sink;
		this.sink = null;
		return current;
	}

	private void end(Consumer<CoreSubscriber<? super E>> signal) {
		CoreSubscriber<? super E> current;
		synchronized (this) {
			this.end = signal;
			current = this.elements;
		}
		if (current != null) {
			signal.accept(current);
		}
	}

	/**
	 * Subscribe to the elements. What they end in may be there already.
	 */
	@Override
	public void subscribe(CoreSubscriber<? super E> actual) {
		Operators.DeferredSubscription requests = new Operators.DeferredSubscription();
		actual.onSubscribe(requests);
		Consumer<CoreSubscriber<? super E>> ended;
		synchronized (this) {
			this.elements = actual;
			ended = this.end;
		}
		if (ended != null) {
			ended.accept(actual);
		}
		else {
			requests.set(this);
		}
	}

	@Override
	public void request(long count) {
		Subscription current = this.upstream.get();
		if (current != null) {
			current.request(count);
		}
	}

	@Override
	public void cancel() {
		Subscription current = this.upstream.getAndSet(Operators.cancelledSubscription());
		if (current != null) {
			current.cancel();
		}
	}

}
