package io.github.jsonrpcspring.client.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names an observation and its key values. A bean of this type replaces
 * {@link DefaultJsonRpcClientObservationConvention} for all clients.
 *
 * @since 0.1.0
 */
public interface JsonRpcClientObservationConvention extends ObservationConvention<JsonRpcClientObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof JsonRpcClientObservationContext;
	}

}
