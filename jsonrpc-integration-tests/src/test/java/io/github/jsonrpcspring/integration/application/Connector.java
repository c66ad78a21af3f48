package io.github.jsonrpcspring.integration.application;

import java.util.Map;

/**
 * An HTTP client that the application can use, under a WebClient or a RestClient.
 */
public enum Connector {

	REACTOR_NETTY("web-client", "spring.http.clients.reactive.connector", "reactor"),

	JDK("web-client", "spring.http.clients.reactive.connector", "jdk"),

	REST_HTTP_COMPONENTS("rest-client", "spring.http.clients.imperative.factory", "http-components"),

	REST_JDK("rest-client", "spring.http.clients.imperative.factory", "jdk");

	private final String transport;

	private final String property;

	private final String value;

	Connector(String transport, String property, String value) {
		this.transport = transport;
		this.property = property;
		this.value = value;
	}

	/**
	 * Whether callers that do not wait need a thread that does.
	 */
	boolean isBlocking() {
		return this.transport.equals("rest-client");
	}

	Map<String, Object> properties() {
		return Map.of("jsonrpc.defaults.transport", this.transport, this.property, this.value);
	}

}
