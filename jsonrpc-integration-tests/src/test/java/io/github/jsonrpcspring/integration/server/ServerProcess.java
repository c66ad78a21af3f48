package io.github.jsonrpcspring.integration.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that listens on ports of its own choice, says which, and ends with its
 * standard input: so it ends with this process, however that ends.
 */
final class ServerProcess implements AutoCloseable {

	private static final Pattern READY = Pattern.compile("listening on (?:[\\d.]+:)?(\\d+(?: \\d+)*)",
			Pattern.CASE_INSENSITIVE);

	private static final int START_SECONDS = 120;

	private static final int END_SECONDS = 10;

	private final Process process;

	private final CompletableFuture<List<Integer>> ports = new CompletableFuture<>();

	private final Path log;

	private final Thread shutdownHook;

	private ServerProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
		this.shutdownHook = new Thread(this::kill, "end of " + log.getFileName());
		Runtime.getRuntime().addShutdownHook(this.shutdownHook);
	}

	/**
	 * Start a server, and wait until it listens.
	 * @param command the command
	 * @param directory where it runs
	 * @param log the file for its output
	 */
	static ServerProcess start(List<String> command, Path directory, Path log) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
		builder.environment().put("HOME", directory.toString());
		ServerProcess server = new ServerProcess(builder.start(), log);
		try {
			Thread reader = new Thread(server::readOutput, "output of " + log.getFileName());
			reader.setDaemon(true);
			reader.start();
			server.awaitPorts();
			return server;
		}
		catch (IOException | RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	List<Integer> ports() {
		return this.ports.join();
	}

	private void awaitPorts() throws IOException {
		try {
			this.ports.get(START_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while a server started", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException("The server does not listen, its output is in %s: %s".formatted(this.log,
					Files.readString(this.log)), ex);
		}
	}

	private void readOutput() {
		try (BufferedReader reader = this.process.inputReader();
				BufferedWriter writer = Files.newBufferedWriter(this.log)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				writer.write(line);
				writer.newLine();
				writer.flush();
				Matcher matcher = READY.matcher(line);
				if (matcher.find()) {
					this.ports.complete(Arrays.stream(matcher.group(1).split(" ")).map(Integer::valueOf).toList());
				}
			}
			this.ports.completeExceptionally(new IOException("the server has ended"));
		}
		catch (IOException ex) {
			this.ports.completeExceptionally(ex);
		}
	}

	/**
	 * End the server, by force if it does not end with its standard input.
	 */
	@Override
	public void close() {
		List<ProcessHandle> children = this.process.descendants().toList();
		try {
			this.process.getOutputStream().close();
			if (!this.process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("A server did not end with its input: " + this.process.info());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			kill();
			children.forEach(ProcessHandle::destroyForcibly);
			Runtime.getRuntime().removeShutdownHook(this.shutdownHook);
		}
	}

	private void kill() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
	}

}
