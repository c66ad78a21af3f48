package io.github.jsonrpcspring.client;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * One message on its way to the server, as interceptors see it.
 *
 * @since 0.1.0
 */
public final class JsonRpcClientRequest {

	private final String client;

	private final JsonRpcMessage message;

	private final JsonRpcCallOptions options;

	private final HttpHeaders headers;

	private final Map<String, Object> attributes;

	JsonRpcClientRequest(String client, JsonRpcMessage message, JsonRpcCallOptions options) {
		this(client, message, options, HttpHeaders.copyOf(options.headers()),
				new LinkedHashMap<>(options.attributes()));
	}

	private JsonRpcClientRequest(String client, JsonRpcMessage message, JsonRpcCallOptions options, HttpHeaders headers,
			Map<String, Object> attributes) {
		this.client = client;
		this.message = message;
		this.options = options;
		this.headers = headers;
		this.attributes = attributes;
	}

	/**
	 * Return the client's name.
	 * @return the name
	 */
	public String client() {
		return this.client;
	}

	/**
	 * Return the message.
	 * @return a {@link JsonRpcRequest} or {@link JsonRpcBatchRequest}
	 */
	public JsonRpcMessage message() {
		return this.message;
	}

	/**
	 * Return the request, when it is a single one.
	 * @return the request or notification, {@code null} for a batch
	 */
	public @Nullable JsonRpcRequest request() {
		return (this.message instanceof JsonRpcRequest request) ? request : null;
	}

	/**
	 * Return the headers of this message. May be changed; they override the client's.
	 * @return the headers
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Return the attributes of this message, which reach the filters of the transport.
	 * May be changed.
	 * @return the attributes
	 */
	public Map<String, Object> attributes() {
		return this.attributes;
	}

	/**
	 * Return the options of the call.
	 * @return the options as they were given
	 */
	public JsonRpcCallOptions options() {
		return this.options;
	}

	/**
	 * Return this request with another message in its place.
	 * @param message a single request, or a batch of the same size
	 * @return the request
	 */
	public JsonRpcClientRequest withMessage(JsonRpcMessage message) {
		return new JsonRpcClientRequest(this.client, message, this.options, this.headers, this.attributes);
	}

	/**
	 * Return a copy, so that what an interceptor changes is gone when it is asked again.
	 */
	JsonRpcClientRequest copy() {
		return new JsonRpcClientRequest(this.client, this.message, this.options, HttpHeaders.copyOf(this.headers),
				new LinkedHashMap<>(this.attributes));
	}

	@Override
	public String toString() {
		return this.message + " of client '" + this.client + "'";
	}

}
