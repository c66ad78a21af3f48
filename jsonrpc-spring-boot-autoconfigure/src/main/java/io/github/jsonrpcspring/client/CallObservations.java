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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Observes the calls of one client.
 */
final class CallObservations {

	private static final JsonRpcClientObservationConvention DEFAULT = new DefaultJsonRpcClientObservationConvention();

	private static final Logger logger = LoggerFactory.getLogger(CallObservations.class);

	private final ObservationRegistry registry;

	private final @Nullable JsonRpcClientObservationConvention convention;

	private final String client;

	private final @Nullable String address;

	private final int port;

	private final BodyMask mask;

	CallObservations(ObservationRegistry registry, @Nullable JsonRpcClientObservationConvention convention,
			JsonRpcClientSettings settings, BodyMask mask) {
		this.mask = mask;
		this.registry = registry;
		this.convention = convention;
		this.client = settings.name();
		URI target = settings.target();
		this.address = (target != null) ? address(target.getHost()) : null;
		this.port = (target != null) ? port(target) : -1;
	}

	/**
	 * Return a host without the brackets around an address of IPv6.
	 */
	private static String address(String host) {
		return (host.startsWith("[") && host.endsWith("]")) ? host.substring(1, host.length() - 1) : host;
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
	 * Return what no exception may quote, those that are observed among them.
	 */
	BodyMask mask() {
		return this.mask;
	}

	/**
	 * Find the observation of the call that something happens for.
	 */
	@Nullable CallObservation find(ContextView reactor) {
		return reactor.getOrDefault(this, null);
	}

	/**
	 * Observe a call, for each subscription anew. What the call does has the observation
	 * as its parent.
	 */
	<T> Mono<T> observe(JsonRpcMessage message, Mono<T> call) {
		return Mono.deferContextual((reactor) -> {
			Observation parent = parent(reactor);
			CallObservation observation = start(message, parent);
			return (observation != null) ? observation.observe(call)
					: call.contextWrite((outer) -> unobserved(outer, parent));
		});
	}

	/**
	 * Observe a call whose result comes element by element.
	 */
	<T> Flux<T> observe(JsonRpcMessage message, Flux<T> call) {
		return Flux.deferContextual((reactor) -> {
			Observation parent = parent(reactor);
			CallObservation observation = start(message, parent);
			return (observation != null) ? observation.observe(call)
					: call.contextWrite((outer) -> unobserved(outer, parent));
		});
	}

	/**
	 * Start an observation. A handler that fails does not change what becomes of the
	 * call.
	 * @return the observation, {@code null} if it is switched off or could not be started
	 */
	private @Nullable CallObservation start(JsonRpcMessage message, @Nullable Observation parent) {
		JsonRpcClientObservationContext context = new JsonRpcClientObservationContext(this.client, message,
				this.address, this.port);
		context.setParentObservation(parent);
		Observation observation = null;
		try {
			observation = JsonRpcClientObservationDocumentation.REQUESTS.observation(this.convention, DEFAULT,
					() -> context, this.registry);
			return observation.isNoop() ? null : new CallObservation(this, observation.start(), context);
		}
		catch (RuntimeException ex) {
			logger.warn("A call of client '{}' could not be observed", this.client, ex);
			if (observation != null) {
				abandon(observation);
			}
			return null;
		}
	}

	/**
	 * Stop an observation that some of its handlers have started, for those that can.
	 */
	private void abandon(Observation observation) {
		try {
			observation.stop();
		}
		catch (RuntimeException ex) {
			logger.debug("An observation of client '{}' could not be stopped", this.client, ex);
		}
	}

	private Context unobserved(Context outer, @Nullable Observation parent) {
		Context context = (parent != null) ? outer.put(ObservationThreadLocalAccessor.KEY, parent) : outer;
		return context.delete(this);
	}

	private @Nullable Observation parent(ContextView reactor) {
		return reactor.<Observation>getOrEmpty(ObservationThreadLocalAccessor.KEY)
			.orElseGet(this.registry::getCurrentObservation);
	}

}
