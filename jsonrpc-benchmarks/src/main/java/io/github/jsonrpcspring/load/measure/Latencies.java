package io.github.jsonrpcspring.load.measure;

import java.util.Arrays;
import java.util.List;

/**
 * The times of the messages of one caller.
 */
final class Latencies {

	private static final int SOME = 1024;

	private long[] nanos = new long[SOME];

	private int size;

	void add(long time) {
		if (this.size == this.nanos.length) {
			this.nanos = Arrays.copyOf(this.nanos, 2 * this.size);
		}
		this.nanos[this.size++] = time;
	}

	/**
	 * Return the times of all callers, the shortest first.
	 */
	static long[] sorted(List<Latencies> callers) {
		return callers.stream()
			.flatMapToLong((caller) -> Arrays.stream(caller.nanos, 0, caller.size))
			.sorted()
			.toArray();
	}

	/**
	 * Return the smallest time that the given share of all times does not exceed.
	 */
	static long quantile(long[] sorted, double share) {
		return sorted[Math.max((int) Math.ceil(share * sorted.length) - 1, 0)];
	}

}
