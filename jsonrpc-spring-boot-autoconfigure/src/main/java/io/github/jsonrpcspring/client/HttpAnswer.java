package io.github.jsonrpcspring.client;

import java.nio.charset.StandardCharsets;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

	/** Of what was not answered. */
	static final HttpAnswer NONE = new HttpAnswer(HttpStatus.OK, HttpHeaders.EMPTY, "");

	/**
	 * Return what is kept of an answer, with a copy of its headers, as those of an HTTP
	 * client may not be serializable.
	 */
	static HttpAnswer of(HttpStatusCode status, HttpHeaders headers, String excerpt) {
		return new HttpAnswer(status, HttpHeaders.readOnlyHttpHeaders(HttpHeaders.copyOf(headers)), excerpt);
	}

	/**
	 * Return this with an excerpt. The headers are shared by all entries of a batch.
	 */
	HttpAnswer withExcerpt(String excerpt) {
		return new HttpAnswer(this.status, this.headers, excerpt);
	}

	String describe() {
		String type = this.headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return "HTTP " + this.status.value() + ((type != null) ? ", " + TextExcerpt.of(type, LONGEST_TYPE) : "")
				+ (this.excerpt.isEmpty() ? "" : ": " + this.excerpt);
	}

}
