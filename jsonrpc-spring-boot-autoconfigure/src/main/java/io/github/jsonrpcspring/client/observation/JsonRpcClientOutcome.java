package io.github.jsonrpcspring.client.observation;

import org.jspecify.annotations.Nullable;

/**
 * How a call, a notification, a batch or an entry of a batch ended.
 *
 * @param status the kind of end
 * @param errorType the simple name of the exception that belongs to a failure,
 * {@code null} for none
 * @param errorCode the code of the error object that the server answered with,
 * {@code null} for none
 * @since 0.1.0
 */
public record JsonRpcClientOutcome(Status status, @Nullable String errorType, @Nullable Long errorCode) {

	/** A result, or a notification that was taken. */
	public static final JsonRpcClientOutcome SUCCESS = new JsonRpcClientOutcome(Status.SUCCESS, null, null);

	/** A batch that was answered, but not each of its calls with a result. */
	public static final JsonRpcClientOutcome FAILED_ENTRIES = new JsonRpcClientOutcome(Status.FAILED_ENTRIES, null,
			null);

	/** The caller lost interest. */
	public static final JsonRpcClientOutcome CANCELLED = new JsonRpcClientOutcome(Status.CANCELLED, null, null);

	/** Not ended yet. */
	public static final JsonRpcClientOutcome UNKNOWN = new JsonRpcClientOutcome(Status.UNKNOWN, null, null);

	/**
	 * Return whether it ended as it should.
	 * @return whether the status is {@link Status#SUCCESS}
	 */
	public boolean isSuccess() {
		return this.status == Status.SUCCESS;
	}

	/**
	 * Kinds of ends.
	 */
	public enum Status {

		/** A result, or a notification that was taken. */
		SUCCESS,

		/** The server answered with an error object, whatever the HTTP status. */
		RPC_ERROR,

		/** The answer is not JSON-RPC, or not the answer to this request. */
		INVALID_RESPONSE,

		/** The result does not fit the type that was asked for. */
		CONVERSION_ERROR,

		/** No answer in time. */
		TIMEOUT,

		/** No usable answer: no connection, a lost one, or an HTTP status. */
		TRANSPORT_ERROR,

		/** The batch was answered, but not each of its calls with a result. */
		FAILED_ENTRIES,

		/** The caller lost interest. */
		CANCELLED,

		/** Not ended yet, or ended by an exception of others, such as an interceptor. */
		UNKNOWN

	}

}
