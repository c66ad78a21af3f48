package io.github.jsonrpcspring.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.jsonrpcspring.protocol.Envelope.Name;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads requests as a server does, exactly by the specification. Further members are
 * kept.
 */
final class RequestReader extends MessageReader<JsonRpcRequest> {

	private static final List<Name> MEMBERS = List.of(Name.JSONRPC, Name.METHOD, Name.PARAMS, Name.ID);

	private static final TypeReference<ArrayList<@Nullable Object>> LIST = new TypeReference<>() {
	};

	private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP = new TypeReference<>() {
	};

	RequestReader(JsonRpcCodec codec) {
		super(codec);
	}

	@Override
	JsonRpcMessage single(Envelope envelope) {
		return read(envelope);
	}

	@Override
	JsonRpcMessage batch(List<JsonRpcRequest> members) {
		if (members.isEmpty()) {
			throw new JsonRpcProtocolException(true, "an empty batch", "[]", "2.0, section 6", null);
		}
		return new JsonRpcBatchRequest(members);
	}

	@Override
	JsonRpcRequest member(Envelope envelope) {
		try {
			return read(envelope);
		}
		catch (JsonRpcProtocolException ex) {
			JsonRpcId id = envelope.idIfReadable(JsonRpcId::of);
			return JsonRpcRequest.invalid((id != null && id.isTextOrNumber()) ? id : JsonRpcId.NULL, ex.toError());
		}
	}

	@Override
	JsonRpcRequest invalidMember(JsonValue value, JsonRpcProtocolException violation) {
		return JsonRpcRequest.invalid(JsonRpcId.NULL, violation.toError());
	}

	@Override
	boolean isInvalid(JsonRpcRequest member) {
		return member.error() != null;
	}

	@Override
	String section() {
		return "2.0, section 4";
	}

	@Override
	String noMessage() {
		return "neither an object nor an array";
	}

	private static JsonRpcRequest read(Envelope envelope) {
		Name duplicate = envelope.duplicate(MEMBERS);
		require(duplicate == null, duplicate + " appears twice", envelope, "2.0, section 4");
		JsonRpcVersion version = version(envelope);
		JsonNode method = envelope.tree(Name.METHOD);
		if (method == null || !method.isString()) {
			throw envelope.violation("method must be a string", "2.0, section 4");
		}
		Params params = params(envelope, version);
		JsonRpcId id = envelope.id(JsonRpcId::of);
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
		JsonNode version = envelope.tree(Name.JSONRPC);
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
		Envelope.Member member = envelope.member(Name.PARAMS);
		if (version == JsonRpcVersion.V1_0) {
			require(member != null && member.type() == JsonToken.START_ARRAY, "params must be an array", envelope,
					"1.0, section 1.1");
		}
		if (member == null) {
			return Params.NONE;
		}
		JsonMapper mapper = member.value().codec().mapper();
		if (member.type() == JsonToken.START_ARRAY) {
			return Params.ofValues(envelope.convert(member, (found) -> Objects
				.requireNonNull(found.value().<List<@Nullable Object>>as(mapper.constructType(LIST.getType())))));
		}
		require(member.type() == JsonToken.START_OBJECT, "params must be an array or an object", envelope,
				"2.0, section 4.2");
		return Params.ofNames(envelope.convert(member, (found) -> Objects
			.requireNonNull(found.value().<Map<String, @Nullable Object>>as(mapper.constructType(MAP.getType())))));
	}

	private static Map<String, @Nullable Object> members(Envelope envelope) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		for (Envelope.Member member : envelope.members()) {
			if (member.standard() == null || !MEMBERS.contains(member.standard())) {
				members.put(member.name(), envelope.tree(member));
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
