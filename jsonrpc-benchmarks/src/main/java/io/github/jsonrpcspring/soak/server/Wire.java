package io.github.jsonrpcspring.soak.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes HTTP answers byte by byte as told; what is written at once is not mixed with
 * what another thread writes.
 */
final class Wire {

	private static final String OK = "200 OK";

	private final Socket socket;

	private final OutputStream output;

	Wire(Socket socket) throws IOException {
		this.socket = socket;
		this.output = socket.getOutputStream();
	}

	static byte[] http(String status, String type, byte[] body, int length) {
		String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n";
		return join(ascii(head), body);
	}

	static byte[] ok(byte[] body) {
		return http(OK, "application/json", body, body.length);
	}

	static byte[] chunked(byte[] body) {
		int half = body.length / 2;
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		answer.writeBytes(ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
				+ "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n" + Integer.toHexString(half) + "\r\n"));
		answer.write(body, 0, half);
		answer.writeBytes(ascii("\r\n" + Integer.toHexString(body.length - half) + "\r\n"));
		answer.write(body, half, body.length - half);
		answer.writeBytes(ascii("\r\n0\r\nX-Sum: 1\r\n\r\n"));
		return answer.toByteArray();
	}

	synchronized void write(byte[]... parts) throws IOException {
		for (byte[] part : parts) {
			this.output.write(part);
			this.output.flush();
		}
	}

	static byte[][] segments(byte[] answer) {
		int third = answer.length / 3;
		return new byte[][] { Arrays.copyOf(answer, third), Arrays.copyOfRange(answer, third, 2 * third),
				Arrays.copyOfRange(answer, 2 * third, answer.length) };
	}

	/**
	 * Write from another thread, where nobody cares for a connection that is gone.
	 */
	void writeQuietly(byte[] answer) {
		try {
			write(answer);
		}
		catch (IOException ex) {
			closeQuietly();
		}
	}

	void closeQuietly() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Make the coming end of the connection a reset.
	 */
	void resetOnClose() throws SocketException {
		this.socket.setSoLinger(true, 0);
	}

	/**
	 * Wait until the client ends the connection, for a time at most.
	 * @return whether it has ended
	 */
	boolean awaitEnd(int millis) throws IOException {
		this.socket.setSoTimeout(millis);
		try {
			return this.socket.getInputStream().read() == -1;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] join(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

}
