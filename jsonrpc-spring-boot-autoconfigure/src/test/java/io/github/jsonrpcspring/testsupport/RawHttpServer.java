package io.github.jsonrpcspring.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A server of plain sockets that answers exactly as it is told, byte by byte, and
 * remembers what it received.
 * <p>
 * A connection that its script leaves open stays open until the client closes it.
 */
public final class RawHttpServer implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final ServerSocket serverSocket;

	private final Script script;

	private final List<Socket> sockets = new ArrayList<>();

	private final List<RawRequest> requests = new ArrayList<>();

	private int openConnections;

	private RawHttpServer(ServerSocket serverSocket, Script script) {
		this.serverSocket = serverSocket;
		this.script = script;
	}

	/**
	 * Start a server on the loopback interface.
	 * @param script what to do with each connection
	 * @return the running server
	 */
	public static RawHttpServer start(Script script) {
		try {
			RawHttpServer server = new RawHttpServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
			run("raw-server", server::accept);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Start a server that answers every request and keeps its connections open.
	 * @param answer makes the text of an answer
	 * @return the running server
	 */
	public static RawHttpServer answering(Function<RawRequest, String> answer) {
		return start((connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				connection.write(answer.apply(request));
			}
		});
	}

	/**
	 * Start a server that gives every request the same answer and keeps its connections
	 * open.
	 * @param answer the text of the answer
	 * @return the running server
	 */
	public static RawHttpServer answering(String answer) {
		return answering((request) -> answer);
	}

	/**
	 * Return the address of this server.
	 * @return the URI, with a path of {@code /}
	 */
	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.serverSocket.getLocalPort() + "/");
	}

	/**
	 * Return the requests that were received whole, in the order of their arrival.
	 * @return the requests so far
	 */
	public synchronized List<RawRequest> requests() {
		return List.copyOf(this.requests);
	}

	/**
	 * Return how many connections were made.
	 * @return the number of connections so far
	 */
	public synchronized int connections() {
		return this.sockets.size();
	}

	/**
	 * Return how many connections neither side has closed.
	 * @return the number of open connections
	 */
	public synchronized int openConnections() {
		return this.openConnections;
	}

	/**
	 * Wait for whole requests.
	 * @param count how many requests since the start
	 */
	public void awaitRequests(int count) {
		await(() -> this.requests.size() >= count, count + " requests");
	}

	/**
	 * Wait for a number of open connections.
	 * @param count how many connections
	 */
	public void awaitOpenConnections(int count) {
		await(() -> this.openConnections == count, count + " open connections");
	}

	private synchronized void await(BooleanSupplier condition, String expected) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			long millis = (deadline - System.nanoTime()) / 1_000_000;
			if (millis <= 0) {
				throw new AssertionError("Expected " + expected + ", but there are " + this.requests.size()
						+ " requests and " + this.openConnections + " open connections");
			}
			try {
				wait(millis);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError("Interrupted while waiting for " + expected, ex);
			}
		}
	}

	private void accept() throws IOException {
		while (!this.serverSocket.isClosed()) {
			Socket socket = this.serverSocket.accept();
			socket.setTcpNoDelay(true);
			RawConnection connection = opened(socket);
			run("raw-receiver", () -> {
				connection.receive();
				ended();
			});
			run("raw-script", () -> this.script.serve(connection));
		}
	}

	private synchronized RawConnection opened(Socket socket) {
		this.sockets.add(socket);
		this.openConnections++;
		notifyAll();
		return new RawConnection(socket, this.sockets.size(), this::received);
	}

	private synchronized void received(RawRequest request) {
		this.requests.add(request);
		notifyAll();
	}

	private synchronized void ended() {
		this.openConnections--;
		notifyAll();
	}

	private static void run(String name, Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException | InterruptedException ex) {
				// The connection, or the server, was closed
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.serverSocket.close();
			List<Socket> open;
			synchronized (this) {
				open = List.copyOf(this.sockets);
			}
			for (Socket socket : open) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What a server does with one connection.
	 */
	@FunctionalInterface
	public interface Script {

		/**
		 * Serve a connection; what the script leaves open stays open.
		 * @param connection the connection
		 */
		void serve(RawConnection connection) throws IOException, InterruptedException;

	}

	@FunctionalInterface
	private interface Task {

		void run() throws IOException, InterruptedException;

	}

}
