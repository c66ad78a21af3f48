package io.github.jsonrpcspring.client.transport;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.Assert;

/**
 * The answer to a {@link JsonRpcTransportRequest}, whatever its status.
 * <p>
 * {@link #toString()} shows neither the body nor the value of a header.
 *
 * @since 0.1.0
 */
public final class JsonRpcTransportResponse {

	private final HttpStatusCode status;

	private final HttpHeaders headers;

	private final byte[] body;

	private final @Nullable Runnable dropHook;

	/**
	 * Create an answer that came over no connection worth dropping.
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body, empty when there was none
	 */
	public JsonRpcTransportResponse(HttpStatusCode status, HttpHeaders headers, byte[] body) {
		this(status, headers, body, null);
	}

	/**
	 * Create an answer.
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body, empty when there was none
	 * @param dropHook what {@link #drop()} does, or {@code null} for nothing
	 */
	public JsonRpcTransportResponse(HttpStatusCode status, HttpHeaders headers, byte[] body,
			@Nullable Runnable dropHook) {
		Assert.notNull(status, "'status' must not be null");
		Assert.notNull(headers, "'headers' must not be null");
		Assert.notNull(body, "'body' must not be null");
		this.status = status;
		this.headers = HttpHeaders.readOnlyHttpHeaders(headers);
		this.body = body;
		this.dropHook = dropHook;
	}

	/**
	 * Return the HTTP status.
	 * @return the status
	 */
	public HttpStatusCode status() {
		return this.status;
	}

	/**
	 * Return the headers.
	 * @return the read-only headers
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Return the body.
	 * @return the bytes, not a copy; an empty array when there are none
	 */
	public byte[] body() {
		return this.body;
	}

	/**
	 * Say that this answer does not belong to its request, so that its connection is
	 * closed instead of used again.
	 * <p>
	 * It has its full effect when it is called where the answer is signalled, inside the
	 * reactive chain: no other request has got the connection by then. Later it closes
	 * the connection unless another request is using it already. A transport that has no
	 * hand on its connections does nothing.
	 */
	public void drop() {
		if (this.dropHook != null) {
			this.dropHook.run();
		}
	}

	@Override
	public String toString() {
		return "JsonRpcTransportResponse[status=" + this.status.value() + ", bytes=" + this.body.length + ", headers="
				+ this.headers.headerNames() + "]";
	}

}
