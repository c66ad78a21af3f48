package io.github.jsonrpcspring.client.observation;

import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.HighCardinalityKeyNames;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.LowCardinalityKeyNames;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.micrometer.common.KeyValue;
import io.micrometer.common.docs.KeyName;
import org.jspecify.annotations.Nullable;

/**
 * The key values that conventions have in common.
 */
final class RequestKeys {

	static final KeyValue SYSTEM = LowCardinalityKeyNames.SYSTEM.withValue("jsonrpc");

	private RequestKeys() {
	}

	static KeyValue method(JsonRpcClientObservationContext context) {
		JsonRpcRequest request = context.getRequest();
		return orNone(LowCardinalityKeyNames.METHOD, (request != null) ? request.method() : null);
	}

	static KeyValue statusCode(JsonRpcClientOutcome outcome) {
		return orNone(LowCardinalityKeyNames.STATUS_CODE, outcome.errorCode());
	}

	/**
	 * Return what is known of the message: id and version, or the size of a batch.
	 */
	static List<KeyValue> message(JsonRpcClientObservationContext context) {
		List<KeyValue> values = new ArrayList<>();
		Integer batchSize = context.getBatchSize();
		if (batchSize != null) {
			long failed = context.getEntries().stream().filter((entry) -> !entry.outcome().isSuccess()).count();
			values.add(HighCardinalityKeyNames.BATCH_FAILED.withValue(String.valueOf(failed)));
			values.add(HighCardinalityKeyNames.BATCH_SIZE.withValue(batchSize.toString()));
		}
		JsonRpcRequest request = context.getRequest();
		if (request != null) {
			values.add(HighCardinalityKeyNames.PROTOCOL_VERSION.withValue(request.version().text()));
			JsonRpcId id = request.id();
			if (id != null) {
				values
					.add(HighCardinalityKeyNames.REQUEST_ID.withValue((id.text() != null) ? id.text() : id.toString()));
			}
		}
		return values;
	}

	static KeyValue orNone(KeyName key, @Nullable Object value) {
		return (value != null && !value.toString().isEmpty()) ? key.withValue(value.toString()) : key.withNoneValue();
	}

}
