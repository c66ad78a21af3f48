package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * The {@code id} of a request or response: a number, a text, {@link #NULL null}, or any
 * other JSON value that a JSON-RPC 1.0 peer has chosen.
 * <p>
 * Two ids are equal when they have the same JSON type and value. Immutable.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#request_object">JSON-RPC 2.0,
 * section 4</a>
 */
public final class JsonRpcId {

	/**
	 * The id {@code null}, which is not the same as no id.
	 */
	public static final JsonRpcId NULL = new JsonRpcId(NullNode.getInstance());

	private static final int LONGEST_INTEGER = 1000;

	private final JsonNode value;

	private JsonRpcId(JsonNode value) {
		this.value = value;
	}

	/**
	 * Return a numeric id.
	 * @param id the number
	 * @return the id
	 */
	public static JsonRpcId of(long id) {
		return new JsonRpcId(LongNode.valueOf(id));
	}

	/**
	 * Return a text id.
	 * @param id the text
	 * @return the id
	 */
	public static JsonRpcId of(String id) {
		return new JsonRpcId(StringNode.valueOf(id));
	}

	/**
	 * Return a numeric id of any size.
	 * @param id the number
	 * @return the id
	 */
	public static JsonRpcId of(BigInteger id) {
		return (id.bitLength() < Long.SIZE) ? of(id.longValueExact()) : new JsonRpcId(BigIntegerNode.valueOf(id));
	}

	/**
	 * Return an id for a JSON value. JSON-RPC 1.0 allows any; building a 2.0 message with
	 * an id other than an integer, a text or null is refused.
	 * @param id the JSON value
	 * @return the id
	 */
	public static JsonRpcId of(JsonNode id) {
		if (id.isNull() || id.isMissingNode()) {
			return NULL;
		}
		if (id.isString() || id.isLong()) {
			return new JsonRpcId(id);
		}
		return id.isIntegralNumber() ? of(id.bigIntegerValue()) : read(asRead(id));
	}

	/**
	 * Return the id that was read, which for a number with a fraction or an exponent is
	 * never that of an integer.
	 */
	static JsonRpcId read(JsonNode id) {
		return (id.isIntegralNumber() || id.isNull()) ? of(id) : new JsonRpcId(id);
	}

	/**
	 * Return the tree that a peer's echo of this one is read as, so that the two are
	 * equal.
	 */
	private static JsonNode asRead(JsonNode id) {
		JsonMapper mapper = JsonRpcCodec.create().mapper();
		return mapper.readTree(mapper.writeValueAsBytes(id));
	}

	/**
	 * Return whether this is the id {@code null}.
	 * @return whether this is {@link #NULL}
	 */
	public boolean isNull() {
		return this.value.isNull();
	}

	/**
	 * Return the id as text: the text itself, or the digits of an integer ({@code 7.0} is
	 * {@code "7"}).
	 * @return the text, or {@code null} for an id that is neither
	 */
	public @Nullable String text() {
		if (this.value.isString()) {
			return this.value.stringValue();
		}
		if (this.value.isIntegralNumber()) {
			return this.value.asString();
		}
		return this.value.isNumber() ? integerText(this.value.decimalValue()) : null;
	}

	/**
	 * Return whether an answer with the other id belongs to a request with this one.
	 * @param other the id of the answer
	 * @param validation {@code STRICT}: same type and value; otherwise a number also
	 * matches its {@link #text() text}. A text is never read as a number, so {@code "07"}
	 * and {@code 7} differ at every level.
	 * @return whether the ids match
	 */
	public boolean matches(JsonRpcId other, JsonRpcValidation validation) {
		if (equals(other)) {
			return true;
		}
		String text = (validation != JsonRpcValidation.STRICT) ? text() : null;
		return text != null && text.equals(other.text());
	}

	/**
	 * Return the id as a JSON value.
	 * @return the JSON value
	 */
	public JsonNode toTree() {
		return this.value;
	}

	void write(JsonGenerator generator) {
		if (this.value.isString()) {
			generator.writeString(this.value.stringValue());
		}
		else if (this.value.isLong()) {
			generator.writeNumber(this.value.longValue());
		}
		else {
			generator.writePOJO(this.value);
		}
	}

	boolean isTextOrNumber() {
		return this.value.isString() || this.value.isNumber();
	}

	/**
	 * Return what the specification does not allow in a 2.0 message.
	 */
	@Nullable String violation() {
		if (this.value.isString() || this.value.isIntegralNumber() || isNull()) {
			return null;
		}
		return this.value.isNumber() ? "id must not be a fractional number" : "id must be a string, a number or null";
	}

	private static @Nullable String integerText(BigDecimal number) {
		if (number.scale() < -LONGEST_INTEGER) {
			return null;
		}
		BigDecimal stripped = number.stripTrailingZeros();
		return (stripped.scale() <= 0) ? stripped.toBigInteger().toString() : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof JsonRpcId id && this.value.equals(id.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	/**
	 * Return the id as JSON: {@code 7}, {@code "7"} or {@code null}.
	 */
	@Override
	public String toString() {
		return this.value.toString();
	}

}
