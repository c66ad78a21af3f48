package io.github.jsonrpcspring.fuzz;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static io.github.jsonrpcspring.fuzz.PlainException.require;

/**
 * A response as JSON-RPC 2.0, section 5, and JSON-RPC 1.0, section 1.2, describe it.
 *
 * @param answer what it says
 * @param id the id
 */
record PlainResponse(PlainAnswer answer, PlainValue id) {

	private static final Set<String> MEMBERS = Set.of("jsonrpc", "result", "error", "id");

	/** The members that say whether this is a response, and to whom. */
	static final Set<String> ENVELOPE = Set.of("jsonrpc", "error", "id");

	private static final Set<String> UNREAD = Set.of("-32700", "-32600");

	/**
	 * Read a response.
	 * @param first whether the request was one of version 1.0; {@code null} to go by the
	 * {@code jsonrpc} member
	 */
	static PlainResponse read(PlainValue value, @Nullable Boolean first) throws PlainException {
		if (!(value instanceof PlainValue.Members response)) {
			throw new PlainException("no object");
		}
		require(!response.hasDuplicateOf(MEMBERS), "a member twice");
		PlainValue jsonrpc = response.get("jsonrpc");
		boolean isFirst = (first != null) ? first : jsonrpc == null || jsonrpc.isText("1.0");
		return isFirst ? first(response) : second(response);
	}

	/**
	 * "result: this must be null in case there was an error", "error: it must be null if
	 * there was no error", "id: this must be the same id as the request".
	 */
	private static PlainResponse first(PlainValue.Members response) throws PlainException {
		PlainValue jsonrpc = response.get("jsonrpc");
		require(jsonrpc == null || jsonrpc.isText("1.0"), "another version");
		PlainValue result = response.get("result");
		PlainValue error = response.get("error");
		PlainValue id = response.get("id");
		if (result == null || error == null || id == null) {
			throw new PlainException("all three members must be there");
		}
		if (error.isNull()) {
			require(!id.isNull(), "a result for the id null, which only notifications have");
			return new PlainResponse(new PlainAnswer.Result(result), id);
		}
		require(result.isNull(), "a result beside an error");
		if (!(error instanceof PlainValue.Members object)) {
			throw new PlainException("the error is no object");
		}
		PlainAnswer.Failure failure = new PlainAnswer.Failure(object);
		require(!id.isNull() || isOfUnreadRequest(failure), "the id null though the request was read");
		return new PlainResponse(failure, id);
	}

	/**
	 * "Either the result member or error member MUST be included, but both members MUST
	 * NOT be included."
	 */
	private static PlainResponse second(PlainValue.Members response) throws PlainException {
		PlainValue jsonrpc = response.get("jsonrpc");
		require(jsonrpc != null && jsonrpc.isText("2.0"), "jsonrpc is not \"2.0\"");
		PlainValue id = response.get("id");
		if (id == null) {
			throw new PlainException("no id");
		}
		require(id.isNull() || id instanceof PlainValue.Text || id instanceof PlainValue.Numeral,
				"the id is no string, number or null");
		PlainValue result = response.get("result");
		PlainValue error = response.get("error");
		require((result == null) != (error == null), "result and error, or none");
		if (result != null) {
			require(!id.isNull(), "a result for the id null, which no request has");
			return new PlainResponse(new PlainAnswer.Result(result), id);
		}
		PlainAnswer.Failure failure = failure(error);
		require(!id.isNull() || isOfUnreadRequest(failure), "the id null though the request was read");
		return new PlainResponse(failure, id);
	}

	private static PlainAnswer.Failure failure(@Nullable PlainValue error) throws PlainException {
		if (!(error instanceof PlainValue.Members object)) {
			throw new PlainException("the error is no object");
		}
		require(object.get("code") instanceof PlainValue.Numeral code && code.isInteger(), "the code is no integer");
		require(object.get("message") instanceof PlainValue.Text, "the message is no string");
		return new PlainAnswer.Failure(object);
	}

	/**
	 * "If there was an error in detecting the id in the Request object (e.g. Parse
	 * error/Invalid Request), it MUST be Null."
	 */
	static boolean isOfUnreadRequest(PlainAnswer.Failure failure) {
		PlainValue code = failure.error().get("code");
		return UNREAD.stream().anyMatch((unread) -> isSame(code, unread));
	}

	/**
	 * In 1.0, errors have no form: the code may be written in any way.
	 */
	private static boolean isSame(@Nullable PlainValue code, String unread) {
		if (code instanceof PlainValue.Text text) {
			return text.value().strip().equals(unread);
		}
		return code instanceof PlainValue.Numeral numeral && Limits.isHandy(numeral)
				&& numeral.decimal().compareTo(new BigDecimal(unread)) == 0;
	}

	/**
	 * Return what the response says to the call with an id: "It MUST be the same as the
	 * value of the id member in the Request Object". A number with a fraction or an
	 * exponent is not the same as an integer, see docs/validation.md.
	 */
	PlainAnswer to(PlainValue callId) {
		return answers(callId) || isUnaddressed() ? this.answer : new PlainAnswer.Refusal("another id");
	}

	boolean answers(PlainValue callId) {
		return this.id.equals(callId) || (this.id instanceof PlainValue.Numeral own
				&& callId instanceof PlainValue.Numeral other && own.isSameInteger(other));
	}

	/**
	 * Return whether this is an error of a request that the server could not read. In 1.0
	 * too only these two codes say so, see docs/validation.md.
	 */
	boolean isUnaddressed() {
		return this.id.isNull() && this.answer instanceof PlainAnswer.Failure failure && isOfUnreadRequest(failure);
	}

}
