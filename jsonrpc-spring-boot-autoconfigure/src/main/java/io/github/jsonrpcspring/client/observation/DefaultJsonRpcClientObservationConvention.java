package io.github.jsonrpcspring.client.observation;

import java.util.List;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.HighCardinalityKeyNames;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.LowCardinalityKeyNames;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

/**
 * The convention of this client: observations {@code jsonrpc.client.requests}, spans
 * {@code jsonrpc <method>} or {@code jsonrpc batch}. Applications may extend it, to
 * change or to add a key.
 *
 * @since 0.1.0
 * @see OpenTelemetryJsonRpcClientObservationConvention
 */
public class DefaultJsonRpcClientObservationConvention implements JsonRpcClientObservationConvention {

	private final String name;

	/**
	 * Create a convention with the name {@code jsonrpc.client.requests}.
	 */
	public DefaultJsonRpcClientObservationConvention() {
		this("jsonrpc.client.requests");
	}

	/**
	 * Create a convention with another name.
	 * @param name the name of the observations and of their metric
	 */
	public DefaultJsonRpcClientObservationConvention(String name) {
		this.name = name;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public String getContextualName(JsonRpcClientObservationContext context) {
		JsonRpcRequest request = context.getRequest();
		return "jsonrpc " + ((request != null) ? request.method() : "batch");
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(JsonRpcClientObservationContext context) {
		JsonRpcClientOutcome outcome = context.getOutcome();
		return KeyValues.of(RequestKeys.orNone(LowCardinalityKeyNames.ERROR_TYPE, outcome.errorType()),
				LowCardinalityKeyNames.CLIENT.withValue(context.getClientName()),
				LowCardinalityKeyNames.OUTCOME.withValue(outcome.status().name()), RequestKeys.method(context),
				RequestKeys.statusCode(outcome), RequestKeys.SYSTEM);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(JsonRpcClientObservationContext context) {
		List<KeyValue> values = RequestKeys.message(context);
		if (context.getServerAddress() != null) {
			values.add(HighCardinalityKeyNames.SERVER_ADDRESS.withValue(context.getServerAddress()));
		}
		if (context.getServerPort() != -1) {
			values.add(HighCardinalityKeyNames.SERVER_PORT.withValue(String.valueOf(context.getServerPort())));
		}
		return KeyValues.of(values);
	}

}
