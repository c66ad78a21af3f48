package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * An error object with the HTTP answer it came in.
 *
 * @param error the error
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @param advice what the user may do about it, empty for nothing
 * @param mask what no exception may quote, {@code null} for nothing
 */
record ErrorAnswer(JsonRpcError error, HttpStatusCode status, HttpHeaders headers, String advice,
		@Nullable BodyMask mask) {

	ErrorAnswer(JsonRpcError error, HttpStatusCode status, HttpHeaders headers, String advice) {
		this(error, status, headers, advice, null);
	}

	ErrorAnswer withMask(BodyMask mask) {
		return new ErrorAnswer(this.error, this.status, this.headers, this.advice, mask);
	}

}
