package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which call an exception is about.
 *
 * @param client the client's name
 * @param method the method's name, {@code null} for a batch
 * @param id the request's id, {@code null} for a notification and a batch
 */
record CallSite(String client, @Nullable String method, @Nullable JsonRpcId id) {

	static CallSite of(String client, @Nullable JsonRpcMessage message) {
		return (message instanceof JsonRpcRequest request) ? new CallSite(client, request.method(), request.id())
				: new CallSite(client, null, null);
	}

	/**
	 * Return the beginning of an exception's message.
	 */
	String describe() {
		StringBuilder text = new StringBuilder("Client '").append(this.client).append("', ");
		text.append((this.method != null) ? "method '" + this.method + "'" : "batch");
		if (this.id != null) {
			text.append(", id ").append(this.id);
		}
		return text.append(": ").toString();
	}

}
