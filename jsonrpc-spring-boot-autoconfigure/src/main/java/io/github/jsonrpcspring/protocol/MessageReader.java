package io.github.jsonrpcspring.protocol;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads exactly one JSON document, which is an object or an array, from UTF-8 bytes.
 *
 * @param <M> the kind of message
 */
abstract class MessageReader<M> {

	private static final int MOST_INVALID_MEMBERS = 1000;

	private final JsonRpcCodec codec;

	MessageReader(JsonRpcCodec codec) {
		this.codec = codec;
	}

	final JsonRpcCodec codec() {
		return this.codec;
	}

	/**
	 * Return the single message.
	 */
	abstract JsonRpcMessage single(Envelope envelope);

	/**
	 * Return the batch of the members.
	 */
	abstract JsonRpcMessage batch(List<M> members);

	/**
	 * Return a member of a batch, be it invalid.
	 */
	abstract M member(Envelope envelope);

	/**
	 * Return an entry for a member of a batch that is no object.
	 */
	abstract M invalidMember(JsonValue value, JsonRpcProtocolException violation);

	/**
	 * Return whether an entry is no message.
	 */
	abstract boolean isInvalid(M member);

	/**
	 * Return the specification's section about this kind of message.
	 */
	abstract String section();

	/**
	 * Return what to say of a text, a number, a boolean or null.
	 */
	abstract String noMessage();

	final JsonRpcMessage read(byte[] bytes, @Nullable ReadAhead ahead) {
		int base = byteOrderMark(bytes);
		if (isOtherEncoding(bytes, base) || !Utf8.isWellFormed(bytes)) {
			throw new JsonRpcProtocolException(false, "not JSON in UTF-8", excerpt(bytes), null, null);
		}
		JsonRpcMessage message;
		try (JsonParser parser = this.codec.mapper().createParser(bytes, base, bytes.length - base)) {
			MessageSource source = new MessageSource(this.codec, parser, bytes, base);
			JsonToken first = parser.nextToken();
			if (first == null) {
				throw new JsonRpcProtocolException(false, "no JSON, only blanks or nothing", "", null, null);
			}
			if (first == JsonToken.START_OBJECT) {
				Envelope envelope = Envelope.read(source, ahead);
				requireEnd(parser, bytes);
				message = single(envelope);
			}
			else if (first == JsonToken.START_ARRAY) {
				List<M> members = readMembers(source, ahead);
				requireEnd(parser, bytes);
				message = batch(members);
			}
			else {
				source.value();
				requireEnd(parser, bytes);
				throw new JsonRpcProtocolException(true, noMessage(), excerpt(bytes), section(), null);
			}
		}
		catch (JacksonException ex) {
			boolean limit = ex instanceof StreamConstraintsException;
			String what = limit ? "beyond a limit of the mapper: " : "not JSON: ";
			throw new JsonRpcProtocolException(limit, what + ex.getOriginalMessage(), excerpt(bytes), null, ex);
		}
		return message;
	}

	private List<M> readMembers(MessageSource source, @Nullable ReadAhead ahead) {
		List<M> members = new ArrayList<>();
		int invalid = 0;
		for (JsonToken token = source.nextToken(); token != JsonToken.END_ARRAY; token = source.nextToken()) {
			M member = readMember(token, source, ahead);
			invalid += isInvalid(member) ? 1 : 0;
			if (invalid > MOST_INVALID_MEMBERS) {
				throw new JsonRpcProtocolException(true,
						"more than " + MOST_INVALID_MEMBERS + " members of the batch are invalid",
						excerpt(source.bytes()), section(), null);
			}
			members.add(member);
		}
		return members;
	}

	private M readMember(JsonToken token, MessageSource source, @Nullable ReadAhead ahead) {
		if (token == JsonToken.START_OBJECT) {
			return member(Envelope.read(source, ahead));
		}
		JsonValue value = source.value();
		return invalidMember(value, new JsonRpcProtocolException(true, "a member of the batch is no object",
				value.excerpt(), "2.0, section 6", null));
	}

	private void requireEnd(JsonParser parser, byte[] bytes) {
		if (parser.nextToken() != null) {
			throw new JsonRpcProtocolException(true, "more than one JSON document", excerpt(bytes), section(), null);
		}
	}

	private static String excerpt(byte[] bytes) {
		return JsonValue.excerpt(bytes, 0, bytes.length);
	}

	/**
	 * Return whether the parser could take the bytes for UTF-16 or UTF-32, of which it
	 * tells no offsets. JSON in UTF-8 begins with ASCII characters.
	 */
	private static boolean isOtherEncoding(byte[] bytes, int base) {
		int length = bytes.length - base;
		return (length > 0 && bytes[base] <= 0) || (length > 1 && bytes[base + 1] == 0);
	}

	private static int byteOrderMark(byte[] bytes) {
		boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB
				&& bytes[2] == (byte) 0xBF;
		return marked ? 3 : 0;
	}

}
