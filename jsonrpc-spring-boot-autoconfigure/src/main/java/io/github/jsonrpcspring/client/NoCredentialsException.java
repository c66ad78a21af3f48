package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

/**
 * A {@link JsonRpcAuthentication} has no credentials, for a reason that may be shown.
 * <p>
 * Its message becomes part of the message and the log line of the call that fails, so it
 * holds no secret. Of all other errors they show the type only.
 *
 * @since 0.1.0
 */
public class NoCredentialsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message the reason, without secrets
	 * @param cause the cause, {@code null} for none
	 */
	public NoCredentialsException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
