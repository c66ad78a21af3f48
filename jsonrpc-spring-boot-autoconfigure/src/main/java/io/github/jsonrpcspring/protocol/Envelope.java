package io.github.jsonrpcspring.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the members of one JSON object stand in the bytes, found in one pass that keeps
 * no value.
 *
 * @param whole the object
 * @param members the members in order
 */
record Envelope(JsonValue whole, List<Member> members) {

	/**
	 * One member of an object.
	 */
	record Member(String name, JsonToken type, JsonValue value) {
	}

	/**
	 * Read an object whose start is the parser's current token.
	 */
	static Envelope read(JsonMapper mapper, JsonParser parser, byte[] bytes, int base) {
		int start = base + (int) parser.currentTokenLocation().getByteOffset();
		List<Member> members = new ArrayList<>(4);
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			JsonToken type = parser.nextToken();
			members.add(new Member(name, type, value(mapper, parser, bytes, base)));
		}
		int end = base + (int) parser.currentLocation().getByteOffset();
		return new Envelope(JsonValue.read(mapper, bytes, start, end), members);
	}

	/**
	 * Read the value whose start is the parser's current token, to its end.
	 */
	static JsonValue value(JsonMapper mapper, JsonParser parser, byte[] bytes, int base) {
		int start = base + (int) parser.currentTokenLocation().getByteOffset();
		parser.skipChildren();
		parser.finishToken();
		return JsonValue.read(mapper, bytes, start, base + (int) parser.currentLocation().getByteOffset());
	}

	@Nullable Member member(String name) {
		for (Member member : this.members) {
			if (member.name.equals(name)) {
				return member;
			}
		}
		return null;
	}

	boolean has(String name) {
		return member(name) != null;
	}

	/**
	 * Return whether a member is there and not null.
	 */
	boolean hasValue(String name) {
		Member member = member(name);
		return member != null && member.type != JsonToken.VALUE_NULL;
	}

	/**
	 * Return the first of the names that more than one member has.
	 */
	@Nullable String duplicate(List<String> names) {
		for (String name : names) {
			int count = 0;
			for (Member member : this.members) {
				count += member.name.equals(name) ? 1 : 0;
			}
			if (count > 1) {
				return name;
			}
		}
		return null;
	}

	@Nullable JsonNode tree(String name) {
		Member member = member(name);
		return (member != null) ? convert(member, JsonValue::tree) : null;
	}

	/**
	 * Convert the value of a member. One that exceeds the mapper's limits breaks a rule.
	 */
	<T> T convert(Member member, Function<JsonValue, T> conversion) {
		try {
			return conversion.apply(member.value);
		}
		catch (JacksonException ex) {
			throw new JsonRpcProtocolException(true, member.name + " cannot be read: " + ex.getOriginalMessage(),
					this.whole.excerpt(), null, ex);
		}
	}

	/**
	 * Return the id, as any JSON value.
	 */
	@Nullable JsonRpcId id() {
		JsonNode id = tree("id");
		return (id != null) ? JsonRpcId.of(id) : null;
	}

	/**
	 * Return the id of an object that breaks a rule, if it is one and can be read.
	 */
	@Nullable JsonRpcId idIfReadable() {
		try {
			return (duplicate(List.of("id")) == null) ? id() : null;
		}
		catch (JsonRpcProtocolException ex) {
			return null;
		}
	}

	JsonRpcProtocolException violation(String rule, String section) {
		return new JsonRpcProtocolException(true, rule, this.whole.excerpt(), section, null);
	}

}
