package io.github.jsonrpcspring.fuzz;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;

/**
 * What an answer says to the caller.
 */
sealed interface PlainAnswer {

	/**
	 * The call has a result.
	 */
	record Result(PlainValue value) implements PlainAnswer {
	}

	/**
	 * The server answered with an error object.
	 *
	 * @param error the error object
	 * @param disputed whether it has no id and is for a call without an answer, although
	 * there is an item that almost has the id of this call
	 */
	record Failure(PlainValue.Members error, boolean disputed) implements PlainAnswer {

		Failure(PlainValue.Members error) {
			this(error, false);
		}

		/**
		 * Return the code; {@code null} when there is none, or none that a {@code long}
		 * holds.
		 */
		@Nullable Long code() {
			BigInteger code = (this.error.get("code") instanceof PlainValue.Numeral numeral && numeral.isInteger())
					? numeral.integer() : null;
			return (code != null && code.bitLength() < Long.SIZE) ? Long.valueOf(code.longValue()) : null;
		}

		String message() {
			return (this.error.get("message") instanceof PlainValue.Text text) ? text.value() : "";
		}

		@Nullable PlainValue data() {
			return this.error.get("data");
		}

	}

	/**
	 * It is no answer to the call.
	 */
	record Refusal(String rule) implements PlainAnswer {
	}

}
