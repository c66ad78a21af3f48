package io.github.jsonrpcspring.client;

import java.nio.charset.StandardCharsets;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * What an exception keeps of the HTTP answer.
 *
 * @param status the status
 * @param headers the headers
 * @param excerpt the beginning of the body, masked
 */
record HttpAnswer(HttpStatusCode status, HttpHeaders headers, String excerpt) {

	private static final int LONGEST_TYPE = 100;

	/** Copy the headers, as those of an HTTP client may not be serializable. */
	HttpAnswer {
		headers = copyOf(headers);
	}

	static HttpHeaders copyOf(HttpHeaders headers) {
		return HttpHeaders.readOnlyHttpHeaders(HttpHeaders.copyOf(headers));
	}

	String describe() {
		String type = this.headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return "HTTP " + this.status.value() + ((type != null) ? ", " + TextExcerpt.of(type, LONGEST_TYPE) : "")
				+ (this.excerpt.isEmpty() ? "" : ": " + this.excerpt);
	}

}
