package io.github.jsonrpcspring.load.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of the slices in which one client was called.
 *
 * @since 0.1.0
 */
public final class Tally {

	private static final double HALF = 0.5;

	private static final double NEARLY_ALL = 0.99;

	private final List<Latencies> latencies = new ArrayList<>();

	private long nanos;

	private long cpuNanos;

	/**
	 * Create an empty tally.
	 */
	public Tally() {
	}

	void add(List<Caller> callers, long nanos, long cpuNanos) {
		callers.forEach((caller) -> this.latencies.add(caller.latencies()));
		this.nanos += nanos;
		this.cpuNanos += cpuNanos;
	}

	/**
	 * Return what came of all slices so far.
	 * @param calls how many calls are in each message
	 * @return the sample
	 */
	public Sample sample(int calls) {
		long[] times = Latencies.sorted(this.latencies);
		return new Sample((long) times.length * calls, this.nanos, this.cpuNanos, Latencies.quantile(times, HALF),
				Latencies.quantile(times, NEARLY_ALL));
	}

}
