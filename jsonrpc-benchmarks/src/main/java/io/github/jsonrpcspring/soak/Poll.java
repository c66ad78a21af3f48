package io.github.jsonrpcspring.soak;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again and again, as what ends may take its time.
 */
final class Poll {

	private static final int MILLIS = 100;

	private Poll() {
	}

	/**
	 * Return the first value that is good, or the last one when the time is over.
	 */
	static <T> T until(Duration patience, Supplier<T> value, Predicate<T> good) throws InterruptedException {
		long end = System.nanoTime() + patience.toNanos();
		T current = value.get();
		while (!good.test(current) && System.nanoTime() < end) {
			Thread.sleep(MILLIS);
			current = value.get();
		}
		return current;
	}

}
