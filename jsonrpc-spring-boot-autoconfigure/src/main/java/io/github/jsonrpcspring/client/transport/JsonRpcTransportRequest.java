package io.github.jsonrpcspring.client.transport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * One encoded message and how it is to be sent.
 * <p>
 * Immutable, but for the body: the array is not copied and must not be changed.
 * {@link #toString()} shows neither the body nor the value of a header.
 *
 * @since 0.1.0
 */
public final class JsonRpcTransportRequest {

	private final byte[] body;

	private final HttpHeaders headers;

	private final Map<String, Object> attributes;

	private final boolean responseExpected;

	private final long maxResponseSize;

	@SuppressWarnings("ReferenceEquality")
	private JsonRpcTransportRequest(Builder builder) {
		this.body = builder.body;
		HttpHeaders readOnly = HttpHeaders.readOnlyHttpHeaders(builder.headers);
		this.headers = (readOnly == builder.headers) ? readOnly
				: HttpHeaders.readOnlyHttpHeaders(HttpHeaders.copyOf(readOnly));
		this.attributes = builder.attributes.isEmpty() ? Collections.emptyMap()
				: Collections.unmodifiableMap(new LinkedHashMap<>(builder.attributes));
		this.responseExpected = builder.responseExpected;
		this.maxResponseSize = builder.maxResponseSize;
	}

	/**
	 * Start building a request.
	 * @param body the encoded message
	 * @return the builder
	 */
	public static Builder of(byte[] body) {
		return new Builder(body);
	}

	/**
	 * Return the encoded message.
	 * @return the bytes to send, not a copy
	 */
	public byte[] body() {
		return this.body;
	}

	/**
	 * Return the headers to send, {@code Content-Type} and credentials included.
	 * @return the read-only headers
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Return what filters of the transport may want to know; it is not sent.
	 * @return the read-only attributes
	 */
	public Map<String, Object> attributes() {
		return this.attributes;
	}

	/**
	 * Return whether the body of the answer is wanted.
	 * @return {@code false} for a notification
	 */
	public boolean responseExpected() {
		return this.responseExpected;
	}

	/**
	 * Return the most bytes that are read of an answer.
	 * @return the number of bytes, after decompression
	 */
	public long maxResponseSize() {
		return this.maxResponseSize;
	}

	@Override
	public String toString() {
		return "JsonRpcTransportRequest[bytes=" + this.body.length + ", headers=" + this.headers.headerNames()
				+ ", responseExpected=" + this.responseExpected + ", maxResponseSize=" + this.maxResponseSize + "]";
	}

	/**
	 * Builds a {@link JsonRpcTransportRequest}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final byte[] body;

		private HttpHeaders headers = HttpHeaders.EMPTY;

		private Map<String, Object> attributes = Collections.emptyMap();

		private boolean responseExpected = true;

		private long maxResponseSize = 10 * 1024 * 1024;

		private Builder(byte[] body) {
			Assert.notNull(body, "'body' must not be null");
			this.body = body;
		}

		/**
		 * Set the headers to send; none by default. They are copied, unless they are
		 * {@linkplain HttpHeaders#readOnlyHttpHeaders(HttpHeaders) read-only}: what those
		 * are a view of must not be changed any more.
		 * @param headers the headers
		 * @return this builder
		 */
		public Builder headers(HttpHeaders headers) {
			Assert.notNull(headers, "'headers' must not be null");
			this.headers = headers;
			return this;
		}

		/**
		 * Set the attributes for the filters of the transport; none by default.
		 * @param attributes the attributes
		 * @return this builder
		 */
		public Builder attributes(Map<String, Object> attributes) {
			Assert.notNull(attributes, "'attributes' must not be null");
			this.attributes = attributes;
			return this;
		}

		/**
		 * Set whether the body of the answer is wanted; {@code true} by default.
		 * @param responseExpected {@code false} for a notification
		 * @return this builder
		 */
		public Builder responseExpected(boolean responseExpected) {
			this.responseExpected = responseExpected;
			return this;
		}

		/**
		 * Set the most bytes to read of an answer; 10 MiB by default.
		 * @param maxResponseSize the number of bytes, after decompression
		 * @return this builder
		 */
		public Builder maxResponseSize(long maxResponseSize) {
			Assert.isTrue(maxResponseSize > 0, "'maxResponseSize' must be positive");
			this.maxResponseSize = maxResponseSize;
			return this;
		}

		/**
		 * Build the request.
		 * @return the request
		 */
		public JsonRpcTransportRequest build() {
			return new JsonRpcTransportRequest(this);
		}

	}

}
