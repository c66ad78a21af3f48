package io.github.jsonrpcspring.client.transport;

import java.net.http.HttpRequest;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * What the headers of JSON-RPC over HTTP have in common, whatever client sends them.
 */
final class MessageHeaders {

	private static final String ACCEPT = MediaType.APPLICATION_JSON_VALUE + ", " + MediaType.ALL_VALUE;

	private MessageHeaders() {
	}

	/**
	 * Add the length of a request, and what it accepts unless it says so itself.
	 */
	static void complete(HttpHeaders headers, int length) {
		headers.setContentLength(length);
		if (!headers.containsHeader(HttpHeaders.ACCEPT)) {
			headers.set(HttpHeaders.ACCEPT, ACCEPT);
		}
	}

	/**
	 * Add a header to a request of the JDK, which counts the bytes of its body itself and
	 * would quote a value that it refuses.
	 * @throws IllegalArgumentException if it cannot be sent
	 */
	static void add(HttpRequest.Builder request, String name, List<String> values) {
		if (HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
			return;
		}
		try {
			values.forEach((value) -> request.header(name, value));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"The header '" + name + "' is one that the HTTP client of the JDK does not send, or has a name or"
							+ " a value that no HTTP header can have");
		}
	}

	/**
	 * Let answers be compressed with gzip, unless the request says what it accepts.
	 */
	static void acceptGzip(HttpHeaders headers) {
		if (!headers.containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
			headers.set(HttpHeaders.ACCEPT_ENCODING, "gzip");
		}
	}

	/**
	 * Return whether an answer is compressed with gzip.
	 */
	static boolean isGzip(HttpHeaders headers) {
		String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
		return encoding != null && (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"));
	}

	/**
	 * Return the headers of an answer after its decompression.
	 */
	static HttpHeaders decompressed(HttpHeaders headers) {
		HttpHeaders changed = HttpHeaders.copyOf(headers);
		changed.remove(HttpHeaders.CONTENT_ENCODING);
		changed.remove(HttpHeaders.CONTENT_LENGTH);
		return changed;
	}

	/**
	 * Return whether an answer is a stream of events, which may never end.
	 */
	static boolean isEventStream(HttpHeaders headers) {
		String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return type != null && type.regionMatches(true, 0, MediaType.TEXT_EVENT_STREAM_VALUE, 0,
				MediaType.TEXT_EVENT_STREAM_VALUE.length());
	}

}
