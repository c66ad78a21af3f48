package io.github.jsonrpcspring.autoconfigure;

import java.net.URI;
import java.util.Objects;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.RestClientJsonRpcTransport;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.client.RestClient;

/**
 * Makes transports on copies of the application's builder of rest clients. Where there
 * are several and none is primary, ours is used.
 */
final class RestClientTransports implements HttpTransports {

	private final RequestFactories requestFactories;

	private final ObjectProvider<RestClient.Builder> builders;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	RestClientTransports(RequestFactories requestFactories, ObjectProvider<RestClient.Builder> builders,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		this.requestFactories = requestFactories;
		this.builders = builders;
		this.observationRegistry = observationRegistry;
	}

	@Override
	public Transport kind() {
		return Transport.REST_CLIENT;
	}

	@Override
	public boolean canHandleCookies() {
		return this.requestFactories.canHandleCookies();
	}

	@Override
	public JsonRpcTransport create(ClientConfiguration configuration) {
		URI target = Objects.requireNonNull(configuration.settings().target());
		return RestClientJsonRpcTransport.create(this.builders.getIfUnique(this::builder).clone(),
				this.requestFactories.get(configuration.http()), target);
	}

	private RestClient.Builder builder() {
		RestClient.Builder builder = RestClient.builder();
		this.observationRegistry.ifUnique(builder::observationRegistry);
		return builder;
	}

}
