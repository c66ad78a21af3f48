package io.github.jsonrpcspring.soak.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The server as its parent sees it: a process that can be restarted.
 *
 * @since 0.1.0
 */
public final class ServerProcess implements AutoCloseable {

	private final long seed;

	private int calmPort;

	private int roughPort;

	private final Received received = new Received();

	private Figures past = new Figures(0, 0, 0);

	private volatile boolean up;

	private @Nullable Process process;

	private @Nullable BufferedReader output;

	/**
	 * Start the server.
	 * @param seed the seed of the run
	 */
	public ServerProcess(long seed) {
		this.seed = seed;
		start();
	}

	private synchronized void start() {
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), FaultServer.class.getName(),
				Long.toString(this.seed), Integer.toString(this.calmPort), Integer.toString(this.roughPort));
		try {
			Process started = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			this.process = started;
			this.output = started.inputReader();
			String[] ports = String.valueOf(this.output.readLine()).split(" ", -1);
			if (ports.length != 3 || !ports[0].equals(FaultServer.READY)) {
				throw new IOException("The server did not start: " + String.join(" ", ports));
			}
			this.calmPort = Integer.parseInt(ports[1]);
			this.roughPort = Integer.parseInt(ports[2]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.up = true;
	}

	/**
	 * End the server as a crash would, and start it again.
	 */
	public synchronized void restart() {
		this.up = false;
		stop();
		start();
	}

	private void stop() {
		this.past = figures().ended();
		this.received.addAll(ask(FaultServer.STOP));
		Process running = this.process;
		if (running != null) {
			running.destroyForcibly();
			running.onExit().join();
		}
	}

	/**
	 * Wait until the server is up.
	 */
	public void awaitUp() {
		if (!this.up) {
			synchronized (this) {
				if (!this.up) {
					throw new IllegalStateException("The server did not start again");
				}
			}
		}
	}

	/**
	 * Return where the connections last.
	 * @return the URI
	 */
	public URI calm() {
		return URI.create("http://127.0.0.1:" + this.calmPort + "/");
	}

	/**
	 * Return where everything happens.
	 * @return the URI
	 */
	public URI rough() {
		return URI.create("http://127.0.0.1:" + this.roughPort + "/");
	}

	/**
	 * Return what the server, and those before it, counted.
	 * @return the figures
	 */
	public synchronized Figures figures() {
		return this.past.plus(Figures.parse(ask(FaultServer.FIGURES)));
	}

	/**
	 * Return the calls that the server has received so far; to be asked once, at the end.
	 * @return the calls
	 */
	public synchronized Received received() {
		this.received.addAll(ask(FaultServer.RECEIVED));
		return this.received;
	}

	private String ask(String question) {
		try {
			Process running = this.process;
			BufferedReader answers = this.output;
			if (running == null || answers == null) {
				throw new IllegalStateException("The server is not running");
			}
			running.outputWriter().write(question + "\n");
			running.outputWriter().flush();
			String line = answers.readLine();
			if (line == null) {
				throw new IOException("The server has ended");
			}
			return line;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public synchronized void close() {
		Process running = this.process;
		if (running != null) {
			running.destroyForcibly().onExit().join();
		}
	}

}
