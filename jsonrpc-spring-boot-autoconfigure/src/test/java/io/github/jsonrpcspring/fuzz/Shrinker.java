package io.github.jsonrpcspring.fuzz;

import java.util.function.Predicate;

/**
 * Makes an input that fails smaller, as long as it fails.
 */
final class Shrinker {

	private static final int MOST_TRIES = 3000;

	private final Predicate<byte[]> fails;

	private int tries;

	Shrinker(Predicate<byte[]> fails) {
		this.fails = fails;
	}

	/**
	 * Delete pieces of the message, of half its size first, of single bytes last, and
	 * zero the choices before it.
	 */
	byte[] shrink(byte[] input) {
		byte[] smallest = input;
		for (int i = 0; i < Math.min(Choices.HEADER, input.length); i++) {
			byte[] other = smallest.clone();
			other[i] = 0;
			smallest = stillFails(other) ? other : smallest;
		}
		for (int size = Math.max(1, smallest.length / 2); size > 0; size /= 2) {
			for (int at = Choices.HEADER; at + size <= smallest.length;) {
				byte[] other = Damage.splice(smallest, at, at + size, new byte[0]);
				boolean smaller = stillFails(other);
				smallest = smaller ? other : smallest;
				at += smaller ? 0 : size;
			}
		}
		return smallest;
	}

	private boolean stillFails(byte[] input) {
		return this.tries++ < MOST_TRIES && this.fails.test(input);
	}

}
