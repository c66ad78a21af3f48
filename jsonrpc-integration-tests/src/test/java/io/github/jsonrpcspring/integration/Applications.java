package io.github.jsonrpcspring.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.jsonrpcspring.integration.application.Clients;
import io.github.jsonrpcspring.integration.application.Target;
import io.github.jsonrpcspring.integration.server.RealServer;
import io.github.jsonrpcspring.integration.server.RealServers;

/**
 * The applications, each started when it is first asked for.
 */
final class Applications implements AutoCloseable {

	private final Map<Target, Clients> clients = new LinkedHashMap<>();

	private final RealServers servers;

	private Applications(RealServers servers) {
		this.servers = servers;
	}

	static Applications create() {
		try {
			return new Applications(new RealServers(Path.of("target/run").toAbsolutePath()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the URL of a server.
	 */
	URI url(RealServer server) throws Exception {
		return this.servers.url(server);
	}

	/**
	 * Return the clients of a server.
	 */
	synchronized Clients clients(Target target) throws Exception {
		URI url = url(target.server());
		if (!this.clients.containsKey(target)) {
			this.clients.put(target, Clients.start(target, url, this.servers.keyStore()));
		}
		return this.clients.get(target);
	}

	@Override
	public synchronized void close() {
		try (this.servers) {
			this.clients.values().forEach(Clients::close);
		}
	}

}
