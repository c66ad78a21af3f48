package io.github.jsonrpcspring.load.report;

import java.util.function.ToDoubleFunction;

import io.github.jsonrpcspring.load.measure.Sample;

/**
 * What is read off a sample.
 *
 * @since 0.1.0
 */
public enum Measure {

	/** Calls in a second. */
	CALLS("calls/s", Sample::callsPerSecond),

	/** Microseconds of the client's processors for a call. */
	CPU("CPU", Sample::cpuMicros),

	/** Microseconds half of the messages took at most. */
	P50("p50", Sample::p50Micros),

	/** Microseconds 99 % of the messages took at most. */
	P99("p99", Sample::p99Micros);

	private final String text;

	private final ToDoubleFunction<Sample> value;

	Measure(String text, ToDoubleFunction<Sample> value) {
		this.text = text;
		this.value = value;
	}

	double of(Sample sample) {
		return this.value.applyAsDouble(sample);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
