package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome;
import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome.Status;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is to those who observe calls.
 */
final class Outcomes {

	/** An entry of a batch answer that is no response. */
	static final JsonRpcClientOutcome INVALID_ENTRY = new JsonRpcClientOutcome(Status.INVALID_RESPONSE,
			JsonRpcInvalidResponseException.class.getSimpleName(), null);

	private static final int MOST_CAUSES = 30;

	private Outcomes() {
	}

	/**
	 * Return the outcome that belongs to a failure. Behind the exception of an
	 * application, which an error may have been translated to, the cause counts.
	 * @param client the client's name, as others may have failed on the way
	 */
	static JsonRpcClientOutcome of(Throwable failure, String client) {
		JsonRpcException exception = find(failure, client);
		if (exception instanceof JsonRpcErrorException error) {
			return new JsonRpcClientOutcome(Status.RPC_ERROR, name(error), error.hasCode() ? error.code() : null);
		}
		return new JsonRpcClientOutcome(status(exception), name((exception != null) ? exception : failure), null);
	}

	/**
	 * Return the outcome of a call that was answered with an error.
	 */
	static JsonRpcClientOutcome of(JsonRpcError error) {
		return new JsonRpcClientOutcome(Status.RPC_ERROR, ErrorKind.of(error).type().getSimpleName(),
				error.hasCode() ? error.code() : null);
	}

	private static @Nullable JsonRpcException find(Throwable failure, String client) {
		Throwable cause = failure;
		for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
			if (cause instanceof JsonRpcException exception && exception.client().equals(client)) {
				return exception;
			}
			cause = cause.getCause();
		}
		return null;
	}

	private static Status status(@Nullable JsonRpcException exception) {
		if (exception instanceof JsonRpcTimeoutException) {
			return Status.TIMEOUT;
		}
		if (exception instanceof JsonRpcTransportException) {
			return Status.TRANSPORT_ERROR;
		}
		if (exception instanceof JsonRpcInvalidResponseException) {
			return Status.INVALID_RESPONSE;
		}
		return (exception instanceof JsonRpcResultConversionException) ? Status.CONVERSION_ERROR : Status.UNKNOWN;
	}

	private static String name(Throwable failure) {
		String name = failure.getClass().getSimpleName();
		return name.isEmpty() ? failure.getClass().getName() : name;
	}

}
