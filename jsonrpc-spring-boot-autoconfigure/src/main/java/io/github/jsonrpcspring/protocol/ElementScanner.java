package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;

/**
 * Finds the elements of the array that is the member {@code result} of an object, in
 * bytes that come piece by piece. It looks at quotes, brackets and commas only: whether
 * there is JSON between them is the matter of a parser.
 */
final class ElementScanner {

	/**
	 * What was found: the end of the bytes, the beginning of the array, or an element
	 * with the comma or bracket behind it.
	 */
	enum Found {

		NOTHING, ARRAY, ELEMENT

	}

	private enum State {

		START, NAME_OR_END, NAME, COLON, VALUE_START, VALUE, ELEMENT, REST

	}

	private static final byte[] RESULT = "result".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] NONE = {};

	private final ByteSink outside;

	private final ByteSink element = new ByteSink();

	private State state;

	private byte[] bytes = NONE;

	private int at;

	private int matched;

	private boolean found;

	private int depth;

	private boolean quoted;

	private boolean escaped;

	private byte delimiter;

	/**
	 * Create a scanner.
	 * @param outside takes all that is no element
	 * @param whole whether elements are not to be looked for
	 */
	ElementScanner(ByteSink outside, boolean whole) {
		this.outside = outside;
		this.state = whole ? State.REST : State.START;
	}

	/**
	 * Take the next bytes, when nothing more was found in those before.
	 */
	void add(byte[] next) {
		this.bytes = next;
		this.at = 0;
	}

	Found next() {
		if (this.state == State.ELEMENT) {
			return nextElement();
		}
		int from = this.at;
		while (this.at < this.bytes.length && this.state != State.ELEMENT) {
			if (this.state == State.REST) {
				this.at = this.bytes.length;
			}
			else {
				this.state = after(this.bytes[this.at++]);
			}
		}
		this.outside.add(this.bytes, from, this.at);
		return (this.state == State.ELEMENT) ? Found.ARRAY : Found.NOTHING;
	}

	private State after(byte next) {
		return switch (this.state) {
			case START -> (next == '{') ? State.NAME_OR_END : (isBlank(next) || next < 0) ? State.START : State.REST;
			case NAME_OR_END -> name(next);
			case NAME -> inName(next);
			case COLON -> (next == ':') ? State.VALUE_START : isBlank(next) ? State.COLON : State.REST;
			case VALUE_START -> isBlank(next) ? State.VALUE_START : value(next);
			default -> !ends(next) ? State.VALUE : (next == ',') ? State.NAME_OR_END : State.REST;
		};
	}

	private State name(byte next) {
		this.matched = 0;
		return (next == '"') ? State.NAME : (isBlank(next) || next == ',') ? State.NAME_OR_END : State.REST;
	}

	/**
	 * A name with an escape is none that is looked for: the array stays where it is.
	 */
	private State inName(byte next) {
		if (next == '"' && !this.escaped) {
			return State.COLON;
		}
		this.escaped = next == '\\' && !this.escaped;
		boolean matches = this.matched >= 0 && this.matched < RESULT.length && RESULT[this.matched] == next;
		this.matched = matches ? this.matched + 1 : -1;
		return State.NAME;
	}

	private State value(byte next) {
		if (next == '[' && this.matched == RESULT.length && !this.found) {
			this.found = true;
			return State.ELEMENT;
		}
		return !ends(next) ? State.VALUE : State.REST;
	}

	private Found nextElement() {
		int from = this.at;
		while (this.at < this.bytes.length) {
			byte next = this.bytes[this.at++];
			if (ends(next)) {
				this.element.add(this.bytes, from, this.at - 1);
				this.delimiter = next;
				this.state = (next == ',') ? State.ELEMENT : State.VALUE;
				return Found.ELEMENT;
			}
		}
		this.element.add(this.bytes, from, this.at);
		return Found.NOTHING;
	}

	/**
	 * Return whether a byte stands behind a value instead of in it.
	 */
	private boolean ends(byte next) {
		if (this.quoted) {
			this.quoted = next != '"' || this.escaped;
			this.escaped = next == '\\' && !this.escaped;
			return false;
		}
		switch (next) {
			case '"' -> this.quoted = true;
			case '{', '[' -> this.depth++;
			case '}', ']' -> {
				return --this.depth < 0 && reset();
			}
			case ',' -> {
				return this.depth == 0;
			}
			default -> {
			}
		}
		return false;
	}

	private boolean reset() {
		this.depth = 0;
		return true;
	}

	private static boolean isBlank(byte next) {
		return next == ' ' || next == '\n' || next == '\r' || next == '\t';
	}

	/**
	 * Return the bytes of the element that was found, or of the one that has begun.
	 */
	ByteSink element() {
		return this.element;
	}

	char delimiter() {
		return (char) this.delimiter;
	}

	/**
	 * Return whether the array has begun and not ended.
	 */
	boolean isInArray() {
		return this.state == State.ELEMENT;
	}

	/**
	 * Look for no more elements.
	 */
	void stop() {
		this.state = State.REST;
	}

}
