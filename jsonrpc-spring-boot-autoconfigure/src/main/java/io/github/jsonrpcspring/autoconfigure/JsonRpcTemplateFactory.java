package io.github.jsonrpcspring.autoconfigure;

import java.net.URI;
import java.util.Objects;

import io.github.jsonrpcspring.client.JsonRpcClientInterceptor;
import io.github.jsonrpcspring.client.JsonRpcExceptionTranslator;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.transport.WebClientJsonRpcTransport;
import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates the template of each client, with all that clients have in common. Where the
 * application has several mappers or builders of web clients and none is primary, ours is
 * used.
 */
final class JsonRpcTemplateFactory {

	private final ClientConfigurations configurations;

	private final Connectors connectors;

	private final ObjectProvider<WebClient.Builder> webClientBuilders;

	private final ObjectProvider<JsonMapper> jsonMapper;

	private final ObjectProvider<JsonRpcClientInterceptor> interceptors;

	private final ObjectProvider<JsonRpcExceptionTranslator> exceptionTranslators;

	private final ObjectProvider<JsonRpcTemplateCustomizer> customizers;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	private final ObjectProvider<JsonRpcClientObservationConvention> observationConvention;

	JsonRpcTemplateFactory(ClientConfigurations configurations, Connectors connectors,
			ObjectProvider<WebClient.Builder> webClientBuilders, ObjectProvider<JsonMapper> jsonMapper,
			ObjectProvider<JsonRpcClientInterceptor> interceptors,
			ObjectProvider<JsonRpcExceptionTranslator> exceptionTranslators,
			ObjectProvider<JsonRpcTemplateCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<JsonRpcClientObservationConvention> observationConvention) {
		this.configurations = configurations;
		this.connectors = connectors;
		this.webClientBuilders = webClientBuilders;
		this.jsonMapper = jsonMapper;
		this.interceptors = interceptors;
		this.exceptionTranslators = exceptionTranslators;
		this.customizers = customizers;
		this.observationRegistry = observationRegistry;
		this.observationConvention = observationConvention;
	}

	/**
	 * Create the template of a client. Bean definitions refer to this method by its name.
	 */
	JsonRpcTemplate template(String client) {
		ClientConfiguration configuration = this.configurations.get(client);
		JsonRpcTemplate.Builder builder = JsonRpcTemplate.builder(transport(configuration))
			.settings(configuration.settings())
			.idGenerator(configuration.idGenerator().get());
		if (configuration.authentication() != null) {
			builder.authentication(configuration.authentication().get());
		}
		this.jsonMapper.ifUnique(builder::jsonMapper);
		this.observationRegistry.ifUnique(builder::observationRegistry);
		this.observationConvention.ifUnique(builder::observationConvention);
		this.interceptors.orderedStream().forEach(builder::interceptor);
		this.exceptionTranslators.orderedStream().forEach(builder::exceptionTranslator);
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(client, builder));
		return builder.build();
	}

	/**
	 * The builder may be a singleton of the application's, so only a copy is changed.
	 */
	private WebClientJsonRpcTransport transport(ClientConfiguration configuration) {
		URI target = Objects.requireNonNull(configuration.settings().target());
		WebClient webClient = this.webClientBuilders.getIfUnique(this::webClientBuilder)
			.clone()
			.clientConnector(this.connectors.get(configuration.http()))
			.build();
		return WebClientJsonRpcTransport.create(webClient, target);
	}

	private WebClient.Builder webClientBuilder() {
		WebClient.Builder builder = WebClient.builder();
		this.observationRegistry.ifUnique(builder::observationRegistry);
		return builder;
	}

}
