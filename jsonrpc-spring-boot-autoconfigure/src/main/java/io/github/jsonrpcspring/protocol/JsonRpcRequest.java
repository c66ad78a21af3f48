package io.github.jsonrpcspring.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request or notification. Immutable; built with {@link #of(String)} or read by a
 * {@link JsonRpcCodec}.
 * <p>
 * Only {@link Builder#notification()} makes a notification. A request built without an id
 * is unassigned: a client gives it one when it sends it, and until then it cannot be
 * written.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#request_object">JSON-RPC 2.0,
 * section 4</a>
 */
public final class JsonRpcRequest implements JsonRpcMessage {

	private final String method;

	private final @Nullable JsonRpcVersion version;

	private final @Nullable JsonRpcId id;

	private final boolean notification;

	private final Params params;

	private final Map<String, @Nullable Object> members;

	private final boolean reservedAllowed;

	private final @Nullable JsonRpcError error;

	JsonRpcRequest(String method, @Nullable JsonRpcVersion version, @Nullable JsonRpcId id, boolean notification,
			Params params, Map<String, @Nullable Object> members, boolean reservedAllowed,
			@Nullable JsonRpcError error) {
		this.method = method;
		this.version = version;
		this.id = id;
		this.notification = notification;
		this.params = params;
		this.members = members;
		this.reservedAllowed = reservedAllowed;
		this.error = error;
	}

	/**
	 * Start building a request.
	 * @param method the method's name
	 */
	public static Builder of(String method) {
		return new Builder(method);
	}

	/** Return an entry for a member of a batch that is no request. */
	static JsonRpcRequest invalid(@Nullable JsonRpcId id, JsonRpcError error) {
		return new JsonRpcRequest("", null, id, false, Params.NONE, Map.of(), false, error);
	}

	/** Return a builder that starts from this request. */
	public Builder mutate() {
		return new Builder(this.method, this.version, this.id, this.notification, this.params, this.members,
				this.reservedAllowed);
	}

	/** Return this request with an id. */
	public JsonRpcRequest withId(JsonRpcId id) {
		RequestRules.checkId(id, this.notification, this.version);
		return new JsonRpcRequest(this.method, this.version, id, false, this.params, this.members, this.reservedAllowed,
				this.error);
	}

	/**
	 * Return the method's name, empty for an entry of a batch that is no request.
	 */
	public String method() {
		return this.method;
	}

	/** Return the version of the protocol, 2.0 when none was named. */
	public JsonRpcVersion version() {
		return (this.version != null) ? this.version : JsonRpcVersion.V2_0;
	}

	/**
	 * Return the id, {@code null} for a notification and an unassigned request.
	 */
	public @Nullable JsonRpcId id() {
		return this.id;
	}

	/** Return whether this is a notification, which no server answers. */
	public boolean isNotification() {
		return this.notification;
	}

	/** Return whether there is a {@code params} member, be it empty. */
	public boolean hasParams() {
		return !this.params.isAbsent();
	}

	/**
	 * Return the positional parameters: {@code params} when that is an array.
	 * @return the parameters in order, otherwise an empty list
	 */
	public List<@Nullable Object> positionalParams() {
		return this.params.positional();
	}

	/**
	 * Return the named parameters: {@code params} when that is an object.
	 * @return the parameters by name, otherwise an empty map
	 */
	public Map<String, @Nullable Object> namedParams() {
		return this.params.named();
	}

	/**
	 * Return the members beside {@code jsonrpc}, {@code method}, {@code params} and
	 * {@code id}. One whose value is {@code null} was removed and is not written.
	 */
	public Map<String, @Nullable Object> members() {
		return Collections.unmodifiableMap(this.members);
	}

	/** Return the error to answer this member of a batch with, if it is no request. */
	public @Nullable JsonRpcError error() {
		return this.error;
	}

	Params params() {
		return this.params;
	}

	Map<String, @Nullable Object> furtherMembers() {
		return this.members;
	}

	/** Return the request without the values of its parameters and members. */
	@Override
	public String toString() {
		return (this.notification ? "notification '" : "request '") + this.method + "'"
				+ ((this.id != null) ? " with id " + this.id : "");
	}

	/**
	 * Builds a request and checks it against the specification. Not thread-safe.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final String method;

		private Map<String, @Nullable Object> members;

		private @Nullable JsonRpcVersion version;

		private @Nullable JsonRpcVersion defaultVersion;

		private @Nullable JsonRpcId id;

		private boolean notification;

		private Params params;

		private boolean reservedAllowed;

		Builder(String method) {
			this(method, null, null, false, Params.NONE, Collections.emptyMap(), false);
		}

		Builder(String method, @Nullable JsonRpcVersion version, @Nullable JsonRpcId id, boolean notification,
				Params params, Map<String, @Nullable Object> members, boolean reservedAllowed) {
			this.method = method;
			this.version = version;
			this.id = id;
			this.notification = notification;
			this.params = params;
			this.members = members;
			this.reservedAllowed = reservedAllowed;
		}

		/**
		 * Set the positional parameters. No argument at all gives an empty array. An
		 * array whose class is not exactly {@code Object[]} is one parameter,
		 * {@code null} is the parameter {@code null}.
		 */
		public Builder params(@Nullable Object @Nullable ... params) {
			this.params = this.params.withValues(Params.ofArguments(params));
			return this;
		}

		/**
		 * Add named parameters. Beside positional ones they become one object, the last
		 * parameter.
		 */
		public Builder namedParams(Map<String, ? extends @Nullable Object> params) {
			this.params = this.params.withNames(params);
			return this;
		}

		/**
		 * Set an object whose properties are the named parameters.
		 * @throws IllegalArgumentException if Jackson does not write it as a JSON object
		 */
		@SuppressWarnings("unchecked")
		public Builder namedParams(Object bean) {
			if (bean instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
				return namedParams((Map<String, ?>) map);
			}
			this.params = this.params.withBean(bean);
			return this;
		}

		/** Add a named parameter. */
		public Builder param(String name, @Nullable Object value) {
			return namedParams(Collections.singletonMap(name, value));
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

		/** Make this a notification: a request that is never answered. */
		public Builder notification() {
			this.notification = true;
			return this;
		}

		/** Set the version of the protocol. */
		public Builder version(JsonRpcVersion version) {
			this.version = version;
			return this;
		}

		/** Set the version to use when {@link #version} names none. */
		public Builder defaultVersion(JsonRpcVersion version) {
			this.defaultVersion = version;
			return this;
		}

		/**
		 * Set a further member of the request object, for servers that want a token
		 * there.
		 * @param name the member's name, none of the four of the specification
		 * @param value its value; {@code null} removes the member
		 */
		public Builder member(String name, @Nullable Object value) {
			RequestRules.checkMember(name);
			Map<String, @Nullable Object> more = new LinkedHashMap<>(this.members);
			more.put(name, value);
			this.members = more;
			return this;
		}

		/**
		 * Allow a method whose name begins with {@code rpc.}, such as
		 * {@code rpc.discover}.
		 */
		public Builder allowReserved() {
			this.reservedAllowed = true;
			return this;
		}

		/**
		 * Build the request.
		 * @throws IllegalArgumentException if it breaks a rule of the specification,
		 * which the message names
		 */
		public JsonRpcRequest build() {
			JsonRpcVersion version = (this.version != null) ? this.version : this.defaultVersion;
			RequestRules.checkMethod(this.method, this.reservedAllowed);
			RequestRules.checkId(this.id, this.notification, version);
			RequestRules.checkParams(this.params, version);
			return new JsonRpcRequest(this.method, version, this.id, this.notification, this.params, this.members,
					this.reservedAllowed, null);
		}

	}

}
