package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Objects;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.jspecify.annotations.Nullable;

/**
 * Whether a single response is one to what was sent, by its id.
 */
final class AnswerIds {

	private AnswerIds() {
	}

	/**
	 * Return whether a response has the id of the answer to a request, or to a batch: of
	 * one error for all of it, or of the answer to its only call.
	 */
	static boolean accepts(JsonRpcMessage sent, JsonRpcResponse answer, JsonRpcValidation validation) {
		if (sent instanceof JsonRpcRequest request) {
			JsonRpcId id = request.id();
			return validation == JsonRpcValidation.OFF || id == null || matches(id, answer.id(), validation)
					|| isOfNone(answer, validation);
		}
		List<JsonRpcId> ids = ids((JsonRpcBatchRequest) sent);
		return isAlone(ids, answer) && isOfAny(ids, answer, validation);
	}

	/**
	 * Return whether a response to a batch has an id that no call of it has. A result for
	 * several calls is refused for its form, unless nothing of its id is right.
	 */
	static boolean isOfAnother(JsonRpcBatchRequest batch, JsonRpcResponse answer, JsonRpcValidation validation) {
		List<JsonRpcId> ids = ids(batch);
		return hasId(answer) && !isOfAny(ids, answer, isAlone(ids, answer) ? validation : JsonRpcValidation.LENIENT);
	}

	/**
	 * Return whether a response names a call, be it another one.
	 */
	static boolean hasId(JsonRpcResponse answer) {
		JsonRpcId id = answer.id();
		return id != null && !id.isNull();
	}

	/**
	 * Return whether a response may come alone: an error, or the answer to the only call.
	 */
	private static boolean isAlone(List<JsonRpcId> ids, JsonRpcResponse answer) {
		return answer.isError() || ids.size() == 1;
	}

	private static boolean isOfAny(List<JsonRpcId> ids, JsonRpcResponse answer, JsonRpcValidation validation) {
		return ids.isEmpty() || ids.stream().anyMatch((id) -> matches(id, answer.id(), validation))
				|| isOfNone(answer, validation);
	}

	/**
	 * Return whether a response is an error without an id, or with one that stands for
	 * none.
	 */
	private static boolean isOfNone(JsonRpcResponse answer, JsonRpcValidation validation) {
		JsonRpcId id = answer.id();
		return answer.isError()
				&& (id == null || id.isNull() || (validation != JsonRpcValidation.STRICT && isPlaceholder(id)));
	}

	private static boolean matches(JsonRpcId id, @Nullable JsonRpcId actual, JsonRpcValidation validation) {
		return actual != null && id.matches(actual, validation);
	}

	private static List<JsonRpcId> ids(JsonRpcBatchRequest batch) {
		return batch.requests().stream().map(JsonRpcRequest::id).filter(Objects::nonNull).toList();
	}

	/**
	 * Return whether an id stands for "unknown" in the errors of some servers.
	 */
	static boolean isPlaceholder(JsonRpcId id) {
		String text = id.text();
		return text == null ? id.isNull() : text.isEmpty() || text.equals("0") || text.equals("null");
	}

}
