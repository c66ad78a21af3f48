package io.github.jsonrpcspring.client.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The connectors that every transport test runs with.
 */
enum TestConnector {

	REACTOR_NETTY(DefaultConnector.create()),

	JDK(DefaultConnector.jdk());

	private final ClientHttpConnector connector;

	TestConnector(ClientHttpConnector connector) {
		this.connector = connector;
	}

	WebClient.Builder webClient() {
		return WebClient.builder().clientConnector(this.connector);
	}

	WebClientJsonRpcTransport transport(URI target) {
		return WebClientJsonRpcTransport.create(webClient().build(), target);
	}

	static JsonRpcTransportRequest request(String body) {
		return JsonRpcTransportRequest.of(body.getBytes(StandardCharsets.UTF_8)).build();
	}

	static String text(JsonRpcTransportResponse response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

}
