package io.github.jsonrpcspring.client.transport;

import java.io.IOException;

/**
 * The server closed the connection, in good order, without any answer to a request that
 * had been written.
 * <p>
 * Nothing can be said about the outcome: the server may have done what was asked. Such a
 * request is never repeated by the transport.
 *
 * @since 0.1.0
 */
public final class NoResponseException extends IOException {

	/**
	 * Create the exception.
	 * @param cause what the HTTP client reported
	 */
	public NoResponseException(Throwable cause) {
		super("The connection was closed without an answer after the request had been written", cause);
	}

}
