package io.github.jsonrpcspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;

/**
 * Gives requests what the client adds: version, further members, an empty {@code params},
 * and the id. The one place where ids are made.
 */
final class MessagePreparer {

	private static final int MOST_DRAWS = 100;

	private final JsonRpcClientSettings settings;

	private final JsonRpcIdGenerator idGenerator;

	MessagePreparer(JsonRpcClientSettings settings, JsonRpcIdGenerator idGenerator) {
		this.settings = settings;
		this.idGenerator = idGenerator;
	}

	JsonRpcMessage prepare(JsonRpcMessage message, JsonRpcCallOptions options) {
		if (message instanceof JsonRpcRequest request) {
			return complete(request, options, false, this::nextId);
		}
		if (message instanceof JsonRpcBatchRequest batch) {
			return prepare(batch, options);
		}
		throw new IllegalArgumentException("A client sends requests and batches, no responses");
	}

	private JsonRpcBatchRequest prepare(JsonRpcBatchRequest batch, JsonRpcCallOptions options) {
		UsedIds used = new UsedIds();
		for (JsonRpcRequest request : batch) {
			if (request.id() != null) {
				used.add(request.id());
			}
		}
		Supplier<JsonRpcId> ids = () -> unusedId(used);
		List<JsonRpcRequest> requests = new ArrayList<>(batch.size());
		for (JsonRpcRequest request : batch) {
			requests.add(complete(request, options, true, ids));
		}
		return JsonRpcBatchRequest.of(requests);
	}

	private JsonRpcId nextId() {
		JsonRpcId id = this.idGenerator.next();
		if (id.isNull()) {
			throw new IllegalStateException(
					"The id generator of client '" + this.settings.name() + "' returned the id null");
		}
		return id;
	}

	private JsonRpcId unusedId(UsedIds used) {
		for (int draw = 0; draw < MOST_DRAWS; draw++) {
			JsonRpcId id = nextId();
			if (used.add(id)) {
				return id;
			}
		}
		throw new IllegalStateException("The id generator of client '" + this.settings.name()
				+ "' returned ids of the same batch " + MOST_DRAWS + " times in a row");
	}

	private JsonRpcRequest complete(JsonRpcRequest request, JsonRpcCallOptions options, boolean inBatch,
			Supplier<JsonRpcId> ids) {
		if (needsIdOnly(request, options)) {
			return request.withId(ids.get());
		}
		JsonRpcRequest.Builder builder = request.mutate().defaultVersion(this.settings.version());
		if (!request.hasParams() && this.settings.sendEmptyParams()) {
			builder.params();
		}
		for (Map.Entry<String, Object> member : this.settings.extraMembers().entrySet()) {
			if (!request.members().containsKey(member.getKey())) {
				builder.member(member.getKey(), member.getValue());
			}
		}
		options.members().forEach((name, value) -> {
			if (!inBatch || !request.members().containsKey(name)) {
				builder.member(name, value);
			}
		});
		if (options.id() != null) {
			builder.id(options.id());
		}
		else if (request.id() == null && !request.isNotification()) {
			builder.id(ids.get());
		}
		return builder.build();
	}

	/**
	 * Return whether there is nothing to add to a request but its id, as is most common.
	 * One that was read has an id, and is still to be checked by building it.
	 */
	private boolean needsIdOnly(JsonRpcRequest request, JsonRpcCallOptions options) {
		return request.id() == null && !request.isNotification() && this.settings.version() == JsonRpcVersion.V2_0
				&& this.settings.extraMembers().isEmpty() && options.members().isEmpty() && options.id() == null
				&& (request.hasParams() || !this.settings.sendEmptyParams());
	}

}
