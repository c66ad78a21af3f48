package io.github.jsonrpcspring.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads requests as a server does, exactly by the specification. Further members are
 * kept.
 */
final class RequestReader {

	private static final List<String> MEMBERS = List.of("jsonrpc", "method", "params", "id");

	private static final TypeReference<ArrayList<@Nullable Object>> LIST = new TypeReference<>() {
	};

	private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP = new TypeReference<>() {
	};

	private RequestReader() {
	}

	static JsonRpcMessage read(JsonMapper mapper, byte[] bytes) {
		MessageReader<JsonRpcRequest> reader = new MessageReader<>(mapper, RequestReader::readMember,
				(value, violation) -> JsonRpcRequest.invalid(JsonRpcId.NULL, violation.toError()),
				(request) -> request.error() != null, "2.0, section 4", "neither an object nor an array");
		return reader.<JsonRpcMessage>read(bytes, RequestReader::read, RequestReader::batch);
	}

	private static JsonRpcMessage batch(List<JsonRpcRequest> requests) {
		if (requests.isEmpty()) {
			throw new JsonRpcProtocolException(true, "an empty batch", "[]", "2.0, section 6", null);
		}
		return new JsonRpcBatchRequest(requests);
	}

	private static JsonRpcRequest readMember(Envelope envelope) {
		try {
			return read(envelope);
		}
		catch (JsonRpcProtocolException ex) {
			JsonRpcId id = envelope.idIfReadable();
			return JsonRpcRequest.invalid((id != null && id.isTextOrNumber()) ? id : JsonRpcId.NULL, ex.toError());
		}
	}

	private static JsonRpcRequest read(Envelope envelope) {
		String duplicate = envelope.duplicate(MEMBERS);
		require(duplicate == null, duplicate + " appears twice", envelope, "2.0, section 4");
		JsonRpcVersion version = version(envelope);
		JsonNode method = envelope.tree("method");
		if (method == null || !method.isString()) {
			throw envelope.violation("method must be a string", "2.0, section 4");
		}
		Params params = params(envelope, version);
		JsonRpcId id = envelope.id();
		boolean notification;
		if (version == JsonRpcVersion.V1_0) {
			if (id == null) {
				throw envelope.violation("id is missing", "1.0, section 1.1");
			}
			notification = id.isNull();
		}
		else {
			require(id == null || id.isTextOrNumber() || id.isNull(), "id must be a string, a number or null", envelope,
					"2.0, section 4");
			notification = id == null;
		}
		return new JsonRpcRequest(method.stringValue(), version, notification ? null : id, notification, params,
				members(envelope), true, null);
	}

	private static JsonRpcVersion version(Envelope envelope) {
		JsonNode version = envelope.tree("jsonrpc");
		if (version == null) {
			return JsonRpcVersion.V1_0;
		}
		for (JsonRpcVersion known : JsonRpcVersion.values()) {
			if (version.isString() && version.stringValue().equals(known.text())) {
				return known;
			}
		}
		throw envelope.violation("jsonrpc must be \"2.0\"", "2.0, section 4");
	}

	private static Params params(Envelope envelope, JsonRpcVersion version) {
		Envelope.Member member = envelope.member("params");
		if (version == JsonRpcVersion.V1_0) {
			require(member != null && member.type() == JsonToken.START_ARRAY, "params must be an array", envelope,
					"1.0, section 1.1");
		}
		if (member == null) {
			return Params.NONE;
		}
		JsonMapper mapper = member.value().mapper();
		if (member.type() == JsonToken.START_ARRAY) {
			return Params.ofValues(envelope.convert(member, (value) -> Objects
				.requireNonNull(value.<List<@Nullable Object>>as(mapper.constructType(LIST.getType())))));
		}
		require(member.type() == JsonToken.START_OBJECT, "params must be an array or an object", envelope,
				"2.0, section 4.2");
		return Params.ofNames(envelope.convert(member, (value) -> Objects
			.requireNonNull(value.<Map<String, @Nullable Object>>as(mapper.constructType(MAP.getType())))));
	}

	private static Map<String, @Nullable Object> members(Envelope envelope) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		for (Envelope.Member member : envelope.members()) {
			if (!MEMBERS.contains(member.name())) {
				members.put(member.name(), envelope.convert(member, JsonValue::tree));
			}
		}
		return members;
	}

	private static void require(boolean holds, String rule, Envelope envelope, String section) {
		if (!holds) {
			throw envelope.violation(rule, section);
		}
	}

}
