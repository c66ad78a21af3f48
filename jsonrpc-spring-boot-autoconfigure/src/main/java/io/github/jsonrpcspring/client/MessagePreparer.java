package io.github.jsonrpcspring.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;

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
			JsonRpcRequest complete = complete(request, options, false);
			return (complete.id() != null || complete.isNotification()) ? complete : complete.withId(nextId());
		}
		if (message instanceof JsonRpcBatchRequest batch) {
			return prepare(batch, options);
		}
		throw new IllegalArgumentException("A client sends requests and batches, no responses");
	}

	private JsonRpcBatchRequest prepare(JsonRpcBatchRequest batch, JsonRpcCallOptions options) {
		Set<Object> used = new HashSet<>();
		for (JsonRpcRequest request : batch) {
			if (request.id() != null) {
				used.add(distinction(request.id()));
			}
		}
		List<JsonRpcRequest> requests = new ArrayList<>(batch.size());
		for (JsonRpcRequest request : batch) {
			JsonRpcRequest complete = complete(request, options, true);
			requests
				.add((complete.id() != null || complete.isNotification()) ? complete : complete.withId(unusedId(used)));
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

	private JsonRpcId unusedId(Set<Object> used) {
		for (int draw = 0; draw < MOST_DRAWS; draw++) {
			JsonRpcId id = nextId();
			if (used.add(distinction(id))) {
				return id;
			}
		}
		throw new IllegalStateException("The id generator of client '" + this.settings.name()
				+ "' returned ids of the same batch " + MOST_DRAWS + " times in a row");
	}

	/**
	 * Return what tells ids apart where a number equals its text.
	 */
	private static Object distinction(JsonRpcId id) {
		String text = id.text();
		return (text != null) ? text : id;
	}

	private JsonRpcRequest complete(JsonRpcRequest request, JsonRpcCallOptions options, boolean inBatch) {
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
		return builder.build();
	}

}
