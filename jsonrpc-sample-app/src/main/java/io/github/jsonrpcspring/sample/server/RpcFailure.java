package io.github.jsonrpcspring.sample.server;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import org.jspecify.annotations.Nullable;

/**
 * A method failed, and the caller is to know.
 */
final class RpcFailure extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient JsonRpcError error;

	RpcFailure(long code, String message) {
		this(code, message, null);
	}

	RpcFailure(long code, String message, @Nullable Object data) {
		super(message);
		this.error = new JsonRpcError(code, message, data);
	}

	static RpcFailure invalidParams(String reason) {
		return new RpcFailure(JsonRpcError.INVALID_PARAMS, "Invalid params", reason);
	}

	JsonRpcError error() {
		return this.error;
	}

}
