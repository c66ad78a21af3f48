package io.github.jsonrpcspring.client;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

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

	private final @Nullable JavaType resultType;

	/** Those of the options until they are asked for. */
	private @Nullable HttpHeaders headers;

	/** Those of the options until they are asked for. */
	private @Nullable Map<String, Object> attributes;

	private final @Nullable StreamedCall<?> streamed;

	/**
	 * Create a request.
	 * @param resultType what the result will be converted to, {@code null} if not known
	 * @param streamed what reads the result element by element, {@code null} to read it
	 * as a whole
	 */
	JsonRpcClientRequest(String client, JsonRpcMessage message, JsonRpcCallOptions options,
			@Nullable JavaType resultType, @Nullable StreamedCall<?> streamed) {
		this(client, message, options, resultType, streamed, null, null);
	}

	private JsonRpcClientRequest(String client, JsonRpcMessage message, JsonRpcCallOptions options,
			@Nullable JavaType resultType, @Nullable StreamedCall<?> streamed, @Nullable HttpHeaders headers,
			@Nullable Map<String, Object> attributes) {
		this.client = client;
		this.message = message;
		this.options = options;
		this.resultType = resultType;
		this.headers = headers;
		this.attributes = attributes;
		this.streamed = streamed;
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
		if (this.headers == null) {
			this.headers = HttpHeaders.copyOf(this.options.headers());
		}
		return this.headers;
	}

	/**
	 * Return the headers of this message, not to be changed.
	 */
	HttpHeaders sentHeaders() {
		return (this.headers != null) ? this.headers : this.options.headers();
	}

	/**
	 * Return the attributes of this message, which reach the filters of the transport.
	 * May be changed.
	 * @return the attributes
	 */
	public Map<String, Object> attributes() {
		if (this.attributes == null) {
			this.attributes = new LinkedHashMap<>(this.options.attributes());
		}
		return this.attributes;
	}

	/**
	 * Return the attributes of this message, not to be changed.
	 */
	Map<String, Object> sentAttributes() {
		return (this.attributes != null) ? this.attributes : this.options.attributes();
	}

	@Nullable JavaType resultType() {
		return this.resultType;
	}

	/**
	 * Return the options of the call.
	 * @return the options as they were given
	 */
	public JsonRpcCallOptions options() {
		return this.options;
	}

	/**
	 * Return the call whose result is read element by element, if it is one.
	 */
	@Nullable StreamedCall<?> streamed() {
		return this.streamed;
	}

	/**
	 * Return this request with another message in its place.
	 * @param message a single request, or a batch of the same size
	 * @return the request
	 */
	public JsonRpcClientRequest withMessage(JsonRpcMessage message) {
		return new JsonRpcClientRequest(this.client, message, this.options, this.resultType, this.streamed, headers(),
				attributes());
	}

	/**
	 * Return a copy, so that what an interceptor changes is gone when it is asked again.
	 */
	JsonRpcClientRequest copy() {
		return new JsonRpcClientRequest(this.client, this.message, this.options, this.resultType, this.streamed,
				HttpHeaders.copyOf(sentHeaders()), new LinkedHashMap<>(sentAttributes()));
	}

	@Override
	public String toString() {
		return this.message + " of client '" + this.client + "'";
	}

}
