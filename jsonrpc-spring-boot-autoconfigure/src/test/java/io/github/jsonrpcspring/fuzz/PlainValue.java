package io.github.jsonrpcspring.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it was written.
 */
sealed interface PlainValue {

	/**
	 * One of the three names of JSON.
	 */
	enum Name implements PlainValue {

		NULL, TRUE, FALSE

	}

	/**
	 * A string, its escapes resolved.
	 */
	record Text(String value) implements PlainValue {
	}

	/**
	 * A number: an integer when it is written without a fraction and an exponent.
	 */
	record Numeral(String literal) implements PlainValue {

		boolean isInteger() {
			return this.literal.chars().noneMatch((c) -> c == '.' || c == 'e' || c == 'E');
		}

		BigInteger integer() {
			return new BigInteger(this.literal);
		}

		BigDecimal decimal() {
			return new BigDecimal(this.literal);
		}

		/**
		 * Return whether this is the integer with these digits. {@code -0} is 0.
		 */
		boolean isSameInteger(Numeral other) {
			return isInteger() && other.isInteger() && integer().equals(other.integer());
		}

	}

	/**
	 * An array.
	 */
	record Items(List<PlainValue> values) implements PlainValue {
	}

	/**
	 * A member of an object.
	 */
	record Member(String name, PlainValue value) {
	}

	/**
	 * An object: its members in order, with those whose names are equal.
	 */
	record Members(List<Member> all) implements PlainValue {

		long count(String name) {
			return this.all.stream().filter((member) -> member.name().equals(name)).count();
		}

		boolean has(String name) {
			return count(name) > 0;
		}

		boolean hasDuplicateOf(Set<String> names) {
			return names.stream().anyMatch((name) -> count(name) > 1);
		}

		/**
		 * Return a member's value: of several, the last.
		 */
		@Nullable PlainValue get(String name) {
			return distinct().get(name);
		}

		Map<String, PlainValue> distinct() {
			Map<String, PlainValue> values = new LinkedHashMap<>();
			this.all.forEach((member) -> values.put(member.name(), member.value()));
			return values;
		}

	}

	default boolean isNull() {
		return this == Name.NULL;
	}

	default boolean isText(String text) {
		return this instanceof Text own && own.value().equals(text);
	}

}
