package io.github.jsonrpcspring.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire.
 */
public final class RawRequest {

	private final String head;

	private final byte[] body;

	RawRequest(String head, byte[] body) {
		this.head = head;
		this.body = body;
	}

	/**
	 * Return the request line and the headers.
	 * @return the lines with their ends
	 */
	public String head() {
		return this.head;
	}

	/**
	 * Return the body.
	 * @return the bytes, an empty array when there are none
	 */
	public byte[] body() {
		return this.body;
	}

	/**
	 * Return the request line.
	 * @return the line without its end
	 */
	public String line() {
		return this.head.lines().findFirst().orElseThrow();
	}

	/**
	 * Return the value of the first header with a name.
	 * @param name the name, in any case
	 * @return the value, or {@code null} when there is no such header
	 */
	public @Nullable String header(String name) {
		List<String> values = headers(name);
		return values.isEmpty() ? null : values.get(0);
	}

	/**
	 * Return the values of all headers with a name.
	 * @param name the name, in any case
	 * @return the values, none when there is no such header
	 */
	public List<String> headers(String name) {
		String prefix = name + ":";
		return this.head.lines()
			.filter((line) -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
			.map((line) -> line.substring(prefix.length()).strip())
			.toList();
	}

	/**
	 * Return the body as text.
	 * @return the body, read as UTF-8
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

}
