package io.github.jsonrpcspring.client;

import java.util.function.Function;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets reactive callers use a transport that blocks, on threads where that is allowed.
 */
final class OffloadedTransport implements JsonRpcTransport {

	private final JsonRpcTransport transport;

	private OffloadedTransport(JsonRpcTransport transport) {
		this.transport = transport;
	}

	static JsonRpcTransport of(JsonRpcTransport transport) {
		return transport.isBlocking() ? new OffloadedTransport(transport) : transport;
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return offload(this.transport.exchange(request));
	}

	@Override
	public <T> Mono<T> stream(JsonRpcTransportRequest request,
			Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		return offload(this.transport.stream(request,
				(stream) -> reader.apply(stream.mapBody((body) -> body.subscribeOn(Schedulers.boundedElastic())))));
	}

	/**
	 * Subscribe on another thread, in the scope of the observation unless Reactor opens
	 * it there.
	 */
	private static <T> Mono<T> offload(Mono<T> exchange) {
		if (Hooks.isAutomaticContextPropagationEnabled()) {
			return exchange.subscribeOn(Schedulers.boundedElastic());
		}
		return Mono.<T>deferContextual((context) -> {
			Observation observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
			return (observation != null) ? new ScopedMono<>(exchange, observation) : exchange;
		}).subscribeOn(Schedulers.boundedElastic());
	}

}
