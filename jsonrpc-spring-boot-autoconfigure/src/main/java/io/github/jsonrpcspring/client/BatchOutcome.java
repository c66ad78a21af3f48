package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * What became of one request of a batch: a response, or a failure, or neither for a
 * notification.
 *
 * @param request the request as it was sent
 * @param response its response, be it an error
 * @param failure why there is no response
 * @param status the HTTP status
 * @param headers the HTTP headers
 */
record BatchOutcome(JsonRpcRequest request, @Nullable JsonRpcResponse response, @Nullable RuntimeException failure,
		HttpStatusCode status, HttpHeaders headers) {

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
