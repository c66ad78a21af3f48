package io.github.jsonrpcspring.client.observation;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.HighCardinalityKeyNames;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.LowCardinalityKeyNames;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * The names of OpenTelemetry's semantic conventions for JSON-RPC clients: metric
 * {@code rpc.client.call.duration}, spans {@code <method>}. Takes the place of the
 * default when it is a bean.
 * <p>
 * {@code error.type} is the code of the server's error object or else the class of the
 * exception, and without one {@code CANCELLED} or {@code FAILED_ENTRIES}; and server and
 * port are tags of the metric. As meters must not change their tags, those that have no
 * value are {@code none} instead of absent.
 *
 * @since 0.1.0
 * @see <a href= "https://opentelemetry.io/docs/specs/semconv/rpc/json-rpc/">Semantic
 * conventions for JSON-RPC</a>
 * @see <a href= "https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/">Semantic
 * conventions for RPC metrics</a>
 */
public class OpenTelemetryJsonRpcClientObservationConvention implements JsonRpcClientObservationConvention {

	@Override
	public String getName() {
		return "rpc.client.call.duration";
	}

	@Override
	public String getContextualName(JsonRpcClientObservationContext context) {
		JsonRpcRequest request = context.getRequest();
		return (request != null) ? request.method() : "jsonrpc";
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(JsonRpcClientObservationContext context) {
		return KeyValues.of(RequestKeys.orNone(LowCardinalityKeyNames.ERROR_TYPE, errorType(context)),
				RequestKeys.method(context), RequestKeys.statusCode(context.getOutcome()), RequestKeys.SYSTEM,
				RequestKeys.orNone(HighCardinalityKeyNames.SERVER_ADDRESS, context.getServerAddress()),
				RequestKeys.orNone(HighCardinalityKeyNames.SERVER_PORT,
						(context.getServerPort() != -1) ? context.getServerPort() : null));
	}

	private static @Nullable Object errorType(JsonRpcClientObservationContext context) {
		JsonRpcClientOutcome outcome = context.getOutcome();
		Throwable error = context.getError();
		if (outcome.errorCode() != null) {
			return outcome.errorCode();
		}
		return switch (outcome.status()) {
			case CANCELLED, FAILED_ENTRIES -> outcome.status();
			default -> (error != null) ? error.getClass().getName() : null;
		};
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(JsonRpcClientObservationContext context) {
		return KeyValues.of(RequestKeys.message(context));
	}

}
