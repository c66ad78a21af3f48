package io.github.jsonrpcspring.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads exactly one JSON document, which is an object or an array, from UTF-8 bytes.
 *
 * @param <M> the kind of message
 */
final class MessageReader<M> {

	private static final int MOST_INVALID_MEMBERS = 1000;

	private final JsonMapper mapper;

	private final Function<Envelope, M> memberReader;

	private final BiFunction<JsonValue, JsonRpcProtocolException, M> invalidMember;

	private final Predicate<M> isInvalid;

	private final String section;

	private final String noMessage;

	/**
	 * Create a reader.
	 * @param mapper the mapper
	 * @param memberReader reads a member of a batch
	 * @param invalidMember makes an entry of a member that is no object
	 * @param isInvalid tells entries that are no messages
	 * @param section the specification's section about this kind of message
	 * @param noMessage what to say of a text, a number, a boolean or null
	 */
	MessageReader(JsonMapper mapper, Function<Envelope, M> memberReader,
			BiFunction<JsonValue, JsonRpcProtocolException, M> invalidMember, Predicate<M> isInvalid, String section,
			String noMessage) {
		this.mapper = mapper;
		this.memberReader = memberReader;
		this.invalidMember = invalidMember;
		this.isInvalid = isInvalid;
		this.section = section;
		this.noMessage = noMessage;
	}

	<R> R read(byte[] bytes, Function<Envelope, R> single, Function<List<M>, R> batch) {
		int base = byteOrderMark(bytes);
		if (isOtherEncoding(bytes, base)) {
			throw new JsonRpcProtocolException(false, "not JSON in UTF-8", excerpt(bytes), null, null);
		}
		R message;
		try (JsonParser parser = this.mapper.createParser(bytes, base, bytes.length - base)) {
			JsonToken first = parser.nextToken();
			if (first == null) {
				throw new JsonRpcProtocolException(false, "no JSON, only blanks or nothing", "", null, null);
			}
			if (first == JsonToken.START_OBJECT) {
				Envelope envelope = Envelope.read(this.mapper, parser, bytes, base);
				requireEnd(parser, bytes);
				message = single.apply(envelope);
			}
			else if (first == JsonToken.START_ARRAY) {
				List<M> members = readMembers(parser, bytes, base);
				requireEnd(parser, bytes);
				message = batch.apply(members);
			}
			else {
				Envelope.value(this.mapper, parser, bytes, base);
				requireEnd(parser, bytes);
				throw new JsonRpcProtocolException(true, this.noMessage, excerpt(bytes), this.section, null);
			}
		}
		catch (JacksonException ex) {
			boolean limit = ex instanceof StreamConstraintsException;
			String what = limit ? "beyond a limit of the mapper: " : "not JSON: ";
			throw new JsonRpcProtocolException(limit, what + ex.getOriginalMessage(), excerpt(bytes), null, ex);
		}
		return message;
	}

	private List<M> readMembers(JsonParser parser, byte[] bytes, int base) {
		List<M> members = new ArrayList<>();
		int invalid = 0;
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			M member = readMember(token, parser, bytes, base);
			invalid += this.isInvalid.test(member) ? 1 : 0;
			if (invalid > MOST_INVALID_MEMBERS) {
				throw new JsonRpcProtocolException(true,
						"more than " + MOST_INVALID_MEMBERS + " members of the batch are invalid", excerpt(bytes),
						this.section, null);
			}
			members.add(member);
		}
		return members;
	}

	private M readMember(JsonToken token, JsonParser parser, byte[] bytes, int base) {
		if (token == JsonToken.START_OBJECT) {
			return this.memberReader.apply(Envelope.read(this.mapper, parser, bytes, base));
		}
		JsonValue value = Envelope.value(this.mapper, parser, bytes, base);
		return this.invalidMember.apply(value, new JsonRpcProtocolException(true, "a member of the batch is no object",
				value.excerpt(), "2.0, section 6", null));
	}

	private void requireEnd(JsonParser parser, byte[] bytes) {
		if (parser.nextToken() != null) {
			throw new JsonRpcProtocolException(true, "more than one JSON document", excerpt(bytes), this.section, null);
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
