package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcClientInterceptor;
import io.github.jsonrpcspring.client.JsonRpcExceptionTranslator;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Creates the template of each client, with all that clients have in common. Where the
 * application has several mappers and none is primary, ours is used.
 */
final class JsonRpcTemplateFactory {

	private final ClientConfigurations configurations;

	private final Transports transports;

	private final ObjectProvider<JsonMapper> jsonMapper;

	private final ObjectProvider<JsonRpcClientInterceptor> interceptors;

	private final ObjectProvider<JsonRpcExceptionTranslator> exceptionTranslators;

	private final ObjectProvider<JsonRpcTemplateCustomizer> customizers;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	private final ObjectProvider<JsonRpcClientObservationConvention> observationConvention;

	JsonRpcTemplateFactory(ClientConfigurations configurations, Transports transports,
			ObjectProvider<JsonMapper> jsonMapper, ObjectProvider<JsonRpcClientInterceptor> interceptors,
			ObjectProvider<JsonRpcExceptionTranslator> exceptionTranslators,
			ObjectProvider<JsonRpcTemplateCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<JsonRpcClientObservationConvention> observationConvention) {
		this.configurations = configurations;
		this.transports = transports;
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
		JsonRpcTemplate.Builder builder = JsonRpcTemplate.builder(this.transports.create(configuration))
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

}
