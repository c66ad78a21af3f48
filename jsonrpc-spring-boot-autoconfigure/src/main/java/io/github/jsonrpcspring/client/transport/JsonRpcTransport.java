package io.github.jsonrpcspring.client.transport;

import reactor.core.publisher.Mono;

/**
 * Moves one encoded message to a server and its answer back.
 * <p>
 * A transport never looks into the bytes. It sends a request at most once for each
 * subscription, takes whatever HTTP status comes for an answer, and signals the I/O
 * errors it meets as they are; their translation is the matter of the client. Messages of
 * these errors never show the URL. A deadline is applied by the caller: cancelling the
 * {@code Mono} has to end the exchange and free its connection. Implementations are
 * thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface JsonRpcTransport {

	/**
	 * Send the request once for each subscription.
	 * @param request the request to send
	 * @return the answer, never empty; for a notification an answer without body
	 */
	Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request);

}
