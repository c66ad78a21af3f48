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
	 */
	record Failure(PlainValue.Members error) implements PlainAnswer {

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
