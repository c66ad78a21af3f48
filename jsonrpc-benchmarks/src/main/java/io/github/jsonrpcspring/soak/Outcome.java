package io.github.jsonrpcspring.soak;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.github.jsonrpcspring.client.JsonRpcIdMismatchException;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcResponseTooLargeException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;

/**
 * How a call ends.
 */
enum Outcome {

	/** With the own result. */
	VALUE,

	/** With the own error object. */
	ERROR,

	/** Without an HTTP answer. */
	TRANSPORT,

	/** With an HTTP status that says so. */
	STATUS,

	TIMEOUT,

	INVALID,

	NO_JSON,

	ID_MISMATCH,

	TOO_LARGE,

	/** Because the caller wanted it no more. */
	CANCELLED,

	/** With the result or the error of another call. */
	SWAPPED,

	/** With anything that no call may end with. */
	FOREIGN;

	private static final Map<Class<?>, Outcome> BY_EXCEPTION = byException();

	private static Map<Class<?>, Outcome> byException() {
		Map<Class<?>, Outcome> outcomes = new HashMap<>();
		outcomes.put(JsonRpcTransportException.class, TRANSPORT);
		outcomes.put(JsonRpcTimeoutException.class, TIMEOUT);
		outcomes.put(JsonRpcInvalidResponseException.class, INVALID);
		outcomes.put(JsonRpcParseException.class, NO_JSON);
		outcomes.put(JsonRpcIdMismatchException.class, ID_MISMATCH);
		outcomes.put(JsonRpcResponseTooLargeException.class, TOO_LARGE);
		outcomes.put(CancellationException.class, CANCELLED);
		return outcomes;
	}

	/**
	 * Return the outcome of a call that failed, by the very class of its exception.
	 * @param nonce the nonce that an error object must have
	 */
	static Outcome of(Throwable failure, long nonce) {
		if (failure instanceof JsonRpcServerErrorException error) {
			Answer answer = error.dataAs(Answer.class);
			return (answer != null && answer.nonce() == nonce) ? ERROR : SWAPPED;
		}
		if (failure instanceof JsonRpcTransportException transport && transport.status() != null) {
			return STATUS;
		}
		return BY_EXCEPTION.getOrDefault(failure.getClass(), FOREIGN);
	}

	/**
	 * Return the outcome of a call that has a result.
	 */
	static Outcome of(Answer answer, long nonce) {
		return (answer.nonce() == nonce) ? VALUE : SWAPPED;
	}

}
