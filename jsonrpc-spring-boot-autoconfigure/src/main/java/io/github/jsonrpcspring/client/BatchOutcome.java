package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request of a batch: a response, or a failure, or neither for a
 * notification.
 *
 * @param request the request as it was sent
 * @param response its response, be it an error
 * @param failure why there is no response
 * @param http what is kept of the HTTP answer, nothing where all is well
 */
record BatchOutcome(JsonRpcRequest request, @Nullable JsonRpcResponse response, @Nullable RuntimeException failure,
		HttpAnswer http) {

	/**
	 * Return what became of a call, for those who observe it.
	 * @param client the client's name
	 * @param unfit why its result could not be converted, {@code null} if it was not
	 */
	JsonRpcClientObservationContext.Entry observed(String client, @Nullable RuntimeException unfit) {
		JsonRpcClientOutcome outcome = outcome(client);
		return new JsonRpcClientObservationContext.Entry(this.request.method(),
				(unfit != null && outcome.isSuccess()) ? Outcomes.of(unfit, client) : outcome);
	}

	private JsonRpcClientOutcome outcome(String client) {
		if (this.response == null) {
			return (this.failure != null) ? Outcomes.of(this.failure, client) : JsonRpcClientOutcome.UNKNOWN;
		}
		if (this.response.violation() != null) {
			return Outcomes.INVALID_ENTRY;
		}
		JsonRpcError error = this.response.error();
		return (error != null) ? Outcomes.of(error) : JsonRpcClientOutcome.SUCCESS;
	}

	/**
	 * Return the response, or one in its place that says why there is none.
	 */
	JsonRpcResponse responseOrMissing() {
		if (this.response != null) {
			return this.response;
		}
		return JsonRpcResponse.missing(this.request,
				(this.failure != null) ? String.valueOf(this.failure.getMessage()) : "no response");
	}

}
