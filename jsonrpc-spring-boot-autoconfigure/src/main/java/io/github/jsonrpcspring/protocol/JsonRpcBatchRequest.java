package io.github.jsonrpcspring.protocol;

import java.util.Iterator;
import java.util.List;

/**
 * Several requests and notifications sent as one message. Immutable.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#batch">JSON-RPC 2.0, section 6</a>
 */
public final class JsonRpcBatchRequest implements JsonRpcMessage, Iterable<JsonRpcRequest> {

	private final List<JsonRpcRequest> requests;

	JsonRpcBatchRequest(List<JsonRpcRequest> requests) {
		this.requests = List.copyOf(requests);
	}

	/**
	 * Return a batch of requests.
	 * @param requests the requests and notifications in order, at least one
	 * @return the batch
	 * @throws IllegalArgumentException if there is none
	 */
	public static JsonRpcBatchRequest of(JsonRpcRequest... requests) {
		return of(List.of(requests));
	}

	/**
	 * Return a batch of requests.
	 * @param requests the requests and notifications in order, at least one
	 * @return the batch
	 * @throws IllegalArgumentException if there is none
	 */
	public static JsonRpcBatchRequest of(List<JsonRpcRequest> requests) {
		if (requests.isEmpty()) {
			throw new IllegalArgumentException("a batch must hold at least one request (JSON-RPC 2.0, section 6)");
		}
		return new JsonRpcBatchRequest(requests);
	}

	/**
	 * Return the requests in order. A batch that was read also holds its invalid members,
	 * which have an {@link JsonRpcRequest#error() error}.
	 * @return the requests
	 */
	public List<JsonRpcRequest> requests() {
		return this.requests;
	}

	/**
	 * Return the number of requests.
	 * @return the number of requests
	 */
	public int size() {
		return this.requests.size();
	}

	@Override
	public Iterator<JsonRpcRequest> iterator() {
		return this.requests.iterator();
	}

	@Override
	public String toString() {
		return "batch of " + size();
	}

}
