package io.github.jsonrpcspring.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/**
 * The answer to a request: a result or an error. Immutable; built with
 * {@link #success(long, Object)} or {@link #failure(long, JsonRpcError)}, or read by a
 * {@link JsonRpcCodec}.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#response_object">JSON-RPC 2.0,
 * section 5</a>
 */
public final class JsonRpcResponse implements JsonRpcMessage {

	private final JsonRpcVersion version;

	private final @Nullable JsonRpcId id;

	private final @Nullable JsonValue result;

	private final @Nullable JsonRpcError error;

	private final @Nullable JsonValue raw;

	private final @Nullable JsonRpcProtocolException violation;

	private final @Nullable JsonRpcRequest request;

	JsonRpcResponse(JsonRpcVersion version, @Nullable JsonRpcId id, @Nullable JsonValue result,
			@Nullable JsonRpcError error, @Nullable JsonValue raw, @Nullable JsonRpcProtocolException violation,
			@Nullable JsonRpcRequest request) {
		this.version = version;
		this.id = id;
		this.result = result;
		this.error = error;
		this.raw = raw;
		this.violation = violation;
		this.request = request;
	}

	/** Return a successful response, see {@link #success(JsonRpcId, Object)}. */
	public static JsonRpcResponse success(long id, @Nullable Object result) {
		return success(JsonRpcId.of(id), result);
	}

	/** Return a successful response, see {@link #success(JsonRpcId, Object)}. */
	public static JsonRpcResponse success(String id, @Nullable Object result) {
		return success(JsonRpcId.of(id), result);
	}

	/**
	 * Return a successful response.
	 * @param id the request's id
	 * @param result any value that Jackson can write, or {@code null}
	 * @return the response
	 * @throws IllegalArgumentException if the id is neither text nor integer nor null
	 */
	public static JsonRpcResponse success(JsonRpcId id, @Nullable Object result) {
		return new JsonRpcResponse(JsonRpcVersion.V2_0, id, JsonValue.of(result), null, null, null, null)
			.version(JsonRpcVersion.V2_0);
	}

	/**
	 * Return a successful response to a request, with its id and version.
	 * @param request the request
	 * @param result any value that Jackson can write, or {@code null}
	 * @return the response, linked to the request
	 * @throws IllegalArgumentException if the request has no id
	 */
	public static JsonRpcResponse success(JsonRpcRequest request, @Nullable Object result) {
		return new JsonRpcResponse(request.version(), requireId(request), JsonValue.of(result), null, null, null,
				request);
	}

	/** Return an error response, see {@link #failure(JsonRpcId, JsonRpcError)}. */
	public static JsonRpcResponse failure(long id, JsonRpcError error) {
		return failure(JsonRpcId.of(id), error);
	}

	/** Return an error response, see {@link #failure(JsonRpcId, JsonRpcError)}. */
	public static JsonRpcResponse failure(String id, JsonRpcError error) {
		return failure(JsonRpcId.of(id), error);
	}

	/**
	 * Return an error response.
	 * @param id the request's id, {@link JsonRpcId#NULL} if it could not be read
	 * @param error the error
	 * @return the response
	 * @throws IllegalArgumentException if the id is neither text nor integer nor null
	 */
	public static JsonRpcResponse failure(JsonRpcId id, JsonRpcError error) {
		return new JsonRpcResponse(JsonRpcVersion.V2_0, id, null, error, null, null, null).version(JsonRpcVersion.V2_0);
	}

	/**
	 * Return an error response to a request, with its id and version.
	 * @param request the request
	 * @param error the error
	 * @return the response, linked to the request
	 * @throws IllegalArgumentException if the request has no id
	 */
	public static JsonRpcResponse failure(JsonRpcRequest request, JsonRpcError error) {
		return new JsonRpcResponse(request.version(), requireId(request), null, error, null, null, request);
	}

	private static JsonRpcId requireId(JsonRpcRequest request) {
		JsonRpcId id = request.id();
		if (id == null) {
			throw new IllegalArgumentException("The " + request + " has no id, so it is not answered");
		}
		return id;
	}

	/**
	 * Return a response in place of one that a server did not send: an error without
	 * code, and a {@link #violation() violation} that says why.
	 * @param request the request
	 * @param reason why there is no response
	 * @return the response
	 */
	public static JsonRpcResponse missing(JsonRpcRequest request, String reason) {
		JsonRpcProtocolException violation = new JsonRpcProtocolException(true, "no response", reason, "2.0, section 5",
				null);
		return new JsonRpcResponse(request.version(), request.id(), null, JsonRpcError.ofMessage(reason), null,
				violation, request);
	}

	/**
	 * Return the version of the protocol: of a response that was read, the one its
	 * {@code jsonrpc} member names.
	 * @return the version
	 */
	public JsonRpcVersion version() {
		return this.version;
	}

	/**
	 * Return this response in another version.
	 * @param version the version to write
	 * @return the response
	 * @throws IllegalArgumentException if the version does not allow the response's id
	 */
	public JsonRpcResponse version(JsonRpcVersion version) {
		String idViolation = (this.id != null && version == JsonRpcVersion.V2_0) ? this.id.violation() : null;
		if (idViolation != null) {
			throw new IllegalArgumentException(idViolation + " (JSON-RPC 2.0, section 5)");
		}
		if (version == JsonRpcVersion.V1_0 && this.id != null && this.id.isNull() && this.error == null) {
			throw new IllegalArgumentException("id must be that of the request, not null (JSON-RPC 1.0, section 1.2)");
		}
		return new JsonRpcResponse(version, this.id, this.result, this.error, this.raw, this.violation, this.request);
	}

	/**
	 * Return the result as a JSON tree with exact numbers.
	 * @return the result; {@code null} when absent, a {@code NullNode} when null
	 * @throws tools.jackson.core.JacksonException if the result exceeds the mapper's
	 * limits
	 */
	public @Nullable JsonNode result() {
		return (this.result != null) ? this.result.tree() : null;
	}

	/**
	 * Convert the result. The value is read from the bytes that the server sent.
	 * @param <T> the type
	 * @param type the type to convert to
	 * @return the converted result, {@code null} when null
	 * @throws IllegalStateException if this is not a successful response
	 * @throws tools.jackson.core.JacksonException if the result does not fit the type
	 */
	public <T> @Nullable T resultAs(Class<T> type) {
		JsonValue value = requireResult();
		return value.as(value.codec().mapper().constructType(type));
	}

	/**
	 * Convert the result. The value is read from the bytes that the server sent.
	 * @param <T> the type
	 * @param type the type to convert to
	 * @return the converted result, {@code null} when null
	 * @throws IllegalStateException if this is not a successful response
	 * @throws tools.jackson.core.JacksonException if the result does not fit the type
	 */
	public <T> @Nullable T resultAs(TypeReference<T> type) {
		JsonValue value = requireResult();
		return value.as(value.codec().mapper().constructType(type.getType()));
	}

	/**
	 * Convert the result. The value is read from the bytes that the server sent.
	 * @param <T> the type
	 * @param type the type to convert to
	 * @return the converted result, {@code null} when null
	 * @throws IllegalStateException if this is not a successful response
	 * @throws tools.jackson.core.JacksonException if the result does not fit the type
	 */
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T resultAs(JavaType type) {
		return requireResult().as(type);
	}

	JsonValue requireResult() {
		if (this.result != null && this.error == null) {
			return this.result;
		}
		if (this.violation != null) {
			throw new IllegalStateException("not a response: " + this.violation.rule(), this.violation);
		}
		throw new IllegalStateException("an error response has no result: " + this.error);
	}

	/**
	 * Return the error.
	 * @return the error, {@code null} for a successful response
	 */
	public @Nullable JsonRpcError error() {
		return this.error;
	}

	/**
	 * Return whether this is an error response, which an entry of a batch that is no
	 * response counts as.
	 * @return whether there is an {@link #error()}
	 */
	public boolean isError() {
		return this.error != null;
	}

	/**
	 * Return the id.
	 * @return the id; {@code null} when absent, {@link JsonRpcId#NULL} when null
	 */
	public @Nullable JsonRpcId id() {
		return this.id;
	}

	/**
	 * Return the whole response as it was sent, with every further member.
	 * @return the JSON value
	 */
	public JsonNode raw() {
		return (this.raw != null) ? this.raw.tree() : toTree();
	}

	/**
	 * Return what makes this member of a batch that was read no response. Its
	 * {@link #error()} is then not the server's: it has no code, and the rule as message.
	 * @return the broken rule, {@code null} for a valid response
	 */
	public @Nullable JsonRpcProtocolException violation() {
		return this.violation;
	}

	/**
	 * Return the request that this response answers.
	 * @return the request, or {@code null} when not linked
	 */
	public @Nullable JsonRpcRequest request() {
		return this.request;
	}

	/**
	 * Return this response linked to its request.
	 * @param request the request
	 * @return the linked response
	 */
	public JsonRpcResponse withRequest(JsonRpcRequest request) {
		return new JsonRpcResponse(this.version, this.id, this.result, this.error, this.raw, this.violation, request);
	}

	@Nullable JsonValue resultValue() {
		return this.result;
	}

	/**
	 * Return the response without its result and data.
	 */
	@Override
	public String toString() {
		return (isError() ? "error response" : "response") + ((this.id != null) ? " with id " + this.id : "");
	}

}
