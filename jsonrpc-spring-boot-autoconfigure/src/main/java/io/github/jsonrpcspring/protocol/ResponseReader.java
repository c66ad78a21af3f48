package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads responses and judges their form. Ids are compared elsewhere.
 */
final class ResponseReader {

	private static final List<String> MEMBERS = List.of("jsonrpc", "id", "result", "error");

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private final JsonMapper mapper;

	private final @Nullable JsonRpcVersion expected;

	private final JsonRpcValidation validation;

	ResponseReader(JsonMapper mapper, @Nullable JsonRpcVersion expected, JsonRpcValidation validation) {
		this.mapper = mapper;
		this.expected = expected;
		this.validation = validation;
	}

	JsonRpcMessage read(byte[] bytes) {
		MessageReader<JsonRpcResponse> reader = new MessageReader<>(this.mapper, this::readMember,
				ResponseReader::invalid, (response) -> response.violation() != null, section(),
				"neither an object nor an array: " + hint());
		return reader.<JsonRpcMessage>read(bytes, this::read, (members) -> new JsonRpcBatchResponse(members, null));
	}

	private JsonRpcResponse readMember(Envelope envelope) {
		try {
			return read(envelope);
		}
		catch (JsonRpcProtocolException ex) {
			return invalid(envelope.idIfReadable(), envelope.whole(), ex.acceptedBy(acceptedBy(envelope)));
		}
	}

	private @Nullable JsonRpcValidation acceptedBy(Envelope envelope) {
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			try {
				if (level.compareTo(this.validation) > 0) {
					new ResponseReader(this.mapper, this.expected, level).read(envelope);
					return level;
				}
			}
			catch (JsonRpcProtocolException ex) {
				// the next level may accept it
			}
		}
		return null;
	}

	private static JsonRpcResponse invalid(JsonValue value, JsonRpcProtocolException violation) {
		return invalid(null, value, violation);
	}

	private static JsonRpcResponse invalid(@Nullable JsonRpcId id, JsonValue value,
			JsonRpcProtocolException violation) {
		return new JsonRpcResponse(JsonRpcVersion.V2_0, id, null, JsonRpcError.ofMessage(violation.rule()), value,
				violation, null);
	}

	private JsonRpcResponse read(Envelope envelope) {
		String duplicate = envelope.duplicate(MEMBERS);
		if (duplicate != null) {
			throw envelope.violation(duplicate + " appears twice", section());
		}
		if (!envelope.has("result") && !envelope.hasValue("error")) {
			throw noAnswer(envelope);
		}
		JsonRpcVersion version = version(envelope);
		Envelope.Member errorMember = envelope.hasValue("error") ? envelope.member("error") : null;
		JsonRpcError error = (errorMember != null) ? error(envelope, errorMember) : null;
		if (this.validation == JsonRpcValidation.STRICT) {
			new StrictRules(envelope, (this.expected != null) ? this.expected : version, error).check();
		}
		else if (error != null && error.raw().isEmpty() && error.raw().isObject() && envelope.hasValue("result")) {
			error = null;
		}
		Envelope.Member result = envelope.member("result");
		return new JsonRpcResponse(version, envelope.id(), (result != null) ? result.value() : null, error,
				envelope.whole(), null, null);
	}

	private String section() {
		return (this.expected == JsonRpcVersion.V1_0) ? "1.0, section 1.2" : "2.0, section 5";
	}

	private String hint() {
		return "a bare result? The server may speak another version, see the setting 'version: "
				+ ((this.expected == JsonRpcVersion.V1_0) ? "2.0" : "1.0") + "'";
	}

	private JsonRpcProtocolException noAnswer(Envelope envelope) {
		if (envelope.has("method")) {
			return envelope.violation("a request or notification instead of a response", section());
		}
		if (!envelope.has("id") && !envelope.has("jsonrpc") && !envelope.has("error")) {
			return envelope.violation("neither result nor error: " + hint(), section());
		}
		return envelope.violation("neither result nor error", section());
	}

	private JsonRpcVersion version(Envelope envelope) {
		JsonNode member = envelope.tree("jsonrpc");
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
		return new JsonRpcError(envelope.convert(member, JsonValue::tree), this.mapper);
	}

}
