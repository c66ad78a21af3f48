package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.jspecify.annotations.Nullable;

/**
 * A {@link JsonRpcAuthentication} gave no headers; the cause says why.
 */
final class AuthenticationFailure extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable JsonRpcTransportResponse refusal;

	/**
	 * Create an exception.
	 * @param refusal the answer with the status 401, {@code null} if nothing was sent
	 */
	AuthenticationFailure(Exception cause, @Nullable JsonRpcTransportResponse refusal) {
		super("Authentication failed", cause);
		this.refusal = refusal;
	}

	@Nullable JsonRpcTransportResponse refusal() {
		return this.refusal;
	}

}
