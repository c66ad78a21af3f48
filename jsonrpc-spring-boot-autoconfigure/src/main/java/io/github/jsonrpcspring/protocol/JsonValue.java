package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * A JSON value: the bytes it was read from, or an object that is still to be written. A
 * value that was read is converted from its bytes, so that nothing is lost on the way.
 */
final class JsonValue {

	private static final int LONGEST_EXCERPT = 800;

	private final JsonRpcCodec codec;

	private final byte @Nullable [] bytes;

	private final int from;

	private final int to;

	private final @Nullable Object object;

	private JsonValue(JsonRpcCodec codec, byte @Nullable [] bytes, int from, int to, @Nullable Object object) {
		this.codec = codec;
		this.bytes = bytes;
		this.from = from;
		this.to = to;
		this.object = object;
	}

	/**
	 * Return a value that was read.
	 * @param converted the value as it was converted on the way
	 */
	static JsonValue read(JsonRpcCodec codec, byte[] bytes, int from, int to, ReadAhead.@Nullable Result converted) {
		return new JsonValue(codec, bytes, from, to, converted);
	}

	static JsonValue of(@Nullable Object object) {
		return of(JsonRpcCodec.create(), object);
	}

	static JsonValue of(JsonRpcCodec codec, @Nullable Object object) {
		return new JsonValue(codec, null, 0, 0, object);
	}

	JsonRpcCodec codec() {
		return this.codec;
	}

	/**
	 * Return this value as a codec writes it, unless it was read.
	 */
	JsonValue with(JsonRpcCodec codec) {
		return (this.bytes != null) ? this : of(codec, this.object);
	}

	JsonNode tree() {
		byte[] read = this.bytes;
		if (read == null) {
			return this.codec.mapper().valueToTree(this.object);
		}
		return checkNumbers(() -> this.codec.mapper().readTree(read, this.from, this.to - this.from));
	}

	@SuppressWarnings({ "TypeParameterUnusedInFormals", "unchecked" })
	<T> @Nullable T as(JavaType type) {
		Object converted = (this.object instanceof ReadAhead.Result result) ? result.take(type) : null;
		return (converted != null) ? (T) converted : convert(type);
	}

	@SuppressWarnings("TypeParameterUnusedInFormals")
	private <T> @Nullable T convert(JavaType type) {
		try {
			return read(this.codec.exactReader().forType(type), parser());
		}
		catch (JacksonException ex) {
			if (!this.codec.mapper().isEnabled(DeserializationFeature.ACCEPT_FLOAT_AS_INT)) {
				throw ex;
			}
			return read(this.codec.mapper().readerFor(type), new WholeNumberParser(parser()));
		}
	}

	@SuppressWarnings("TypeParameterUnusedInFormals")
	private static <T> @Nullable T read(ObjectReader reader, JsonParser parser) {
		return JsonValue.<@Nullable T>checkNumbers(() -> {
			try (parser) {
				return reader.readValue(parser);
			}
		});
	}

	private JsonParser parser() {
		return (this.bytes != null) ? this.codec.mapper().createParser(this.bytes, this.from, this.to - this.from)
				: this.codec.mapper().treeAsTokens(tree());
	}

	/**
	 * Translate what Jackson throws for an exponent that no {@code BigDecimal} has.
	 */
	private static <T extends @Nullable Object> T checkNumbers(Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (NumberFormatException ex) {
			throw DatabindException.from((JsonParser) null, String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * Return the beginning of the JSON text that was read.
	 */
	String excerpt() {
		return excerpt(Objects.requireNonNull(this.bytes), this.from, this.to);
	}

	static String excerpt(byte[] bytes, int from, int to) {
		return new String(bytes, from, Math.min(to - from, LONGEST_EXCERPT), StandardCharsets.UTF_8);
	}

	void write(JsonGenerator generator) {
		if (this.bytes == null) {
			generator.writePOJO(this.object);
			return;
		}
		try (JsonParser parser = this.codec.mapper().createParser(this.bytes, this.from, this.to - this.from)) {
			parser.nextToken();
			generator.copyCurrentStructureExact(parser);
		}
	}

}
