package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What one call does differently from its client. Immutable; what is not set is the
 * client's.
 *
 * @since 0.1.0
 */
public final class JsonRpcCallOptions {

	/**
	 * No difference.
	 */
	public static final JsonRpcCallOptions NONE = builder().build();

	private final HttpHeaders headers;

	private final @Nullable Duration timeout;

	private final @Nullable Long maxResponseSize;

	private final @Nullable JsonRpcId id;

	private final Map<String, Object> attributes;

	private final Map<String, @Nullable Object> members;

	private JsonRpcCallOptions(Builder builder) {
		this.headers = HttpHeaders.readOnlyHttpHeaders(HttpHeaders.copyOf(builder.headers));
		this.timeout = builder.timeout;
		this.maxResponseSize = builder.maxResponseSize;
		this.id = builder.id;
		this.attributes = Map.copyOf(builder.attributes);
		this.members = Collections.unmodifiableMap(new LinkedHashMap<>(builder.members));
	}

	/**
	 * Start building options.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the headers, which replace the client's headers of the same names.
	 * @return read-only headers
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Return the deadline for connect, wait and the whole body.
	 * @return the timeout, {@link Duration#ZERO} for none, {@code null} for the client's
	 */
	public @Nullable Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the largest body that is read.
	 * @return the number of bytes, {@code null} for the client's
	 */
	public @Nullable Long maxResponseSize() {
		return this.maxResponseSize;
	}

	/**
	 * Return the id of the request.
	 * @return the id, {@code null} for a generated one
	 */
	public @Nullable JsonRpcId id() {
		return this.id;
	}

	/**
	 * Return the attributes, which reach the filters of the transport.
	 * @return the attributes
	 */
	public Map<String, Object> attributes() {
		return this.attributes;
	}

	/**
	 * Return the further members of the request object.
	 * @return the members; a null value removes the client's member
	 */
	public Map<String, @Nullable Object> members() {
		return this.members;
	}

	/**
	 * Return a builder that starts from these options.
	 * @return a builder
	 */
	public Builder mutate() {
		return new Builder().addAll(this);
	}

	/**
	 * Return the options without the values of headers, members and attributes.
	 */
	@Override
	public String toString() {
		return "headers " + this.headers.headerNames() + ", timeout " + this.timeout + ", maxResponseSize "
				+ this.maxResponseSize + ", id " + this.id + ", members " + this.members.keySet() + ", attributes "
				+ this.attributes.keySet();
	}

	/**
	 * Builds options. Not thread-safe.
	 */
	public static final class Builder {

		private final HttpHeaders headers = new HttpHeaders();

		private final Map<String, Object> attributes = new LinkedHashMap<>();

		private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

		private @Nullable Duration timeout;

		private @Nullable Long maxResponseSize;

		private @Nullable JsonRpcId id;

		private Builder() {
		}

		/**
		 * Set a header.
		 * @throws IllegalArgumentException if a value has a control character
		 */
		public Builder header(String name, String... values) {
			this.headers.put(name, JsonRpcClientSettingsBuilder.oneLine(name, values));
			return this;
		}

		/** Change the headers. */
		public Builder headers(Consumer<HttpHeaders> headers) {
			headers.accept(this.headers);
			return this;
		}

		/** Set the deadline of the call, zero for none. */
		public Builder timeout(Duration timeout) {
			if (timeout.isNegative()) {
				throw new IllegalArgumentException("The timeout must not be negative");
			}
			this.timeout = timeout;
			return this;
		}

		/** Set the largest body that is read, in bytes. */
		public Builder maxResponseSize(long maxResponseSize) {
			if (maxResponseSize < 1) {
				throw new IllegalArgumentException("The maximum response size must be at least one byte");
			}
			this.maxResponseSize = maxResponseSize;
			return this;
		}

		/** Set a numeric id. */
		public Builder id(long id) {
			return id(JsonRpcId.of(id));
		}

		/** Set a text id. */
		public Builder id(String id) {
			return id(JsonRpcId.of(id));
		}

		/** Set the id. */
		public Builder id(JsonRpcId id) {
			this.id = id;
			return this;
		}

		/** Set an attribute. */
		public Builder attribute(String name, Object value) {
			this.attributes.put(name, value);
			return this;
		}

		/** Set a further member of the request object; null removes the client's. */
		public Builder member(String name, @Nullable Object value) {
			this.members.put(name, value);
			return this;
		}

		Builder addAll(JsonRpcCallOptions options) {
			this.headers.putAll(options.headers);
			this.timeout = (options.timeout != null) ? options.timeout : this.timeout;
			this.maxResponseSize = (options.maxResponseSize != null) ? options.maxResponseSize : this.maxResponseSize;
			this.id = (options.id != null) ? options.id : this.id;
			this.attributes.putAll(options.attributes);
			this.members.putAll(options.members);
			return this;
		}

		/** Build the options. */
		public JsonRpcCallOptions build() {
			return new JsonRpcCallOptions(this);
		}

	}

}
