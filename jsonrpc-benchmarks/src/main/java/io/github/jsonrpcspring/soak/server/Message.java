package io.github.jsonrpcspring.soak.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A message as it was received: one call, or a batch of some.
 *
 * @param batch whether it is an array
 * @param calls the calls
 */
record Message(boolean batch, List<Call> calls) {

	private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

	private static final Pattern CALL = Pattern.compile("\"params\":\\[(\\d+)],\"id\":(\\d+)");

	private static final int LONGEST_HEAD = 8192;

	/**
	 * Read the next request of a connection.
	 * @return the message, or {@code null} at the end of the connection
	 */
	static @Nullable Message read(InputStream input) throws IOException {
		String head = head(input);
		if (head == null) {
			return null;
		}
		Matcher length = LENGTH.matcher(head);
		if (!length.find()) {
			throw new IOException("A request without a length: " + head);
		}
		byte[] body = input.readNBytes(Integer.parseInt(length.group(1)));
		String json = new String(body, StandardCharsets.UTF_8);
		List<Call> calls = new ArrayList<>();
		Matcher call = CALL.matcher(json);
		while (call.find()) {
			calls.add(new Call(Long.parseLong(call.group(2)), Long.parseLong(call.group(1))));
		}
		if (calls.isEmpty()) {
			throw new IOException("A request without a call: " + json);
		}
		return new Message(json.startsWith("["), calls);
	}

	private static @Nullable String head(InputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.length() < LONGEST_HEAD) {
			int next = input.read();
			if (next == -1 && head.isEmpty()) {
				return null;
			}
			if (next == -1) {
				throw new EOFException();
			}
			head.append((char) next);
			if (next == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
				return head.toString();
			}
		}
		throw new IOException("A head without an end");
	}

	Call first() {
		return this.calls.get(0);
	}

}
