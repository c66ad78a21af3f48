package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * An error object with the HTTP answer it came in.
 *
 * @param error the error
 * @param http what is kept of the HTTP answer
 * @param advice what the user may do about it, empty for nothing
 * @param mask what no exception may quote, {@code null} for nothing
 */
record ErrorAnswer(JsonRpcError error, HttpAnswer http, String advice, @Nullable BodyMask mask) {

	ErrorAnswer(JsonRpcError error, HttpAnswer http, String advice) {
		this(error, http, advice, null);
	}

	ErrorAnswer(JsonRpcError error, HttpStatusCode status, HttpHeaders headers) {
		this(error, HttpAnswer.of(status, headers, ""), "");
	}

	ErrorAnswer withMask(BodyMask mask) {
		return new ErrorAnswer(this.error, this.http, this.advice, mask);
	}

}
