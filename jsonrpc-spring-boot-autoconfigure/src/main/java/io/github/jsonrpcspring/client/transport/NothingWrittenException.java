package io.github.jsonrpcspring.client.transport;

import java.net.ConnectException;

/**
 * A connection was lost before any byte of the request was written to it, so that the
 * request may be sent again.
 */
final class NothingWrittenException extends ConnectException {

	NothingWrittenException() {
		super("The connection was closed before the request could be written");
	}

	NothingWrittenException(Throwable cause) {
		this();
		initCause(cause);
	}

}
