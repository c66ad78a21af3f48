package io.github.jsonrpcspring.testsupport;

import java.nio.charset.StandardCharsets;

/**
 * Makes the text of HTTP answers.
 */
public final class RawAnswer {

	private RawAnswer() {
	}

	/**
	 * Return an answer of status 200 with a JSON body.
	 * @param body the body
	 * @return the whole answer
	 */
	public static String json(String body) {
		return of("200 OK", body, "Content-Type: application/json");
	}

	/**
	 * Return an answer with a body of known length.
	 * @param status the status code and the reason
	 * @param body the body
	 * @param headers further headers
	 * @return the whole answer
	 */
	public static String of(String status, String body, String... headers) {
		int length = body.getBytes(StandardCharsets.UTF_8).length;
		return head(status, headers) + "Content-Length: " + length + "\r\n\r\n" + body;
	}

	/**
	 * Return the beginning of an answer: add headers with their line ends, an empty line
	 * and the body.
	 * @param status the status code and the reason
	 * @param headers the headers
	 * @return the status line and the headers
	 */
	public static String head(String status, String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.toString();
	}

}
