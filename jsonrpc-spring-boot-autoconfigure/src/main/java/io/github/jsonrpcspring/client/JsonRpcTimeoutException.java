package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

/**
 * The answer did not arrive in time. Whether the server has executed the call is unknown,
 * unless the connection could not be made.
 *
 * @since 0.1.0
 */
public class JsonRpcTimeoutException extends JsonRpcTransportException {

	private static final long serialVersionUID = 1L;

	JsonRpcTimeoutException(CallSite site, String message, @Nullable Throwable cause) {
		super(site, message, null, cause);
	}

}
