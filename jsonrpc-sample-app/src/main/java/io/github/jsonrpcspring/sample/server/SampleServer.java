package io.github.jsonrpcspring.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;

/**
 * A JSON-RPC server on a free port of 127.0.0.1. The path {@code /secured} asks for a
 * user name and a password.
 */
final class SampleServer implements AutoCloseable {

	static final String USERNAME = "tourist";

	static final String PASSWORD = "let me in";

	private final HttpServer server;

	private final ExecutorService executor;

	private SampleServer(HttpServer server, ExecutorService executor) {
		this.server = server;
		this.executor = executor;
	}

	/**
	 * Start a server, whose threads do not keep the process alive.
	 */
	static SampleServer start() {
		// without it, an answer waits 40 ms for its second packet on JDK 17
		System.setProperty("sun.net.httpserver.nodelay", "true");
		ExecutorService executor = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "sample-server");
			thread.setDaemon(true);
			return thread;
		});
		try {
			InetAddress localhost = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
			HttpServer server = HttpServer.create(new InetSocketAddress(localhost, 0), 0);
			server.setExecutor(executor);
			RpcHttpHandler handler = new RpcHttpHandler(new RpcDispatcher(SampleMethods.all()));
			server.createContext("/", handler);
			server.createContext("/secured", handler).setAuthenticator(new Credentials());
			// the thread that accepts connections is a daemon if its creator is one
			CompletableFuture.runAsync(server::start, executor).join();
			return new SampleServer(server, executor);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/";
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	private static final class Credentials extends BasicAuthenticator {

		private Credentials() {
			super("sample");
		}

		@Override
		public boolean checkCredentials(String username, String password) {
			return USERNAME.equals(username) && PASSWORD.equals(password);
		}

	}

}
