package io.github.jsonrpcspring.client;

import java.util.function.Function;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import reactor.core.publisher.Mono;

/**
 * Counts the bytes of what is really sent, and of the answers to it.
 *
 * @param transport the transport
 * @param context where the bytes are counted
 */
record MeasuredTransport(JsonRpcTransport transport,
		JsonRpcClientObservationContext context) implements JsonRpcTransport {

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return Mono.defer(() -> {
			this.context.addRequestSize(request.body().length);
			return this.transport.exchange(request)
				.doOnNext((response) -> this.context.addResponseSize(response.body().length));
		});
	}

	@Override
	public <T> Mono<T> stream(JsonRpcTransportRequest request,
			Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		return Mono.defer(() -> {
			this.context.addRequestSize(request.body().length);
			return this.transport.stream(request, (answer) -> reader
				.apply(answer.mapBody((body) -> body.doOnNext((piece) -> this.context.addResponseSize(piece.length)))));
		});
	}

}
