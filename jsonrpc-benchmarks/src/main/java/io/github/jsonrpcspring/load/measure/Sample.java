package io.github.jsonrpcspring.load.measure;

/**
 * What one client did in a while.
 *
 * @param calls how many calls were answered; those of a batch count one by one
 * @param nanos how long it took
 * @param cpuNanos the time of all processors that this process had meanwhile
 * @param p50 the time of half of the messages, in nanoseconds, was not more
 * @param p99 the time of 99 % of the messages, in nanoseconds, was not more
 * @since 0.1.0
 */
public record Sample(long calls, long nanos, long cpuNanos, long p50, long p99) {

	private static final double NANOS_PER_SECOND = 1e9;

	private static final double NANOS_PER_MICRO = 1e3;

	/**
	 * Return how many calls were answered in a second.
	 * @return the rate
	 */
	public double callsPerSecond() {
		return this.calls * NANOS_PER_SECOND / this.nanos;
	}

	/**
	 * Return the time of the processors for a call.
	 * @return the time in microseconds
	 */
	public double cpuMicros() {
		return this.cpuNanos / NANOS_PER_MICRO / this.calls;
	}

	/**
	 * Return the median of the times.
	 * @return the time in microseconds
	 */
	public double p50Micros() {
		return this.p50 / NANOS_PER_MICRO;
	}

	/**
	 * Return the time that one of a hundred messages exceeds.
	 * @return the time in microseconds
	 */
	public double p99Micros() {
		return this.p99 / NANOS_PER_MICRO;
	}

}
