package io.github.jsonrpcspring.client;

import io.micrometer.observation.Observation;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/**
 * Subscribes in the scope of an observation, as {@link ScopedMono} does.
 *
 * @param <T> the type of the elements
 */
final class ScopedFlux<T> extends FluxOperator<T, T> {

	private final Observation observation;

	ScopedFlux(Flux<T> source, Observation observation) {
		super(source);
		this.observation = observation;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		ScopedMono.subscribe(this.source, actual, this.observation);
	}

}
