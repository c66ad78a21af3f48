package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Calls that have the same time to end, in the order of their deadlines. Almost every
 * call ends before: it is put in and taken out without waking a timer, which only looks
 * at the queue when the deadline passes that was the next one at its last look.
 */
final class DeadlineQueue implements Runnable {

	private final long nanos;

	private final boolean shared;

	private @Nullable Entry first;

	private @Nullable Entry last;

	/**
	 * The clock of the entries, and what runs the look at them: the parallel one, with
	 * the first entry.
	 */
	private Scheduler scheduler = Schedulers.immediate();

	private @Nullable Disposable look;

	private DeadlineQueue(Duration time, boolean shared) {
		this.nanos = TimeUnit.NANOSECONDS.convert(time);
		this.shared = shared;
	}

	/**
	 * Create the queue of all calls that have a certain time to end.
	 */
	static DeadlineQueue shared(Duration time) {
		return new DeadlineQueue(time, true);
	}

	/**
	 * Create a queue for one call, which leaves no timer behind.
	 */
	static DeadlineQueue single(Duration time) {
		return new DeadlineQueue(time, false);
	}

	private long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

	synchronized void add(Entry entry) {
		if (this.scheduler != Schedulers.parallel()) {
			restart();
		}
		if (this.look == null) {
			schedule(this.nanos);
		}
		entry.start = now();
		entry.queued = true;
		entry.previous = this.last;
		if (this.last != null) {
			this.last.next = entry;
		}
		else {
			this.first = entry;
		}
		this.last = entry;
	}

	synchronized void remove(Entry entry) {
		if (!entry.queued) {
			return;
		}
		entry.queued = false;
		Entry previous = entry.previous;
		Entry next = entry.next;
		if (previous != null) {
			previous.next = next;
		}
		else {
			this.first = next;
		}
		if (next != null) {
			next.previous = previous;
		}
		else {
			this.last = previous;
		}
		entry.previous = null;
		entry.next = null;
		if (!this.shared && this.look != null) {
			this.look.dispose();
		}
	}

	private void schedule(long delay) {
		this.look = this.scheduler.schedule(this, delay, TimeUnit.NANOSECONDS);
	}

	/**
	 * Begin again with a scheduler that was put in the place of the other, as tests with
	 * virtual time do: its clock is another, and what the other was to run is lost.
	 */
	private void restart() {
		this.scheduler = Schedulers.parallel();
		for (Entry entry = this.first; entry != null; entry = entry.next) {
			entry.start = now();
		}
		this.look = null;
		if (this.first != null) {
			schedule(this.nanos);
		}
	}

	/**
	 * Tell those that are late. What the subscribers of some throw comes last, as the
	 * others are still to be told.
	 */
	@Override
	public void run() {
		Throwable thrown = null;
		for (Entry entry : expired()) {
			try {
				entry.expire();
			}
			catch (Throwable ex) {
				thrown = (thrown != null) ? Exceptions.addSuppressed(thrown, ex) : ex;
			}
		}
		if (thrown != null) {
			Operators.onErrorDropped(thrown, Context.empty());
		}
	}

	private synchronized List<Entry> expired() {
		long now = now();
		List<Entry> expired = new ArrayList<>();
		for (Entry entry = this.first; entry != null && now - entry.start >= this.nanos; entry = this.first) {
			remove(entry);
			expired.add(entry);
		}
		this.look = null;
		if (this.first != null) {
			try {
				schedule(this.nanos - (now - this.first.start));
			}
			catch (RejectedExecutionException ex) {
				// Schedulers were shut down
				restart();
			}
		}
		return expired;
	}

	/**
	 * Something that has to end in time.
	 */
	abstract static class Entry {

		private @Nullable Entry previous;

		private @Nullable Entry next;

		private boolean queued;

		private long start;

		/**
		 * Called when the time is over.
		 */
		abstract void expire();

	}

}
