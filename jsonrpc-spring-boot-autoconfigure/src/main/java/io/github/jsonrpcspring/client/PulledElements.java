package io.github.jsonrpcspring.client;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Signal;

/**
 * Elements that are asked for one at a time by the thread that waits for them.
 *
 * @param <E> the type of the elements
 */
final class PulledElements<E> extends BaseSubscriber<E> implements Iterator<E> {

	private final Blocking blocking;

	private final String method;

	private final BlockingQueue<Signal<E>> signals = new LinkedBlockingQueue<>();

	private @Nullable Signal<E> next;

	PulledElements(Blocking blocking, String method) {
		this.blocking = blocking;
		this.method = method;
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		// The consumer asks
	}

	@Override
	protected void hookOnNext(E element) {
		this.signals.add(Signal.next(element));
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.signals.add(Signal.error(failure));
	}

	@Override
	protected void hookOnComplete() {
		this.signals.add(Signal.complete());
	}

	/**
	 * Let no one wait for what does not come any more.
	 */
	@Override
	protected void hookOnCancel() {
		this.signals.add(Signal.error(new IllegalStateException("The stream of client '" + this.blocking.client()
				+ "', method '" + this.method + "', was closed before its end")));
	}

	@Override
	public boolean hasNext() {
		Signal<E> signal = this.next;
		if (signal == null) {
			signal = this.blocking.await(this::pull, this.method);
			this.next = signal;
		}
		Throwable failure = signal.getThrowable();
		if (failure != null) {
			this.blocking.await(() -> {
				throw Exceptions.propagate(failure);
			}, this.method);
		}
		return signal.isOnNext();
	}

	private Signal<E> pull() {
		request(1);
		try {
			return this.signals.take();
		}
		catch (InterruptedException ex) {
			throw Exceptions.propagate(ex);
		}
	}

	@Override
	public E next() {
		E element = hasNext() && this.next != null ? this.next.get() : null;
		if (element == null) {
			throw new NoSuchElementException();
		}
		this.next = null;
		return element;
	}

}
