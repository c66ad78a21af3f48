package io.github.jsonrpcspring.load.measure;

import java.util.stream.IntStream;

/**
 * The numbers that one caller adds, other ones each time, and the check of the sums.
 */
final class Numbers {

	static final int ADDEND = 4711;

	private static final int MANY = 1_000_000;

	private int next;

	int next() {
		this.next = (this.next + 1) % MANY;
		return this.next;
	}

	int[] next(int count) {
		return IntStream.generate(this::next).limit(count).toArray();
	}

	static void check(int number, int sum) {
		if (sum != number + ADDEND) {
			throw new IllegalStateException(number + " + " + ADDEND + " is not " + sum);
		}
	}

	static void check(int[] numbers, int[] sums) {
		if (sums.length != numbers.length) {
			throw new IllegalStateException("There are " + sums.length + " sums of " + numbers.length);
		}
		for (int i = 0; i < numbers.length; i++) {
			check(numbers[i], sums[i]);
		}
	}

}
