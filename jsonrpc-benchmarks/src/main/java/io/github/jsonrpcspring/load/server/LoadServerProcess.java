package io.github.jsonrpcspring.load.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The server as its parent sees it.
 *
 * @since 0.1.0
 */
public final class LoadServerProcess implements AutoCloseable {

	private final Process process;

	private final URI uri;

	/**
	 * Start the server.
	 */
	public LoadServerProcess() {
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), LoadServer.class.getName());
		try {
			this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			String port = this.process.inputReader().readLine();
			if (port == null) {
				throw new IOException("The server did not start");
			}
			this.uri = URI.create("http://127.0.0.1:" + port + "/");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return where the server is.
	 * @return the URI
	 */
	public URI uri() {
		return this.uri;
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
