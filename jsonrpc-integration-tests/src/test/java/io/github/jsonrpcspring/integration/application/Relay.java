package io.github.jsonrpcspring.integration.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes bytes between client and server, counts the connections and keeps what the
 * server sent.
 */
public final class Relay implements AutoCloseable {

	private final ServerSocket socket;

	private final int target;

	private final List<Socket> sockets = new ArrayList<>();

	private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private int connections;

	private Relay(ServerSocket socket, int target) {
		this.socket = socket;
		this.target = target;
	}

	static Relay to(int port) throws IOException {
		Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
		start(relay::accept);
		return relay;
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * Return how many connections clients opened.
	 */
	public synchronized int connections() {
		return this.connections;
	}

	/**
	 * Return what clients sent since the last {@link #clear()}, one character for each
	 * byte.
	 */
	public synchronized String requests() {
		return this.sent.toString(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Return what the server sent since the last {@link #clear()}, one character for each
	 * byte.
	 */
	public synchronized String answers() {
		return this.received.toString(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Forget what was sent.
	 */
	public synchronized void clear() {
		this.sent.reset();
		this.received.reset();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = open(this.socket.accept());
				Socket server = open(new Socket());
				server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.target));
				synchronized (this) {
					this.connections++;
				}
				start(() -> pass(client, server, this.sent));
				start(() -> pass(server, client, this.received));
			}
		}
		catch (IOException ex) {
			// Closed
		}
	}

	private synchronized Socket open(Socket socket) throws IOException {
		socket.setTcpNoDelay(true);
		this.sockets.add(socket);
		return socket;
	}

	private void pass(Socket from, Socket to, ByteArrayOutputStream copy) {
		byte[] buffer = new byte[8192];
		try (from; to) {
			InputStream input = from.getInputStream();
			OutputStream output = to.getOutputStream();
			for (int count = input.read(buffer); count != -1; count = input.read(buffer)) {
				synchronized (this) {
					copy.write(buffer, 0, count);
				}
				output.write(buffer, 0, count);
			}
		}
		catch (IOException ex) {
			// Closed, at either end
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "relay");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public synchronized void close() {
		try {
			this.socket.close();
			for (Socket open : this.sockets) {
				open.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
