package io.github.jsonrpcspring.fuzz;

import java.util.Random;

/**
 * Random JSON values, valid ones but for a few numbers and texts.
 */
class RandomValues {

	private static final String[] NUMBERS = { "0", "-0", "1", "-1", "1.10", "5.0", "-0.0", "1e0", "10e-1", "1E+2",
			"0.1", "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
			"123456789012345678901234567890", "1.7976931348623157e308", "1e400", "123456789.123456789123456789",
			"1e-30", "2147483648", "1e999", "-1e1001", "0e99999999999", "1e99999999999", "1e2147483648", "01", "1.",
			".5", "+1", "-", "1e", "0x10", "NaN", "Infinity" };

	private static final String[] PARTS = { "a", "id", "é", "€", "😀", "\\n", "\\\"", "\\\\", "\\u00e9",
			"\\ud83d\\ude00", "{", "]", ",", ":", " ", "\u007f", "\\/", "ÿ", "\u2028", "\\u0000", "\\ud800", "\\udc00",
			"\\u00E9", "1", "e", "\uFEFF" };

	private static final String[] BLANKS = { "", "", "", "", " ", "\n", "\t\r\n  " };

	private static final String[] PAYMENT = { "to", "amount", "count", "other" };

	final Random random;

	RandomValues(Random random) {
		this.random = random;
	}

	String of(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	boolean once(int in) {
		return this.random.nextInt(in) == 0;
	}

	String blanks() {
		return of(BLANKS);
	}

	String text() {
		StringBuilder text = new StringBuilder("\"");
		int length = this.random.nextInt(8);
		for (int i = 0; i < length; i++) {
			text.append(of(PARTS));
		}
		return text.append('"').toString();
	}

	String number() {
		return switch (this.random.nextInt(4)) {
			case 0 -> String.valueOf(this.random.nextLong());
			case 1 -> this.random.nextInt(100) + "." + this.random.nextInt(1000) + "0";
			case 2 -> "-" + this.random.nextInt(10) + "e" + (this.random.nextInt(400) - 50);
			default -> once(6) ? of(NUMBERS) : NUMBERS[this.random.nextInt(20)];
		};
	}

	String value(int depth) {
		if (once(200)) {
			return huge();
		}
		return switch (this.random.nextInt((depth > 0) ? 9 : 5)) {
			case 0 -> text();
			case 1, 2 -> number();
			case 3 -> of("true", "false");
			case 4 -> "null";
			case 5 -> object(depth - 1);
			case 6 -> payment();
			case 7 -> "[" + blanks() + "]";
			default -> "[" + value(depth - 1) + blanks() + "," + blanks() + value(depth - 1) + "]";
		};
	}

	private String object(int depth) {
		StringBuilder json = new StringBuilder("{");
		int size = this.random.nextInt(4);
		for (int i = 0; i < size; i++) {
			json.append((i > 0) ? "," : "").append(blanks()).append(once(5) ? "\"k\"" : text()).append(blanks());
			json.append(':').append(blanks()).append(value(depth)).append(blanks());
		}
		return json.append('}').toString();
	}

	private String payment() {
		StringBuilder json = new StringBuilder("{");
		int size = this.random.nextInt(5);
		for (int i = 0; i < size; i++) {
			json.append((i > 0) ? "," : "").append('"').append(of(PAYMENT)).append("\":").append(value(0));
		}
		return json.append('}').toString();
	}

	private String huge() {
		int depth = 400 + this.random.nextInt(300);
		return switch (this.random.nextInt(4)) {
			case 0 -> "9".repeat(990 + this.random.nextInt(20));
			case 1 -> "0." + "1".repeat(990 + this.random.nextInt(20));
			case 2 -> "\"" + "x".repeat(this.random.nextInt(9000)) + text().substring(1);
			default -> "[".repeat(depth) + "]".repeat(depth);
		};
	}

}
