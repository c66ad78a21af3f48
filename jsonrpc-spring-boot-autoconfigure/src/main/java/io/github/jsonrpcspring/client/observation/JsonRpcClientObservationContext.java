package io.github.jsonrpcspring.client.observation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.RequestReplySenderContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call, a notification or a batch while it is observed.
 * <p>
 * The carrier takes the headers that a tracer wants to be sent. The response is set when
 * the server answered with one response, be it an error. A batch is one observation, even
 * if it is sent as several messages.
 *
 * @since 0.1.0
 */
public class JsonRpcClientObservationContext extends RequestReplySenderContext<Map<String, String>, JsonRpcResponse> {

	private final String clientName;

	private final @Nullable String serverAddress;

	private final int serverPort;

	private final AtomicLong requestSize = new AtomicLong();

	private final AtomicLong responseSize = new AtomicLong();

	private volatile JsonRpcMessage message;

	private volatile JsonRpcClientOutcome outcome = JsonRpcClientOutcome.UNKNOWN;

	private volatile List<Entry> entries = List.of();

	/**
	 * Create a context.
	 * @param clientName the client's name
	 * @param message a {@link JsonRpcRequest} or {@link JsonRpcBatchRequest}
	 * @param serverAddress the server's host, {@code null} if only the transport knows it
	 * @param serverPort the server's port, -1 if only the transport knows it
	 */
	public JsonRpcClientObservationContext(String clientName, JsonRpcMessage message, @Nullable String serverAddress,
			int serverPort) {
		super((headers, name, value) -> {
			if (headers != null) {
				headers.put(name, value);
			}
		}, Kind.CLIENT);
		this.clientName = clientName;
		this.message = message;
		this.serverAddress = serverAddress;
		this.serverPort = serverPort;
		setCarrier(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
		setRemoteServiceName(clientName);
	}

	/**
	 * Return the client's name.
	 * @return the name
	 */
	public String getClientName() {
		return this.clientName;
	}

	/**
	 * Return the message: as the application gave it, and once a single request was sent,
	 * with its id.
	 * @return a {@link JsonRpcRequest} or {@link JsonRpcBatchRequest}
	 */
	public JsonRpcMessage getMessage() {
		return this.message;
	}

	/**
	 * Set the message.
	 * @param message the message as it is sent
	 */
	public void setMessage(JsonRpcMessage message) {
		this.message = message;
	}

	/**
	 * Return the request, when it is a single one.
	 * @return the request or notification, {@code null} for a batch
	 */
	public @Nullable JsonRpcRequest getRequest() {
		return (this.message instanceof JsonRpcRequest request) ? request : null;
	}

	/**
	 * Return the number of requests in a batch, notifications included.
	 * @return the number, {@code null} for a single request
	 */
	public @Nullable Integer getBatchSize() {
		return (this.message instanceof JsonRpcBatchRequest batch) ? batch.size() : null;
	}

	/**
	 * Return the server's host.
	 * @return the host, {@code null} if only the transport knows it
	 */
	public @Nullable String getServerAddress() {
		return this.serverAddress;
	}

	/**
	 * Return the server's port.
	 * @return the port, -1 if only the transport knows it
	 */
	public int getServerPort() {
		return this.serverPort;
	}

	/**
	 * Return how it ended.
	 * @return the outcome, {@link JsonRpcClientOutcome#UNKNOWN} before the end
	 */
	public JsonRpcClientOutcome getOutcome() {
		return this.outcome;
	}

	/**
	 * Set how it ended.
	 * @param outcome the outcome
	 */
	public void setOutcome(JsonRpcClientOutcome outcome) {
		this.outcome = outcome;
	}

	/**
	 * Return what became of each call of a batch, in order. Notifications have no
	 * outcome.
	 * @return the entries, empty for a single request and before the answer
	 */
	public List<Entry> getEntries() {
		return this.entries;
	}

	/**
	 * Set what became of each call of a batch.
	 * @param entries the entries
	 */
	public void setEntries(List<Entry> entries) {
		this.entries = List.copyOf(entries);
	}

	/**
	 * Return the bytes of all messages that were sent for it, again or in parts.
	 * @return the bytes of the bodies, 0 before the first
	 */
	public long getRequestSize() {
		return this.requestSize.get();
	}

	/**
	 * Return the bytes of all answers that arrived for it.
	 * @return the bytes of the bodies after decompression, 0 before the first
	 */
	public long getResponseSize() {
		return this.responseSize.get();
	}

	/**
	 * Count a message that is sent.
	 * @param bytes the bytes of the body
	 */
	public void addRequestSize(long bytes) {
		this.requestSize.addAndGet(bytes);
	}

	/**
	 * Count an answer that arrived.
	 * @param bytes the bytes of the body
	 */
	public void addResponseSize(long bytes) {
		this.responseSize.addAndGet(bytes);
	}

	/**
	 * What became of a call of a batch.
	 *
	 * @param method the method's name
	 * @param outcome the outcome
	 */
	public record Entry(String method, JsonRpcClientOutcome outcome) {
	}

}
