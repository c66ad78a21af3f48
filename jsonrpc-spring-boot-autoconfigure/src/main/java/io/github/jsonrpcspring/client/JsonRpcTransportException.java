package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * There is no usable answer: the connection failed, or the HTTP status says so.
 *
 * @since 0.1.0
 */
public class JsonRpcTransportException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	private final @Nullable HttpStatusCode status;

	private final HttpHeaders headers;

	private final String body;

	JsonRpcTransportException(CallSite site, String message, @Nullable HttpAnswer answer, @Nullable Throwable cause) {
		super(site, message, cause);
		this.status = (answer != null) ? answer.status() : null;
		this.headers = (answer != null) ? answer.headers() : HttpHeaders.EMPTY;
		this.body = (answer != null) ? answer.excerpt() : "";
	}

	/**
	 * Return the HTTP status.
	 * @return the status, {@code null} if there was no answer
	 */
	public @Nullable HttpStatusCode status() {
		return this.status;
	}

	/**
	 * Return the HTTP headers of the answer.
	 * @return the headers, empty if there was no answer
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Return the beginning of the body, masked as in the wire log.
	 * @return the excerpt, empty if there was no body
	 */
	public String body() {
		return this.body;
	}

}
