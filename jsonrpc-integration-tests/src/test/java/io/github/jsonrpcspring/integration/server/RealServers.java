package io.github.jsonrpcspring.integration.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.opentest4j.TestAbortedException;

/**
 * The servers, each started when it is first asked for, all ended together.
 */
public final class RealServers implements AutoCloseable {

	private final Path sources = Path.of("src/test/servers").toAbsolutePath();

	private final Path directory;

	private final Map<RealServer, URI> urls = new EnumMap<>(RealServer.class);

	private final Map<RealServer, Exception> failures = new EnumMap<>(RealServer.class);

	private final Deque<ServerProcess> processes = new ArrayDeque<>();

	/**
	 * Prepare the servers.
	 * @param directory for their logs and keys
	 */
	public RealServers(Path directory) throws IOException {
		this.directory = Files.createDirectories(directory);
	}

	/**
	 * Return the URL of a server, which is started if need be.
	 * @throws TestAbortedException if this machine cannot have the server
	 */
	public synchronized URI url(RealServer server) throws Exception {
		Exception failure = this.failures.get(server);
		if (failure != null) {
			throw failure;
		}
		if (!this.urls.containsKey(server)) {
			try {
				start(server);
			}
			catch (IOException | TestAbortedException ex) {
				say(ex.getMessage());
				this.failures.put(server, ex);
				throw ex;
			}
		}
		return this.urls.get(server);
	}

	/**
	 * Return what clients of the https server trust.
	 */
	public KeyStore keyStore() {
		return new KeyStore(this.directory.resolve("server.p12"));
	}

	private void say(String failure) {
		if (this.failures.values().stream().noneMatch((earlier) -> failure.equals(earlier.getMessage()))) {
			System.out.println(failure);
		}
	}

	private void start(RealServer server) throws IOException {
		switch (server) {
			case JSONRPC4J -> startJsonrpc4j();
			case JAYSON, JAYSON_HTTPS, JAYSON_1_0 -> startJayson();
			case ANVIL -> startAnvil();
		}
	}

	private void startJsonrpc4j() throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		List<Integer> ports = start("jsonrpc4j", List.of(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"),
				"io.github.jsonrpcspring.integration.jsonrpc4j.Jsonrpc4jServer"));
		this.urls.put(RealServer.JSONRPC4J, http(ports.get(0)).resolve("/rpc"));
	}

	private void startJayson() throws IOException {
		NodePackages packages = packages();
		KeyStore keyStore = KeyStore.create(keyStore().file());
		List<Integer> ports = start("jayson", List.of("node", packages.directory().resolve("server.js").toString(),
				keyStore.file().toString(), KeyStore.PASSWORD));
		this.urls.put(RealServer.JAYSON, http(ports.get(0)));
		this.urls.put(RealServer.JAYSON_1_0, http(ports.get(1)));
		this.urls.put(RealServer.JAYSON_HTTPS, URI.create("https://127.0.0.1:" + ports.get(2) + "/"));
	}

	private void startAnvil() throws IOException {
		List<Integer> ports = start("anvil", List.of("sh", this.sources.resolve("anvil.sh").toString(),
				packages().anvil().toString(), "--host", "127.0.0.1", "--port", "0", "--accounts", "3"));
		this.urls.put(RealServer.ANVIL, http(ports.get(0)));
	}

	private List<Integer> start(String name, List<String> command) throws IOException {
		ServerProcess process = ServerProcess.start(command, this.directory, this.directory.resolve(name + ".log"));
		this.processes.push(process);
		return process.ports();
	}

	private NodePackages packages() throws IOException {
		return NodePackages.install(this.sources, Path.of("target/servers").toAbsolutePath());
	}

	private static URI http(int port) {
		return URI.create("http://127.0.0.1:" + port + "/");
	}

	/**
	 * End the servers that were started.
	 */
	@Override
	public synchronized void close() {
		RuntimeException failure = null;
		while (!this.processes.isEmpty()) {
			try {
				this.processes.pop().close();
			}
			catch (RuntimeException ex) {
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

}
