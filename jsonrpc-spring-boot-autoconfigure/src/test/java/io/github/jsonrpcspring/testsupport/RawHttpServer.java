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
import java.util.stream.Collectors;

import javax.net.ServerSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * A server of plain sockets that answers exactly as it is told, byte by byte, and
 * remembers what it received.
 * <p>
 * A connection that its script leaves open stays open until the client closes it.
 */
public final class RawHttpServer implements AutoCloseable {

	/** How many may connect at once; what exceeds it may be reset. */
	private static final int BACKLOG = 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final ServerSocket serverSocket;

	private final Script script;

	private final List<Socket> sockets = new ArrayList<>();

	private final List<RawConnection> connections = new ArrayList<>();

	private final List<RawRequest> requests = new ArrayList<>();

	private int openConnections;

	private boolean closed;

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
		return start(ServerSocketFactory.getDefault(), script);
	}

	/**
	 * Start a server with sockets of its own kind, such as those of TLS.
	 * @param sockets makes its socket
	 * @param script what to do with each connection
	 * @return the running server
	 */
	public static RawHttpServer start(ServerSocketFactory sockets, Script script) {
		try {
			ServerSocket socket = sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
			RawHttpServer server = new RawHttpServer(socket, script);
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
		return start(script(answer));
	}

	/**
	 * Return what answers every request and keeps its connections open.
	 * @param answer makes the text of an answer
	 * @return the script
	 */
	public static Script script(Function<RawRequest, String> answer) {
		return (connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				connection.write(answer.apply(request));
			}
		};
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
	 * Return the port of this server.
	 * @return the port on the loopback interface
	 */
	public int port() {
		return this.serverSocket.getLocalPort();
	}

	/**
	 * Return all that was received, after decryption if the sockets do that.
	 * @return the bytes of all connections so far, one character for each
	 */
	public synchronized String received() {
		return this.connections.stream().map(RawConnection::allReceived).collect(Collectors.joining());
	}

	/**
	 * Return the connections in the order of their beginning.
	 * @return the connections so far
	 */
	public synchronized List<RawConnection> allConnections() {
		return List.copyOf(this.connections);
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
	 * Wait for a number of connections.
	 * @param count how many connections since the start
	 */
	public void awaitConnections(int count) {
		await(() -> this.sockets.size() >= count, count + " connections");
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
			if (connection == null) {
				socket.close();
				return;
			}
			run("raw-receiver", () -> {
				connection.receive();
				ended();
			});
			run("raw-script", () -> this.script.serve(connection));
		}
	}

	/**
	 * Note a connection; {@code accept()} may still return one while the server closes.
	 */
	private synchronized @Nullable RawConnection opened(Socket socket) {
		if (this.closed) {
			return null;
		}
		this.sockets.add(socket);
		this.openConnections++;
		notifyAll();
		RawConnection connection = new RawConnection(socket, this.sockets.size(), this::received);
		this.connections.add(connection);
		return connection;
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
				this.closed = true;
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
