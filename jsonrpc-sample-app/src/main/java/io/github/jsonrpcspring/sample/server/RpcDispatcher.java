package io.github.jsonrpcspring.sample.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers JSON-RPC messages with the methods it has, a 1.0 request in the form of 1.0.
 */
final class RpcDispatcher {

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	private final Map<String, RpcMethod> methods;

	RpcDispatcher(Map<String, RpcMethod> methods) {
		this.methods = Map.copyOf(methods);
	}

	/**
	 * Answer a message.
	 * @return the answer, {@code null} for notifications
	 */
	@Nullable JsonRpcMessage answer(byte[] json) {
		try {
			JsonRpcMessage message = this.codec.readRequest(json);
			return (message instanceof JsonRpcBatchRequest batch) ? answer(batch) : answer((JsonRpcRequest) message);
		}
		catch (JsonRpcProtocolException ex) {
			return JsonRpcResponse.failure(JsonRpcId.NULL, withoutData(ex.toError()));
		}
	}

	private @Nullable JsonRpcMessage answer(JsonRpcBatchRequest batch) {
		List<JsonRpcResponse> responses = new ArrayList<>();
		for (JsonRpcRequest request : batch) {
			JsonRpcResponse response = answer(request);
			if (response != null) {
				responses.add(response);
			}
		}
		return responses.isEmpty() ? null : JsonRpcBatchResponse.of(responses);
	}

	private @Nullable JsonRpcResponse answer(JsonRpcRequest request) {
		JsonRpcError invalid = request.error();
		if (invalid != null) {
			return JsonRpcResponse.failure(request, withoutData(invalid));
		}
		JsonRpcResponse response;
		try {
			Object result = call(request);
			response = request.isNotification() ? null : JsonRpcResponse.success(request, result);
		}
		catch (RpcFailure ex) {
			response = request.isNotification() ? null : JsonRpcResponse.failure(request, ex.error());
		}
		return response;
	}

	private @Nullable Object call(JsonRpcRequest request) throws RpcFailure {
		RpcMethod method = this.methods.get(request.method());
		if (method == null) {
			throw new RpcFailure(JsonRpcError.METHOD_NOT_FOUND, "Method not found");
		}
		try {
			return method.call(request);
		}
		catch (RuntimeException ex) {
			// what broke is nothing for the caller's eyes
			throw new RpcFailure(JsonRpcError.INTERNAL_ERROR, "Internal error");
		}
	}

	/**
	 * The specification's own examples have no data.
	 */
	private static JsonRpcError withoutData(JsonRpcError error) {
		return new JsonRpcError(error.code(), error.message());
	}

}
