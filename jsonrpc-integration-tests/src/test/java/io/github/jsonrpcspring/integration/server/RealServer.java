package io.github.jsonrpcspring.integration.server;

import java.util.Arrays;

/**
 * A server that the client is tested with, named as in the documentation.
 */
public enum RealServer {

	JSONRPC4J("jsonrpc4j"),

	JAYSON("jayson"),

	JAYSON_HTTPS("jayson, https"),

	JAYSON_1_0("jayson, 1.0"),

	ANVIL("anvil");

	private final String displayName;

	RealServer(String displayName) {
		this.displayName = displayName;
	}

	/**
	 * Return the server of a name.
	 */
	public static RealServer named(String name) {
		return Arrays.stream(values())
			.filter((server) -> server.displayName.equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No server is named '" + name + "'"));
	}

	/**
	 * Whether it is the Ethereum node, which has methods of its own.
	 */
	public boolean isNode() {
		return this == ANVIL;
	}

	@Override
	public String toString() {
		return this.displayName;
	}

}
