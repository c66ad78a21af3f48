package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * The answer to one message, as interceptors see it.
 *
 * @param request the message as it was sent, with its ids
 * @param message a {@link JsonRpcResponse} or batch response that has been judged and
 * linked to its request; {@code null} for notifications
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @since 0.1.0
 */
public record JsonRpcClientResponse(JsonRpcMessage request, @Nullable JsonRpcMessage message, HttpStatusCode status,
		HttpHeaders headers) {

	/**
	 * Return the response, when it is a single one.
	 * @return the response, {@code null} for a batch and for notifications
	 */
	public @Nullable JsonRpcResponse response() {
		return (this.message instanceof JsonRpcResponse response) ? response : null;
	}

	@Override
	public String toString() {
		return this.status.value() + ((this.message != null) ? " " + this.message : "");
	}

}
