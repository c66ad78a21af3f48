package io.github.jsonrpcspring.integration.application;

/**
 * An HTTP client that the application can use.
 */
public enum Connector {

	REACTOR_NETTY("reactor"),

	JDK("jdk");

	private final String property;

	Connector(String property) {
		this.property = property;
	}

	String property() {
		return this.property;
	}

}
