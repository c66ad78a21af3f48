package io.github.jsonrpcspring.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/**
 * The bytes of one JSON document and a parser on its way through them.
 */
final class MessageSource {

	private static final JsonNode VERSION_2 = StringNode.valueOf("2.0");

	private final JsonRpcCodec codec;

	private final JsonParser parser;

	private final byte[] bytes;

	private final int base;

	/**
	 * Create a source.
	 * @param codec the codec
	 * @param parser the parser
	 * @param bytes the bytes
	 * @param base how many of the bytes are before those that the parser reads
	 */
	MessageSource(JsonRpcCodec codec, JsonParser parser, byte[] bytes, int base) {
		this.codec = codec;
		this.parser = parser;
		this.bytes = bytes;
		this.base = base;
	}

	byte[] bytes() {
		return this.bytes;
	}

	JsonToken nextToken() {
		return this.parser.nextToken();
	}

	@Nullable String nextName() {
		return this.parser.nextName();
	}

	/**
	 * Return where the current token begins.
	 */
	int start() {
		return this.base + (int) this.parser.currentTokenLocation().getByteOffset();
	}

	/**
	 * Return the current token if it is a text or an integer as most are.
	 */
	@Nullable JsonNode scalar(JsonToken token) {
		if (token == JsonToken.VALUE_STRING) {
			return isVersion2() ? VERSION_2 : StringNode.valueOf(this.parser.getString());
		}
		boolean fits = token == JsonToken.VALUE_NUMBER_INT
				&& this.parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
		return fits ? LongNode.valueOf(this.parser.getLongValue()) : null;
	}

	/**
	 * Return whether the current text is the one that stands in every message of today.
	 */
	private boolean isVersion2() {
		if (this.parser.getStringLength() != 3) {
			return false;
		}
		char[] text = this.parser.getStringCharacters();
		int offset = this.parser.getStringOffset();
		return text[offset] == '2' && text[offset + 1] == '.' && text[offset + 2] == '0';
	}

	/**
	 * Read the value whose start is the current token, to its end.
	 */
	JsonValue value() {
		int start = start();
		this.parser.skipChildren();
		this.parser.finishToken();
		return slice(start);
	}

	/**
	 * Read the value whose start is the current token, to its end, and convert it.
	 */
	JsonValue value(ReadAhead ahead) {
		int start = start();
		ReadAhead.Result converted = ahead.read(this.parser);
		this.parser.finishToken();
		return JsonValue.read(this.codec, this.bytes, start, end(), converted);
	}

	/**
	 * Return what was read since the token that began there.
	 */
	JsonValue slice(int start) {
		return JsonValue.read(this.codec, this.bytes, start, end(), null);
	}

	private int end() {
		return this.base + (int) this.parser.currentLocation().getByteOffset();
	}

}
