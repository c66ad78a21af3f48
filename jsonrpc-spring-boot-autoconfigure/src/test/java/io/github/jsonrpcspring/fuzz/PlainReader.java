package io.github.jsonrpcspring.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON text (RFC 8259) from UTF-8 bytes.
 * <p>
 * What the RFC leaves open is decided as the product documents it: one byte order mark
 * before the text is ignored, members with equal names are all kept, and an escape may
 * stand for half of a surrogate pair, as the grammar allows it. Bytes may not: UTF-8 has
 * none, no overlong forms, and nothing beyond U+10FFFF.
 */
final class PlainReader {

	/** Deeper than the product reads, shallow enough for the stack. */
	private static final int DEEPEST = 1000;

	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

	private final String text;

	private int at;

	PlainReader(String text) {
		this.text = text;
	}

	static PlainValue read(byte[] bytes) throws PlainException {
		return read(decode(bytes));
	}

	/**
	 * Read characters that a charset other than UTF-8 has given.
	 */
	static PlainValue read(String text) throws PlainException {
		PlainReader reader = new PlainReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
		PlainValue value = reader.value(0);
		reader.skipBlanks();
		if (reader.at < reader.text.length()) {
			throw new PlainException("something follows the JSON text");
		}
		return value;
	}

	void skip() {
		this.at++;
	}

	int at() {
		return this.at;
	}

	private static String decode(byte[] bytes) throws PlainException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new PlainException("not UTF-8");
		}
	}

	PlainValue value(int depth) throws PlainException {
		if (depth > DEEPEST) {
			throw new PlainException("too deep");
		}
		skipBlanks();
		return switch (peek()) {
			case '{' -> members(depth);
			case '[' -> items(depth);
			case '"' -> new PlainValue.Text(string());
			case 't' -> name("true", PlainValue.Name.TRUE);
			case 'f' -> name("false", PlainValue.Name.FALSE);
			case 'n' -> name("null", PlainValue.Name.NULL);
			default -> number();
		};
	}

	private PlainValue members(int depth) throws PlainException {
		List<PlainValue.Member> members = new ArrayList<>();
		expect('{');
		skipBlanks();
		if (peek() == '}') {
			this.at++;
			return new PlainValue.Members(members);
		}
		while (true) {
			skipBlanks();
			String name = string();
			skipBlanks();
			expect(':');
			members.add(new PlainValue.Member(name, value(depth + 1)));
			skipBlanks();
			if (peek() == '}') {
				this.at++;
				return new PlainValue.Members(members);
			}
			expect(',');
		}
	}

	private PlainValue items(int depth) throws PlainException {
		List<PlainValue> items = new ArrayList<>();
		expect('[');
		skipBlanks();
		if (peek() == ']') {
			this.at++;
			return new PlainValue.Items(items);
		}
		while (true) {
			items.add(value(depth + 1));
			skipBlanks();
			if (peek() == ']') {
				this.at++;
				return new PlainValue.Items(items);
			}
			expect(',');
		}
	}

	String string() throws PlainException {
		expect('"');
		StringBuilder string = new StringBuilder();
		while (true) {
			char c = next();
			if (c == '"') {
				return string.toString();
			}
			if (c < ' ') {
				throw new PlainException("a control character in a string");
			}
			string.append((c == '\\') ? escaped() : c);
		}
	}

	private char escaped() throws PlainException {
		char c = next();
		int simple = "\"\\/bfnrt".indexOf(c);
		if (simple >= 0) {
			return "\"\\/\b\f\n\r\t".charAt(simple);
		}
		if (c != 'u') {
			throw new PlainException("an unknown escape");
		}
		int unit = 0;
		for (int i = 0; i < 4; i++) {
			int digit = "0123456789abcdef".indexOf(Character.toLowerCase(asAscii(next())));
			if (digit < 0) {
				throw new PlainException("an escape without four hexadecimal digits");
			}
			unit = unit * 16 + digit;
		}
		return (char) unit;
	}

	private static char asAscii(char c) {
		return (c < 128) ? c : '?';
	}

	private PlainValue number() throws PlainException {
		Matcher number = NUMBER.matcher(this.text).region(this.at, this.text.length());
		if (!number.lookingAt()) {
			throw new PlainException("no JSON value");
		}
		this.at = number.end();
		return new PlainValue.Numeral(number.group());
	}

	private PlainValue name(String name, PlainValue value) throws PlainException {
		if (!this.text.startsWith(name, this.at)) {
			throw new PlainException("no JSON value");
		}
		this.at += name.length();
		return value;
	}

	void skipBlanks() {
		while (this.at < this.text.length() && " \t\r\n".indexOf(this.text.charAt(this.at)) >= 0) {
			this.at++;
		}
	}

	/** Return the next character, or one that begins nothing at the end. */
	char peek() {
		return (this.at < this.text.length()) ? this.text.charAt(this.at) : '\0';
	}

	private char next() throws PlainException {
		if (this.at == this.text.length()) {
			throw new PlainException("the text ends early");
		}
		return this.text.charAt(this.at++);
	}

	void expect(char expected) throws PlainException {
		if (next() != expected) {
			throw new PlainException(expected + " expected");
		}
	}

}
