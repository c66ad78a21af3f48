package io.github.jsonrpcspring.integration.application;

import java.util.Arrays;
import java.util.stream.Stream;

import io.github.jsonrpcspring.integration.server.RealServer;

/**
 * A server, and the HTTP client that calls it.
 *
 * @param server the server
 * @param connector the HTTP client
 */
public record Target(RealServer server, Connector connector) {

	/**
	 * Return every server with every HTTP client.
	 */
	public static Stream<Target> all() {
		return Arrays.stream(RealServer.values())
			.flatMap((server) -> Arrays.stream(Connector.values()).map((connector) -> new Target(server, connector)));
	}

	@Override
	public String toString() {
		return this.server + ", " + this.connector;
	}

}
