package io.github.jsonrpcspring.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The answers to a batch, in the order in which the server sent them. Immutable.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#batch">JSON-RPC 2.0, section 6</a>
 */
public final class JsonRpcBatchResponse implements JsonRpcMessage, Iterable<JsonRpcResponse> {

	private final List<JsonRpcResponse> responses;

	private final @Nullable JsonRpcBatchRequest request;

	JsonRpcBatchResponse(List<JsonRpcResponse> responses, @Nullable JsonRpcBatchRequest request) {
		this.responses = List.copyOf(responses);
		this.request = request;
	}

	/**
	 * Return a batch of responses.
	 * @param responses the responses, at least one
	 * @return the batch
	 * @throws IllegalArgumentException if there is none
	 */
	public static JsonRpcBatchResponse of(JsonRpcResponse... responses) {
		return of(List.of(responses));
	}

	/**
	 * Return a batch of responses.
	 * @param responses the responses, at least one
	 * @return the batch
	 * @throws IllegalArgumentException if there is none
	 */
	public static JsonRpcBatchResponse of(List<JsonRpcResponse> responses) {
		if (responses.isEmpty()) {
			throw new IllegalArgumentException(
					"a batch must hold at least one response, send nothing instead (JSON-RPC 2.0, section 6)");
		}
		return new JsonRpcBatchResponse(responses, null);
	}

	/**
	 * Return the responses to a batch, none for a batch of notifications.
	 * @param request the batch
	 * @param responses the responses, each linked to its request
	 * @return the batch
	 */
	public static JsonRpcBatchResponse answering(JsonRpcBatchRequest request, List<JsonRpcResponse> responses) {
		return new JsonRpcBatchResponse(responses, request);
	}

	/**
	 * Return the responses. A batch that was read also holds its invalid members, which
	 * have a {@link JsonRpcResponse#violation() violation}, and may be empty.
	 * @return the responses
	 */
	public List<JsonRpcResponse> responses() {
		return this.responses;
	}

	/**
	 * Return the number of responses.
	 * @return the number of responses
	 */
	public int size() {
		return this.responses.size();
	}

	/**
	 * Return the batch that these responses answer.
	 * @return the batch, or {@code null} when not linked
	 */
	public @Nullable JsonRpcBatchRequest request() {
		return this.request;
	}

	/**
	 * Return these responses linked to their batch, and each response to the request with
	 * its id.
	 * @param request the batch
	 * @return linked responses
	 */
	public JsonRpcBatchResponse withRequest(JsonRpcBatchRequest request) {
		return withRequest(request, JsonRpcValidation.LENIENT);
	}

	/**
	 * Return these responses linked to their batch, and each response to the request with
	 * its id: the same id first, then one that {@link JsonRpcId#matches matches} and that
	 * no response has itself.
	 * @param request the batch
	 * @param validation how strictly ids are compared
	 * @return linked responses
	 */
	public JsonRpcBatchResponse withRequest(JsonRpcBatchRequest request, JsonRpcValidation validation) {
		List<JsonRpcResponse> inOrder = linkedInOrder(request);
		return new JsonRpcBatchResponse((inOrder != null) ? inOrder : linkedById(request, validation), request);
	}

	/**
	 * Link responses that come in the order of their requests, as most servers send them.
	 */
	private @Nullable List<JsonRpcResponse> linkedInOrder(JsonRpcBatchRequest request) {
		List<JsonRpcResponse> linked = new ArrayList<>(this.responses.size());
		Iterator<JsonRpcResponse> responses = this.responses.iterator();
		for (JsonRpcRequest one : request) {
			JsonRpcId id = one.id();
			if (id == null) {
				continue;
			}
			JsonRpcResponse response = responses.hasNext() ? responses.next() : null;
			if (response == null || !id.equals(response.id())) {
				return null;
			}
			linked.add(response.withRequest(one));
		}
		return responses.hasNext() ? null : linked;
	}

	private List<JsonRpcResponse> linkedById(JsonRpcBatchRequest request, JsonRpcValidation validation) {
		Map<JsonRpcId, JsonRpcRequest> byId = new HashMap<>();
		Map<String, JsonRpcRequest> byText = new HashMap<>();
		for (JsonRpcRequest one : request) {
			JsonRpcId id = one.id();
			if (id != null) {
				byId.putIfAbsent(id, one);
				String text = (validation != JsonRpcValidation.STRICT) ? id.text() : null;
				if (text != null) {
					byText.putIfAbsent(text, one);
				}
			}
		}
		// No other ids, as a server may choose many that hash alike
		Set<JsonRpcId> answered = new HashSet<>();
		for (JsonRpcResponse response : this.responses) {
			if (response.id() != null && byId.containsKey(response.id())) {
				answered.add(response.id());
			}
		}
		List<JsonRpcResponse> linked = new ArrayList<>(this.responses.size());
		for (JsonRpcResponse response : this.responses) {
			JsonRpcId id = response.id();
			JsonRpcRequest match = (id != null) ? byId.get(id) : null;
			if (id != null && match == null) {
				match = byText.get(id.text());
				match = (match != null && answered.contains(match.id())) ? null : match;
			}
			linked.add((match != null) ? response.withRequest(match) : response);
		}
		return linked;
	}

	@Override
	public Iterator<JsonRpcResponse> iterator() {
		return this.responses.iterator();
	}

	@Override
	public String toString() {
		return "batch of " + size();
	}

}
