package io.github.jsonrpcspring.client.transport;

import java.util.function.Function;

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

	/**
	 * Return whether an exchange happens on the thread that subscribes to it, which waits
	 * for the answer. Reactive callers then subscribe on
	 * {@link reactor.core.scheduler.Schedulers#boundedElastic()}.
	 * @return {@code false} unless overridden
	 */
	default boolean isBlocking() {
		return false;
	}

	/**
	 * Send the request once for each subscription, and read the body of the answer as it
	 * comes. Unless a transport can do that, the body comes in one piece.
	 * @param <T> the type of what the reader makes of the answer
	 * @param request the request to send
	 * @param reader gets the answer once its status and headers are there, and subscribes
	 * to its body, which may go on after the reader's {@code Mono} has ended. The body of
	 * an answer with another status than 2xx may be cut to
	 * {@link JsonRpcTransportRequest#maxResponseSize()}
	 * @return what the reader makes of the answer
	 */
	default <T> Mono<T> stream(JsonRpcTransportRequest request,
			Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		return exchange(request).flatMap((response) -> reader.apply(JsonRpcTransportStream.of(response)));
	}

}
