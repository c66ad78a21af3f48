package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON-RPC messages as UTF-8 JSON. Numbers keep their exact value.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonRpcCodec {

	private static final JsonRpcCodec DEFAULT = new JsonRpcCodec(JsonMapper.shared());

	private final JsonMapper mapper;

	private final ObjectReader exactReader;

	private final ObjectReader partReader;

	/**
	 * Create a codec that converts values with the given mapper's modules and settings.
	 * The mapper itself is not changed: a copy reads fractions as {@code BigDecimal},
	 * writes no indentation, neither expects nor writes root names, and never takes a
	 * class name from the JSON unless the type's own annotations ask for one.
	 * @param mapper the mapper
	 */
	public JsonRpcCodec(JsonMapper mapper) {
		this.mapper = mapper.rebuild()
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.disable(DeserializationFeature.UNWRAP_ROOT_VALUE)
			.disable(SerializationFeature.WRAP_ROOT_VALUE, SerializationFeature.INDENT_OUTPUT)
			.deactivateDefaultTyping()
			.build();
		this.exactReader = this.mapper.reader().without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
		this.partReader = this.exactReader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
	}

	/**
	 * Return the codec with Jackson's own defaults.
	 * @return the default codec
	 */
	public static JsonRpcCodec create() {
		return DEFAULT;
	}

	/**
	 * Return the mapper that this codec converts values with.
	 * @return the codec's own copy of the mapper
	 */
	public JsonMapper mapper() {
		return this.mapper;
	}

	/**
	 * Read a request, a notification or a batch, as a server does: a message without
	 * {@code jsonrpc} or with {@code "1.0"} is of version 1.0. A batch keeps its invalid
	 * members as entries with an {@link JsonRpcRequest#error() error}.
	 * @param json the JSON text
	 * @return a {@link JsonRpcRequest} or {@link JsonRpcBatchRequest}
	 * @throws JsonRpcProtocolException if it is neither
	 */
	public JsonRpcMessage readRequest(String json) {
		return readRequest(json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Read a request, a notification or a batch from a tree.
	 * @param json the JSON value
	 * @return a {@link JsonRpcRequest} or {@link JsonRpcBatchRequest}
	 * @throws JsonRpcProtocolException if it is neither
	 * @see #readRequest(String)
	 */
	public JsonRpcMessage readRequest(JsonNode json) {
		return readRequest(bytes(json));
	}

	/**
	 * Read a request, a notification or a batch from UTF-8 bytes.
	 * @param json the JSON text's bytes
	 * @return a {@link JsonRpcRequest} or {@link JsonRpcBatchRequest}
	 * @throws JsonRpcProtocolException if it is neither
	 * @see #readRequest(String)
	 */
	public JsonRpcMessage readRequest(byte[] json) {
		return new RequestReader(this).read(json, null);
	}

	/**
	 * Read a response or a batch of responses, of either version, as
	 * {@link JsonRpcValidation#LENIENT} does.
	 * @param json the JSON text
	 * @return a {@link JsonRpcResponse} or {@link JsonRpcBatchResponse}
	 * @throws JsonRpcProtocolException if it is neither
	 */
	public JsonRpcMessage readResponse(String json) {
		return readResponse(json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Read a response or a batch of responses from a tree.
	 * @param json the JSON value
	 * @return a {@link JsonRpcResponse} or {@link JsonRpcBatchResponse}
	 * @throws JsonRpcProtocolException if it is neither
	 * @see #readResponse(String)
	 */
	public JsonRpcMessage readResponse(JsonNode json) {
		return readResponse(bytes(json));
	}

	/**
	 * Read a response or a batch of responses from UTF-8 bytes. The bytes are kept, not
	 * copied: do not change them.
	 * @param json the JSON text's bytes
	 * @return a {@link JsonRpcResponse} or {@link JsonRpcBatchResponse}
	 * @throws JsonRpcProtocolException if it is neither
	 * @see #readResponse(String)
	 */
	public JsonRpcMessage readResponse(byte[] json) {
		return readResponse(json, null, JsonRpcValidation.LENIENT);
	}

	/**
	 * Read a response or a batch of responses and judge its form. Ids are not compared
	 * with those of the request. The bytes are kept, not copied: do not change them.
	 * @param json the JSON text's bytes
	 * @param version the version of the request, or {@code null} to go by the
	 * {@code jsonrpc} member
	 * @param validation how strictly to judge
	 * @return a {@link JsonRpcResponse} or {@link JsonRpcBatchResponse}; a batch keeps
	 * its invalid members as entries with a {@link JsonRpcResponse#violation() violation}
	 * @throws JsonRpcProtocolException if it is neither
	 */
	public JsonRpcMessage readResponse(byte[] json, @Nullable JsonRpcVersion version, JsonRpcValidation validation) {
		return readResponse(json, version, validation, null);
	}

	/**
	 * Read a response or a batch of responses and judge its form, with results of a known
	 * type: they are converted on the way, for the first
	 * {@link JsonRpcResponse#resultAs(JavaType)} with this type. A result that does not
	 * fit shows there.
	 * @param json the JSON text's bytes
	 * @param version the version of the request, or {@code null} to go by the
	 * {@code jsonrpc} member
	 * @param validation how strictly to judge
	 * @param resultType the type of the results, or {@code null} if it is not known
	 * @return a {@link JsonRpcResponse} or {@link JsonRpcBatchResponse}
	 * @throws JsonRpcProtocolException if it is neither
	 * @see #readResponse(byte[], JsonRpcVersion, JsonRpcValidation)
	 */
	public JsonRpcMessage readResponse(byte[] json, @Nullable JsonRpcVersion version, JsonRpcValidation validation,
			@Nullable JavaType resultType) {
		return new ResponseReader(this, version, validation).read(json, resultType);
	}

	/**
	 * Return the reader that refuses to cut the fraction off a number.
	 */
	ObjectReader exactReader() {
		return this.exactReader;
	}

	ReadAhead readAhead(JavaType type) {
		return new ReadAhead(type, this.partReader.forType(type));
	}

	private static byte[] bytes(JsonNode json) {
		try {
			return DEFAULT.mapper.writeValueAsBytes(json);
		}
		catch (JacksonException ex) {
			throw new JsonRpcProtocolException(false, "cannot be written as JSON: " + ex.getOriginalMessage(), "", null,
					ex);
		}
	}

	/**
	 * Convert the result of a response: of one that was read as
	 * {@link JsonRpcResponse#resultAs(JavaType)} does, of one that was made in code with
	 * the mapper of this codec.
	 * @param <T> the type
	 * @param response the response
	 * @param type the type to convert to
	 * @return the converted result, {@code null} when null
	 * @throws IllegalStateException if the response is not a successful one
	 * @throws tools.jackson.core.JacksonException if the result does not fit the type
	 */
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T resultAs(JsonRpcResponse response, JavaType type) {
		return response.requireResult().with(this).as(type);
	}

	/**
	 * Write a message.
	 * @param message the message
	 * @return UTF-8 bytes
	 * @throws IllegalStateException if a request has no id yet, or a batch that was read
	 * has an invalid member
	 * @throws IllegalArgumentException if a parameter or result cannot be written as JSON
	 */
	public byte[] write(JsonRpcMessage message) {
		MessageBytes out = new MessageBytes();
		try (JsonGenerator generator = this.mapper.createGenerator(out)) {
			new MessageWriter(this.mapper, generator).write(message);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"The " + message + " cannot be written as JSON: " + ex.getOriginalMessage(), ex);
		}
		return out.toByteArray();
	}

}
