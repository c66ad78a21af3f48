package io.github.jsonrpcspring.sample.tour;

import java.util.EnumMap;
import java.util.Map;

import io.github.jsonrpcspring.sample.tour.StepResult.Verdict;

/**
 * Counts the results of the steps. Not thread-safe.
 */
final class Tally {

	private final int steps;

	private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

	Tally(int steps) {
		this.steps = steps;
	}

	void add(StepResult result) {
		this.counts.merge(result.verdict(), 1, Integer::sum);
	}

	boolean isAllOk() {
		return count(Verdict.OK) == this.steps;
	}

	String summary() {
		if (isAllOk()) {
			return "All " + this.steps + " steps had the expected outcome.";
		}
		int notTaken = this.steps - count(Verdict.OK) - count(Verdict.FAILED) - count(Verdict.NOT_OFFERED);
		return count(Verdict.OK) + " of " + this.steps + " steps had the expected outcome"
				+ clause(count(Verdict.FAILED), "failed")
				+ clause(count(Verdict.NOT_OFFERED), "not offered by the server") + clause(notTaken, "not taken") + ".";
	}

	private static String clause(int count, String words) {
		return (count > 0) ? ", " + count + " " + words : "";
	}

	private int count(Verdict verdict) {
		return this.counts.getOrDefault(verdict, 0);
	}

}
