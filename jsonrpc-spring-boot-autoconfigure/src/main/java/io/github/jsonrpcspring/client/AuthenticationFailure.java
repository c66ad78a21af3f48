package io.github.jsonrpcspring.client;

/**
 * A {@link JsonRpcAuthentication} gave no headers; the cause says why.
 */
final class AuthenticationFailure extends Exception {

	private static final long serialVersionUID = 1L;

	AuthenticationFailure(Exception cause) {
		super("Authentication failed", cause);
	}

}
