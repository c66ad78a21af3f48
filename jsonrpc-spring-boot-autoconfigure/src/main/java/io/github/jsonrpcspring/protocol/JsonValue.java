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
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON value: the bytes it was read from, or an object that is still to be written. A
 * value that was read is converted from its bytes, so that nothing is lost on the way.
 */
final class JsonValue {

	private static final int LONGEST_EXCERPT = 800;

	private final JsonMapper mapper;

	private final byte @Nullable [] bytes;

	private final int from;

	private final int to;

	private final @Nullable Object object;

	private JsonValue(JsonMapper mapper, byte @Nullable [] bytes, int from, int to, @Nullable Object object) {
		this.mapper = mapper;
		this.bytes = bytes;
		this.from = from;
		this.to = to;
		this.object = object;
	}

	static JsonValue read(JsonMapper mapper, byte[] bytes, int from, int to) {
		return new JsonValue(mapper, bytes, from, to, null);
	}

	static JsonValue of(@Nullable Object object) {
		return of(JsonRpcCodec.create().mapper(), object);
	}

	static JsonValue of(JsonMapper mapper, @Nullable Object object) {
		return new JsonValue(mapper, null, 0, 0, object);
	}

	JsonMapper mapper() {
		return this.mapper;
	}

	JsonNode tree() {
		byte[] read = this.bytes;
		if (read == null) {
			return this.mapper.valueToTree(this.object);
		}
		return checkNumbers(() -> this.mapper.readTree(read, this.from, this.to - this.from));
	}

	@SuppressWarnings("TypeParameterUnusedInFormals")
	<T> @Nullable T as(JavaType type) {
		ObjectReader reader = this.mapper.readerFor(type);
		DeserializationFeature fractions = DeserializationFeature.ACCEPT_FLOAT_AS_INT;
		try {
			return read(reader.without(fractions), parser());
		}
		catch (JacksonException ex) {
			if (!this.mapper.isEnabled(fractions)) {
				throw ex;
			}
			return read(reader, new WholeNumberParser(parser()));
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
		return (this.bytes != null) ? this.mapper.createParser(this.bytes, this.from, this.to - this.from)
				: this.mapper.treeAsTokens(tree());
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
		try (JsonParser parser = this.mapper.createParser(this.bytes, this.from, this.to - this.from)) {
			parser.nextToken();
			generator.copyCurrentStructureExact(parser);
		}
	}

}
