package io.github.jsonrpcspring.client;

import java.net.URI;

import io.github.jsonrpcspring.client.observation.DefaultJsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Observes the calls of one client.
 */
final class CallObservations {

	private static final JsonRpcClientObservationConvention DEFAULT = new DefaultJsonRpcClientObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable JsonRpcClientObservationConvention convention;

	private final String client;

	private final @Nullable String address;

	private final int port;

	CallObservations(ObservationRegistry registry, @Nullable JsonRpcClientObservationConvention convention,
			JsonRpcClientSettings settings) {
		this.registry = registry;
		this.convention = convention;
		this.client = settings.name();
		URI target = settings.target();
		this.address = (target != null) ? target.getHost() : null;
		this.port = (target != null) ? port(target) : -1;
	}

	private static int port(URI target) {
		if (target.getPort() != -1) {
			return target.getPort();
		}
		return "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
	}

	/**
	 * Return whether nobody observes.
	 */
	boolean isNoop() {
		return this.registry.isNoop();
	}

	/**
	 * Observe a call, for each subscription anew. What the call does has the observation
	 * as its parent.
	 */
	<T> Mono<T> observe(JsonRpcMessage message, Mono<T> call) {
		return Mono.deferContextual((reactor) -> {
			JsonRpcClientObservationContext context = new JsonRpcClientObservationContext(this.client, message,
					this.address, this.port);
			Observation parent = parent(reactor);
			Observation observation = JsonRpcClientObservationDocumentation.REQUESTS.observation(this.convention,
					DEFAULT, () -> context, this.registry);
			if (observation.isNoop()) {
				return (parent != null)
						? call.contextWrite((outer) -> outer.put(ObservationThreadLocalAccessor.KEY, parent)) : call;
			}
			if (parent != null) {
				observation.parentObservation(parent);
			}
			return new CallObservation(observation.start(), context).observe(call);
		});
	}

	private @Nullable Observation parent(ContextView reactor) {
		return reactor.<Observation>getOrEmpty(ObservationThreadLocalAccessor.KEY)
			.orElseGet(this.registry::getCurrentObservation);
	}

}
