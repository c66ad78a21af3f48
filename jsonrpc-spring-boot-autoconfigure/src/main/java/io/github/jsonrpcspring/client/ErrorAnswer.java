package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcError;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * An error object with the HTTP answer it came in.
 *
 * @param error the error
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @param advice what the user may do about it, empty for nothing
 */
record ErrorAnswer(JsonRpcError error, HttpStatusCode status, HttpHeaders headers, String advice) {
}
