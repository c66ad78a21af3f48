package io.github.jsonrpcspring.load.report;

import java.util.Arrays;

/**
 * A median with its 95 % interval, which assumes nothing about how values are
 * distributed: two of the values themselves, chosen by the binomial distribution.
 *
 * @param low the lower end
 * @param median the median
 * @param high the upper end
 * @since 0.1.0
 */
public record Interval(double low, double median, double high) {

	private static final double TAIL = 0.025;

	/**
	 * Compute the median of some values.
	 * @param values the values; less than six are not enough for 95 %, and the interval
	 * is from the smallest to the largest
	 * @return the median with its interval
	 */
	public static Interval of(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int n = sorted.length;
		int rank = rank(n);
		return new Interval(sorted[rank], (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[n - 1 - rank]);
	}

	/**
	 * Return how many values at each end are outside: the most of which so few or fewer
	 * are on one side of the true median with a probability of at most 2.5 %.
	 */
	static int rank(int n) {
		double probability = Math.pow(0.5, n);
		double tail = probability;
		int rank = 0;
		while (tail + probability * (n - rank) / (rank + 1) <= TAIL) {
			probability *= (double) (n - rank) / (rank + 1);
			tail += probability;
			rank++;
		}
		return rank;
	}

}
