package io.github.jsonrpcspring.autoconfigure;

import java.net.URI;
import java.util.Objects;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.WebClientJsonRpcTransport;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes transports on copies of the application's builder of web clients. Where there are
 * several and none is primary, ours is used.
 */
final class WebClientTransports implements HttpTransports {

	private final Connectors connectors;

	private final ObjectProvider<WebClient.Builder> builders;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	WebClientTransports(Connectors connectors, ObjectProvider<WebClient.Builder> builders,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		this.connectors = connectors;
		this.builders = builders;
		this.observationRegistry = observationRegistry;
	}

	@Override
	public Transport kind() {
		return Transport.WEB_CLIENT;
	}

	@Override
	public boolean canHandleCookies() {
		return this.connectors.canHandleCookies();
	}

	@Override
	public JsonRpcTransport create(ClientConfiguration configuration) {
		URI target = Objects.requireNonNull(configuration.settings().target());
		WebClient.Builder builder = this.builders.getIfUnique(this::builder)
			.clone()
			.clientConnector(this.connectors.get(configuration.http()));
		return WebClientJsonRpcTransport.create(builder, target);
	}

	private WebClient.Builder builder() {
		WebClient.Builder builder = WebClient.builder();
		this.observationRegistry.ifUnique(builder::observationRegistry);
		return builder;
	}

}
