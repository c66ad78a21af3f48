package io.github.jsonrpcspring.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * The server's end of one connection of a {@link RawHttpServer}.
 */
public final class RawConnection {

	private final Socket socket;

	private final int number;

	private final Consumer<RawRequest> recorder;

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private final ByteArrayOutputStream everything = new ByteArrayOutputStream();

	private int served;

	private boolean ended;

	RawConnection(Socket socket, int number, Consumer<RawRequest> recorder) {
		this.socket = socket;
		this.number = number;
		this.recorder = recorder;
	}

	/**
	 * Return the number of this connection.
	 * @return the number, 1 for the first connection of the server
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Wait for a whole request.
	 * @return the request, or {@code null} when the connection ended before
	 */
	public synchronized @Nullable RawRequest read() throws InterruptedException {
		RawRequest request = takeRequest();
		while (request == null && !this.ended) {
			wait();
			request = takeRequest();
		}
		return request;
	}

	private @Nullable RawRequest takeRequest() {
		byte[] bytes = this.received.toByteArray();
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		int headEnd = text.indexOf("\r\n\r\n") + 4;
		if (headEnd < 4) {
			return null;
		}
		String head = text.substring(0, headEnd);
		String length = new RawRequest(head, new byte[0]).header("Content-Length");
		int end = headEnd + ((length != null) ? Integer.parseInt(length) : 0);
		if (bytes.length < end) {
			return null;
		}
		this.received.reset();
		this.received.write(bytes, end, bytes.length - end);
		RawRequest request = new RawRequest(head, Arrays.copyOfRange(bytes, headEnd, end));
		this.served++;
		this.recorder.accept(request);
		return request;
	}

	/**
	 * Return all that was received.
	 * @return the bytes so far, one character for each
	 */
	synchronized String allReceived() {
		return this.everything.toString(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Return the common name of the certificate that the client showed.
	 * @return the name
	 */
	public String clientName() throws IOException {
		return ((SSLSocket) this.socket).getSession().getPeerPrincipal().getName().replace("CN=", "");
	}

	/**
	 * Return how many requests were read from this connection.
	 * @return the number of requests so far
	 */
	public synchronized int served() {
		return this.served;
	}

	/**
	 * Write text.
	 * @param text the text, written as UTF-8
	 */
	public void write(String text) throws IOException {
		write(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Write bytes.
	 * @param bytes the bytes
	 */
	public void write(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		this.socket.getOutputStream().flush();
	}

	/**
	 * Close the connection in good order.
	 */
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * Close the connection with a reset.
	 */
	public void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	/**
	 * Wait until the connection has ended, from whichever side.
	 */
	public synchronized void awaitEnd() throws InterruptedException {
		while (!this.ended) {
			wait();
		}
	}

	/**
	 * Wait until something has come, or the connection has ended.
	 */
	public synchronized void awaitBytes() throws InterruptedException {
		while (this.everything.size() == 0 && !this.ended) {
			wait();
		}
	}

	/**
	 * Wait for the end of the connection, but no longer than a given time.
	 * @param time how long to wait
	 * @return whether the connection is still open
	 */
	public synchronized boolean isOpenAfter(Duration time) throws InterruptedException {
		long deadline = System.nanoTime() + time.toNanos();
		for (long left = time.toMillis(); !this.ended && left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
			wait(left);
		}
		return !this.ended;
	}

	/**
	 * Take in what comes until the connection ends.
	 */
	void receive() {
		byte[] buffer = new byte[8192];
		try {
			InputStream in = this.socket.getInputStream();
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				synchronized (this) {
					this.received.write(buffer, 0, count);
					this.everything.write(buffer, 0, count);
					notifyAll();
				}
			}
		}
		catch (IOException ex) {
			// A reset is an end like any other
		}
		synchronized (this) {
			this.ended = true;
			notifyAll();
		}
	}

}
