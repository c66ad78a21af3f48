package io.github.jsonrpcspring.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

/**
 * Converts results while their messages are read, where that goes well. Where it does
 * not, the message is to be read without: only then is it known whether the result
 * counts, and what is wrong with it.
 */
final class ReadAhead {

	private final JavaType type;

	private final ObjectReader reader;

	/**
	 * Create an instance.
	 * @param type the results' type
	 * @param reader reads the type, and does not look at what follows
	 */
	ReadAhead(JavaType type, ObjectReader reader) {
		this.type = type;
		this.reader = reader;
	}

	/**
	 * Convert the member's value whose start is the parser's current token.
	 * @throws FailedException if it cannot be converted, or the deserializer has read too
	 * much or too little
	 */
	Result read(JsonParser parser) {
		TokenStreamContext value = parser.streamReadContext();
		TokenStreamContext object = parser.currentToken().isScalarValue() ? value : value.getParent();
		int member = object.getCurrentIndex();
		TokenStreamContext array = object.getParent();
		int element = array.getCurrentIndex();
		@Nullable Object converted;
		try {
			converted = this.reader.readValue(parser);
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			throw new FailedException(ex);
		}
		boolean stopped = parser.streamReadContext() == object && object.getCurrentIndex() == member
				&& array.getCurrentIndex() == element;
		if (!stopped) {
			throw new FailedException(null);
		}
		return new Result(this.type, converted);
	}

	/**
	 * A converted result for one taker, as it may be mutable.
	 */
	static final class Result {

		private final JavaType type;

		private @Nullable Object value;

		private Result(JavaType type, @Nullable Object value) {
			this.type = type;
			this.value = value;
		}

		/**
		 * Return the result if it is of this type and not yet taken.
		 */
		synchronized @Nullable Object take(JavaType type) {
			Object taken = this.type.equals(type) ? this.value : null;
			this.value = (taken != null) ? null : this.value;
			return taken;
		}

	}

	/**
	 * Ends a reading that is to be done without.
	 */
	static final class FailedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private FailedException(@Nullable Throwable cause) {
			super(null, cause, false, false);
		}

	}

}
