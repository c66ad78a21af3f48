package io.github.jsonrpcspring.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code error} of a response. A 2.0 error is an object of {@code code},
 * {@code message} and optional {@code data}; other forms that servers send are kept in
 * {@link #raw()}.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#error_object">JSON-RPC 2.0, section
 * 5.1</a>
 */
public final class JsonRpcError {

	/** Invalid JSON was received by the server. */
	public static final long PARSE_ERROR = -32700;

	/** The JSON sent is not a valid request object. */
	public static final long INVALID_REQUEST = -32600;

	/** The method does not exist or is not available. */
	public static final long METHOD_NOT_FOUND = -32601;

	/** Invalid method parameters. */
	public static final long INVALID_PARAMS = -32602;

	/** Internal JSON-RPC error. */
	public static final long INTERNAL_ERROR = -32603;

	private final JsonNode raw;

	private final JsonRpcCodec codec;

	private final @Nullable Long code;

	private final String message;

	private final @Nullable JsonNode data;

	/**
	 * Create an error without data.
	 * @param code the error code
	 * @param message a short description
	 */
	public JsonRpcError(long code, String message) {
		this(code, message, null);
	}

	/**
	 * Create an error.
	 * @param code the error code
	 * @param message a short description
	 * @param data any value that Jackson can write, or {@code null} for none; for a data
	 * member that is null pass a {@code NullNode}
	 * @throws IllegalArgumentException if the data cannot be written as JSON
	 */
	public JsonRpcError(long code, String message, @Nullable Object data) {
		this(build(code, message, data), JsonRpcCodec.create());
	}

	JsonRpcError(JsonNode raw, JsonRpcCodec codec) {
		this.raw = raw;
		this.codec = codec;
		this.code = code(raw.path("code"));
		this.message = message(raw);
		this.data = raw.isArray() ? raw : raw.get("data");
	}

	/**
	 * Return an error that has only a message.
	 */
	static JsonRpcError ofMessage(String message) {
		JsonRpcCodec codec = JsonRpcCodec.create();
		return new JsonRpcError(codec.mapper().createObjectNode().put("message", message), codec);
	}

	private static JsonNode build(long code, String message, @Nullable Object data) {
		JsonMapper mapper = JsonRpcCodec.create().mapper();
		ObjectNode error = mapper.createObjectNode().put("code", code).put("message", message);
		try {
			if (data != null) {
				error.putPOJO("data", data);
			}
			return mapper.readTree(mapper.writeValueAsBytes(error));
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"The data of error " + code + " cannot be written as JSON: " + ex.getOriginalMessage(), ex);
		}
	}

	private static @Nullable Long code(JsonNode code) {
		String text = JsonRpcId.of(code).text();
		try {
			return (text != null) ? Long.valueOf(text.strip()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static String message(JsonNode raw) {
		if (raw.isObject()) {
			return raw.path("message").isString() ? raw.path("message").stringValue() : "";
		}
		if (raw.isArray()) {
			return raw.values()
				.stream()
				.filter((element) -> element.isString() || element.isContainer())
				.map(JsonRpcError::message)
				.filter((text) -> !text.isEmpty())
				.findFirst()
				.orElse("");
		}
		return raw.asString("");
	}

	/**
	 * Return the error code.
	 * @return the code, or 0 when there is none or it is no {@code long}: see
	 * {@link #hasCode()}
	 */
	public long code() {
		return (this.code != null) ? this.code : 0;
	}

	/**
	 * Return whether the error has a code that fits a {@code long}.
	 * @return whether {@link #code()} is the server's
	 */
	public boolean hasCode() {
		return this.code != null;
	}

	/**
	 * Return the message.
	 * @return the message, empty when there is none
	 */
	public String message() {
		return this.message;
	}

	/**
	 * Return the server's further information.
	 * @return the data; {@code null} when absent, a {@code NullNode} when null
	 */
	public @Nullable JsonNode data() {
		return this.data;
	}

	/**
	 * Convert the data.
	 * @param <T> the type
	 * @param type the type to convert to
	 * @return the converted data, or {@code null} when absent or null
	 * @throws tools.jackson.core.JacksonException if the data does not fit the type
	 */
	public <T> @Nullable T dataAs(Class<T> type) {
		return dataAs(this.codec.mapper().constructType(type));
	}

	/**
	 * Convert the data.
	 * @param <T> the type
	 * @param type the type to convert to
	 * @return the converted data, or {@code null} when absent or null
	 * @throws tools.jackson.core.JacksonException if the data does not fit the type
	 */
	public <T> @Nullable T dataAs(TypeReference<T> type) {
		return dataAs(this.codec.mapper().constructType(type.getType()));
	}

	/**
	 * Convert the data.
	 * @param <T> the type
	 * @param type the type to convert to
	 * @return the converted data, or {@code null} when absent or null
	 * @throws tools.jackson.core.JacksonException if the data does not fit the type
	 */
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T dataAs(JavaType type) {
		return (this.data != null && !this.data.isNull()) ? JsonValue.of(this.codec, this.data).as(type) : null;
	}

	/**
	 * Return the whole {@code error} member as it was sent.
	 * @return the JSON value
	 */
	public JsonNode raw() {
		return this.raw;
	}

	/**
	 * Return whether the code lies in the range reserved for implementation-defined
	 * server errors, -32099 to -32000.
	 * @return whether this is a server error
	 */
	public boolean isServerError() {
		return this.code != null && this.code >= -32099 && this.code <= -32000;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof JsonRpcError error && this.raw.equals(error.raw);
	}

	@Override
	public int hashCode() {
		return this.raw.hashCode();
	}

	/**
	 * Return the code and the message, without the data.
	 */
	@Override
	public String toString() {
		return "error " + (hasCode() ? code() + " " : "") + "'" + this.message + "'";
	}

}
