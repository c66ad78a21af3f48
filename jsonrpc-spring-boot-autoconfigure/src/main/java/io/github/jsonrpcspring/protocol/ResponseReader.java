package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.util.List;

import io.github.jsonrpcspring.protocol.Envelope.Name;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/**
 * Reads responses and judges their form. Ids are compared elsewhere.
 */
final class ResponseReader extends MessageReader<JsonRpcResponse> {

	private static final List<Name> MEMBERS = List.of(Name.JSONRPC, Name.ID, Name.RESULT, Name.ERROR);

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private final @Nullable JsonRpcVersion expected;

	private final JsonRpcValidation validation;

	ResponseReader(JsonRpcCodec codec, @Nullable JsonRpcVersion expected, JsonRpcValidation validation) {
		super(codec);
		this.expected = expected;
		this.validation = validation;
	}

	JsonRpcMessage read(byte[] bytes, @Nullable JavaType resultType) {
		if (resultType != null) {
			try {
				return read(bytes, codec().readAhead(resultType));
			}
			catch (ReadAhead.FailedException ex) {
				// what is wrong shows where the result is converted, if it counts
			}
		}
		return read(bytes, (ReadAhead) null);
	}

	@Override
	JsonRpcMessage single(Envelope envelope) {
		return read(envelope);
	}

	@Override
	JsonRpcMessage batch(List<JsonRpcResponse> members) {
		return new JsonRpcBatchResponse(members, null);
	}

	@Override
	JsonRpcResponse member(Envelope envelope) {
		try {
			return read(envelope);
		}
		catch (JsonRpcProtocolException ex) {
			return invalid(envelope.idIfReadable(JsonRpcId::read), envelope.whole(),
					ex.acceptedBy(acceptedBy(envelope)));
		}
	}

	@Override
	JsonRpcResponse invalidMember(JsonValue value, JsonRpcProtocolException violation) {
		return invalid(null, value, violation);
	}

	@Override
	boolean isInvalid(JsonRpcResponse member) {
		return member.violation() != null;
	}

	@Override
	String noMessage() {
		return "neither an object nor an array: " + hint();
	}

	private @Nullable JsonRpcValidation acceptedBy(Envelope envelope) {
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			try {
				if (level.compareTo(this.validation) > 0) {
					new ResponseReader(codec(), this.expected, level).read(envelope);
					return level;
				}
			}
			catch (JsonRpcProtocolException ex) {
				// the next level may accept it
			}
		}
		return null;
	}

	private static JsonRpcResponse invalid(@Nullable JsonRpcId id, JsonValue value,
			JsonRpcProtocolException violation) {
		return new JsonRpcResponse(JsonRpcVersion.V2_0, id, null, JsonRpcError.ofMessage(violation.rule()), value,
				violation, null);
	}

	private JsonRpcResponse read(Envelope envelope) {
		Name duplicate = envelope.duplicate(MEMBERS);
		if (duplicate != null) {
			throw envelope.violation(duplicate + " appears twice", section());
		}
		if (!envelope.has(Name.RESULT) && !envelope.hasValue(Name.ERROR)) {
			throw noAnswer(envelope);
		}
		JsonRpcVersion version = version(envelope);
		Envelope.Member errorMember = envelope.hasValue(Name.ERROR) ? envelope.member(Name.ERROR) : null;
		JsonRpcError error = (errorMember != null) ? error(envelope, errorMember) : null;
		if (this.validation == JsonRpcValidation.STRICT) {
			new StrictRules(envelope, (this.expected != null) ? this.expected : version, error).check();
		}
		else if (error != null && error.raw().isEmpty() && error.raw().isObject() && envelope.hasValue(Name.RESULT)) {
			error = null;
		}
		Envelope.Member result = envelope.member(Name.RESULT);
		return new JsonRpcResponse(version, envelope.id(JsonRpcId::read), (result != null) ? result.value() : null,
				error, envelope.whole(), null, null);
	}

	@Override
	String section() {
		return (this.expected == JsonRpcVersion.V1_0) ? "1.0, section 1.2" : "2.0, section 5";
	}

	private String hint() {
		return "a bare result? The server may speak another version, see the setting 'version: "
				+ ((this.expected == JsonRpcVersion.V1_0) ? "2.0" : "1.0") + "'";
	}

	private JsonRpcProtocolException noAnswer(Envelope envelope) {
		if (envelope.has(Name.METHOD)) {
			return envelope.violation("a request or notification instead of a response", section());
		}
		if (!envelope.has(Name.ID) && !envelope.has(Name.JSONRPC) && !envelope.has(Name.ERROR)) {
			return envelope.violation("neither result nor error: " + hint(), section());
		}
		return envelope.violation("neither result nor error", section());
	}

	private JsonRpcVersion version(Envelope envelope) {
		JsonNode member = envelope.tree(Name.JSONRPC);
		if (member == null) {
			return JsonRpcVersion.V1_0;
		}
		String text = member.isString() ? member.stringValue() : "";
		if (text.equals(JsonRpcVersion.V1_0.text())) {
			return JsonRpcVersion.V1_0;
		}
		boolean two = text.equals(JsonRpcVersion.V2_0.text())
				|| (member.isNumber() && member.decimalValue().compareTo(TWO) == 0);
		if (!two && this.validation == JsonRpcValidation.LENIENT) {
			throw envelope.violation("jsonrpc must be \"1.0\" or \"2.0\"", section());
		}
		return JsonRpcVersion.V2_0;
	}

	private JsonRpcError error(Envelope envelope, Envelope.Member member) {
		boolean flag = member.type() == JsonToken.VALUE_TRUE || member.type() == JsonToken.VALUE_FALSE;
		if (flag && this.validation == JsonRpcValidation.LENIENT) {
			throw envelope.violation("error must be an object", "2.0, section 5.1");
		}
		return new JsonRpcError(envelope.tree(member), codec());
	}

}
