package io.github.jsonrpcspring.load.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.load.contestant.Contestant;

/**
 * All that was measured in one run.
 *
 * @param machine where
 * @param millis how long each sample took
 * @param threads the numbers of callers
 * @param contestants who was measured
 * @param measurements the samples
 * @since 0.1.0
 */
public record Results(Machine machine, long millis, List<Integer> threads, List<Contestant> contestants,
		List<Measurement> measurements) {

	/**
	 * Return a measure of a contestant over all rounds.
	 */
	Interval interval(String contestant, int threads, Measure measure) {
		return Interval.of(values(contestant, threads, measure));
	}

	/**
	 * Return a measure of a contestant divided by that of another one in the same round,
	 * if both were measured.
	 */
	Optional<Interval> ratio(String contestant, String reference, int threads, Measure measure) {
		double[] values = values(contestant, threads, measure);
		double[] references = values(reference, threads, measure);
		if (values.length == 0 || references.length == 0) {
			return Optional.empty();
		}
		for (int i = 0; i < values.length; i++) {
			values[i] /= references[i];
		}
		return Optional.of(Interval.of(values));
	}

	private double[] values(String contestant, int threads, Measure measure) {
		return this.measurements.stream()
			.filter((measurement) -> measurement.contestant().equals(contestant) && measurement.threads() == threads)
			.sorted(Comparator.comparingInt(Measurement::round))
			.mapToDouble((measurement) -> measure.of(measurement.sample()))
			.toArray();
	}

	/**
	 * Return how many rounds there were.
	 */
	int rounds() {
		return this.measurements.stream().mapToInt(Measurement::round).max().orElse(-1) + 1;
	}

}
