package io.github.jsonrpcspring.testsupport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures time that the machine did not give to this process, so that a bound on the
 * duration of something says nothing about the machine.
 */
public final class Stalls implements AutoCloseable {

	private static final long PERIOD = Duration.ofMillis(5).toNanos();

	private final Thread thread;

	private final AtomicLong lost = new AtomicLong();

	private volatile boolean closed;

	private Stalls() {
		this.thread = new Thread(this::measure, "stalls");
		this.thread.setDaemon(true);
	}

	/**
	 * Begin to measure.
	 * @return the measurement, to be closed
	 */
	public static Stalls measuring() {
		Stalls stalls = new Stalls();
		stalls.thread.start();
		return stalls;
	}

	private void measure() {
		for (long last = System.nanoTime(); !this.closed; last = System.nanoTime()) {
			LockSupport.parkNanos(PERIOD);
			this.lost.addAndGet(Math.max(0, System.nanoTime() - last - 2 * PERIOD));
		}
	}

	/**
	 * Return the time that was lost so far.
	 * @return the sum of all pauses that were longer than they should have been
	 */
	public Duration lost() {
		return Duration.ofNanos(this.lost.get());
	}

	@Override
	public void close() {
		this.closed = true;
	}

}
