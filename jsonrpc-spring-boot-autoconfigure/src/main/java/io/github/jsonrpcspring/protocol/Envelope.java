package io.github.jsonrpcspring.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The members of one JSON object, found in one pass: where they stand in the bytes, and
 * what is a text or an integer also as that.
 *
 * @param whole the object
 * @param members the members in order
 * @param repeated the standard names that more than one member has
 */
record Envelope(JsonValue whole, List<Member> members, Set<Name> repeated) {

	/**
	 * A name that the specification gives a member.
	 */
	enum Name {

		JSONRPC("jsonrpc"), METHOD("method"), PARAMS("params"), ID("id"), RESULT("result"), ERROR("error");

		private final String text;

		Name(String text) {
			this.text = text;
		}

		private static @Nullable Name of(String text) {
			return switch (text) {
				case "jsonrpc" -> JSONRPC;
				case "method" -> METHOD;
				case "params" -> PARAMS;
				case "id" -> ID;
				case "result" -> RESULT;
				case "error" -> ERROR;
				default -> null;
			};
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	/**
	 * One member of an object.
	 *
	 * @param name the name
	 * @param standard the name if the specification gives it
	 * @param type the value's first token
	 * @param slice the value's bytes, if it was not read
	 * @param scalar the value, if it was read
	 */
	record Member(String name, @Nullable Name standard, JsonToken type, @Nullable JsonValue slice,
			@Nullable JsonNode scalar) {

		JsonValue value() {
			return Objects.requireNonNull(this.slice);
		}

		JsonNode tree() {
			return (this.scalar != null) ? this.scalar : value().tree();
		}

	}

	/**
	 * Read an object whose start is the parser's current token.
	 * @param ahead what converts the result on the way
	 */
	static Envelope read(MessageSource source, @Nullable ReadAhead ahead) {
		int start = source.start();
		List<Member> members = new ArrayList<>(4);
		Set<Name> repeated = Set.of();
		boolean refused = false;
		for (String name = source.nextName(); name != null; name = source.nextName()) {
			JsonToken type = source.nextToken();
			Name standard = Name.of(name);
			if (standard != null && !repeated.contains(standard) && find(members, standard) != null) {
				repeated = repeated.isEmpty() ? EnumSet.noneOf(Name.class) : repeated;
				repeated.add(standard);
			}
			boolean isNull = type == JsonToken.VALUE_NULL;
			JsonNode scalar = isHead(standard) ? source.scalar(type) : null;
			boolean result = !isNull && !refused && standard == Name.RESULT;
			JsonValue slice = (scalar != null) ? null
					: (result && ahead != null) ? source.value(ahead) : source.value();
			members.add(new Member(name, standard, type, slice, scalar));
			refused |= !isNull && standard == Name.ERROR;
		}
		return new Envelope(source.slice(start), members, repeated);
	}

	private static boolean isHead(@Nullable Name name) {
		return name == Name.JSONRPC || name == Name.ID || name == Name.METHOD;
	}

	private static @Nullable Member find(List<Member> members, Name name) {
		for (int i = 0; i < members.size(); i++) {
			Member member = members.get(i);
			if (member.standard == name) {
				return member;
			}
		}
		return null;
	}

	@Nullable Member member(Name name) {
		return find(this.members, name);
	}

	boolean has(Name name) {
		return member(name) != null;
	}

	/**
	 * Return whether a member is there and not null.
	 */
	boolean hasValue(Name name) {
		Member member = member(name);
		return member != null && member.type != JsonToken.VALUE_NULL;
	}

	/**
	 * Return the first of the names that more than one member has.
	 */
	@Nullable Name duplicate(List<Name> names) {
		return this.repeated.isEmpty() ? null : names.stream().filter(this.repeated::contains).findFirst().orElse(null);
	}

	@Nullable JsonNode tree(Name name) {
		Member member = member(name);
		return (member != null) ? tree(member) : null;
	}

	JsonNode tree(Member member) {
		return convert(member, Member::tree);
	}

	/**
	 * Convert the value of a member. One that exceeds the mapper's limits breaks a rule.
	 */
	<T> T convert(Member member, Function<Member, T> conversion) {
		try {
			return conversion.apply(member);
		}
		catch (JacksonException ex) {
			throw new JsonRpcProtocolException(true, member.name + " cannot be read: " + ex.getOriginalMessage(),
					this.whole.excerpt(), null, ex);
		}
	}

	/**
	 * Return the id, as any JSON value.
	 */
	@Nullable JsonRpcId id(Function<JsonNode, JsonRpcId> reading) {
		JsonNode id = tree(Name.ID);
		return (id != null) ? reading.apply(id) : null;
	}

	/**
	 * Return the id of an object that breaks a rule, if it is one and can be read.
	 */
	@Nullable JsonRpcId idIfReadable(Function<JsonNode, JsonRpcId> reading) {
		try {
			return (!this.repeated.contains(Name.ID)) ? id(reading) : null;
		}
		catch (JsonRpcProtocolException ex) {
			return null;
		}
	}

	JsonRpcProtocolException violation(String rule, String section) {
		return new JsonRpcProtocolException(true, rule, this.whole.excerpt(), section, null);
	}

}
