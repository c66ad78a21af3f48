package io.github.jsonrpcspring.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The limits beyond which the product may refuse what the specifications allow: those
 * that Jackson sets against hostile input, names with half of a surrogate pair, which it
 * refuses too, 1000 invalid members in a batch, and integers with an exponent of more
 * than 1000. Strings of 100 MB are too long for these tests.
 */
final class Limits {

	private static final int DEEPEST = 500;

	private static final int MOST_DIGITS = 1000;

	private static final int LONGEST_NAME = 50_000;

	/** Beyond it, no {@code BigDecimal} has the exponent. */
	private static final int LONGEST_EXPONENT = 8;

	private static final int MOST_INVALID_MEMBERS = 1000;

	private static final int LARGEST_EXPONENT_OF_AN_INTEGER = 1000;

	/** Jackson makes no integers of numbers whose scale is larger. */
	private static final int LARGEST_SCALE = 100_000;

	private Limits() {
	}

	static boolean areExceededBy(PlainValue value) {
		return depth(value, 0) > DEEPEST || hasHugeNumberOrName(value)
				|| (value instanceof PlainValue.Items items && items.values().size() > MOST_INVALID_MEMBERS);
	}

	private static int depth(PlainValue value, int above) {
		int depth = children(value).mapToInt((child) -> depth(child, above + 1)).max().orElse(above);
		return (value instanceof PlainValue.Members || value instanceof PlainValue.Items) ? Math.max(depth, above + 1)
				: above;
	}

	private static boolean hasHugeNumberOrName(PlainValue value) {
		if (value instanceof PlainValue.Numeral numeral) {
			return numeral.literal().chars().filter(Character::isDigit).count() > MOST_DIGITS
					|| exponent(numeral).length() > LONGEST_EXPONENT;
		}
		return (value instanceof PlainValue.Members members
				&& members.all().stream().anyMatch((member) -> isRefusedName(member.name())))
				|| children(value).anyMatch(Limits::hasHugeNumberOrName);
	}

	private static boolean isRefusedName(String name) {
		return name.length() > LONGEST_NAME || !StandardCharsets.UTF_8.newEncoder().canEncode(name);
	}

	private static String exponent(PlainValue.Numeral numeral) {
		String literal = numeral.literal().toLowerCase(Locale.ROOT);
		return literal.contains("e") ? literal.replaceFirst("^.*e[+-]?0*", "") : "";
	}

	/**
	 * Return whether a number can be made an integer, or compared with one, at little
	 * cost.
	 */
	static boolean isHandy(PlainValue.Numeral numeral) {
		return !areExceededBy(numeral) && Math.abs((long) numeral.decimal().scale()) < LARGEST_SCALE;
	}

	/**
	 * Return whether the exponent of a handy number is not too large for an integer.
	 */
	static boolean isReadAsInteger(PlainValue.Numeral numeral) {
		return numeral.decimal().scale() >= -LARGEST_EXPONENT_OF_AN_INTEGER;
	}

	private static Stream<PlainValue> children(PlainValue value) {
		if (value instanceof PlainValue.Members members) {
			return members.all().stream().map(PlainValue.Member::value);
		}
		return (value instanceof PlainValue.Items items) ? items.values().stream() : Stream.empty();
	}

}
