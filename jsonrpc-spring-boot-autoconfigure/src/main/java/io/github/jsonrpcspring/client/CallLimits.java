package io.github.jsonrpcspring.client;

import java.time.Duration;

import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one message: of its call, of its method, or else of the client.
 *
 * @param timeout the deadline, {@code null} for none
 * @param maxResponseSize the largest body that is read, in bytes
 */
record CallLimits(@Nullable Duration timeout, long maxResponseSize) {

	static CallLimits of(JsonRpcClientSettings settings, JsonRpcMessage message, JsonRpcCallOptions options) {
		Duration timeout = options.timeout();
		Long size = options.maxResponseSize();
		JsonRpcClientSettings.Method method = ((timeout == null || size == null)
				&& message instanceof JsonRpcRequest request) ? settings.forMethod(request.method()) : null;
		if (method != null) {
			timeout = (timeout != null) ? timeout : method.timeout();
			size = (size != null) ? size : method.maxResponseSize();
		}
		timeout = (timeout != null) ? timeout : settings.timeout();
		return new CallLimits((timeout != null && !timeout.isZero()) ? timeout : null,
				(size != null) ? size : settings.maxResponseSize());
	}

}
