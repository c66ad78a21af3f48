package io.github.jsonrpcspring.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether what the product read is what stands there. A number as {@code 1e0} may have
 * become the integer that it is written as.
 */
final class Same {

	private Same() {
	}

	static boolean tree(@Nullable JsonNode node, @Nullable PlainValue value) {
		if (node == null || value == null) {
			return node == null && value == null;
		}
		if (value instanceof PlainValue.Text text) {
			return node.isString() && node.stringValue().equals(text.value());
		}
		if (value instanceof PlainValue.Numeral numeral) {
			return numeral.isInteger() ? node.isIntegralNumber() && node.bigIntegerValue().equals(numeral.integer())
					: node.isNumber() && decimal(node.decimalValue(), numeral);
		}
		if (value instanceof PlainValue.Items items) {
			return node.isArray() && node.size() == items.values().size() && trees(node, items.values());
		}
		if (value instanceof PlainValue.Members members) {
			Map<String, PlainValue> distinct = members.distinct();
			return node.isObject() && node.size() == distinct.size()
					&& distinct.entrySet().stream().allMatch((one) -> tree(node.get(one.getKey()), one.getValue()));
		}
		return value.isNull() ? node.isNull()
				: node.isBoolean() && node.booleanValue() == value.equals(PlainValue.Name.TRUE);
	}

	/**
	 * Return whether two trees differ at most in numbers that one has as {@code 1e0} and
	 * the other, as they are written, as {@code 1}.
	 */
	static boolean written(@Nullable JsonNode one, @Nullable JsonNode other) {
		return (one == null || other == null) ? one == null && other == null : one.equals(Same::compareNumbers, other);
	}

	private static int compareNumbers(JsonNode one, JsonNode other) {
		if (one.isNumber() && other.isNumber()) {
			BigDecimal first = one.decimalValue();
			BigDecimal second = other.decimalValue();
			return (first.scale() == second.scale()) ? first.compareTo(second) : 1;
		}
		return one.equals(other) ? 0 : 1;
	}

	private static boolean trees(JsonNode array, List<PlainValue> values) {
		Iterator<PlainValue> expected = values.iterator();
		return array.valueStream().allMatch((node) -> tree(node, expected.next()));
	}

	/**
	 * Compare with a Java value as Jackson makes them for {@code Object}.
	 */
	static boolean object(@Nullable Object object, PlainValue value) {
		if (value instanceof PlainValue.Text text) {
			return text.value().equals(object);
		}
		if (value instanceof PlainValue.Numeral numeral) {
			return numeral.isInteger() ? integer(object, numeral.integer()) : decimal(object, numeral);
		}
		if (value instanceof PlainValue.Items items) {
			return object instanceof List<?> list && list.size() == items.values().size() && objects(list, items);
		}
		if (value instanceof PlainValue.Members members) {
			Map<String, PlainValue> distinct = members.distinct();
			return object instanceof Map<?, ?> map && map.keySet().equals(distinct.keySet())
					&& distinct.entrySet().stream().allMatch((one) -> object(map.get(one.getKey()), one.getValue()));
		}
		return value.isNull() ? object == null
				: object instanceof Boolean flag && flag == (value == PlainValue.Name.TRUE);
	}

	private static boolean objects(List<?> list, PlainValue.Items items) {
		Iterator<PlainValue> expected = items.values().iterator();
		return list.stream().allMatch((one) -> object(one, expected.next()));
	}

	/**
	 * Return whether a number has each digit that stands there, zeros at the end too.
	 */
	static boolean decimal(@Nullable Object object, PlainValue.Numeral expected) {
		return object instanceof BigDecimal decimal && decimal.scale() == expected.decimal().scale()
				&& decimal.unscaledValue().equals(expected.decimal().unscaledValue());
	}

	static boolean integer(@Nullable Object object, BigInteger expected) {
		return (object instanceof Integer || object instanceof Long || object instanceof BigInteger)
				&& new BigInteger(object.toString()).equals(expected);
	}

}
