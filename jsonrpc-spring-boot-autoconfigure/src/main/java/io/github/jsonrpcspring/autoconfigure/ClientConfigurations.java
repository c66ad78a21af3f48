package io.github.jsonrpcspring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.jsonrpcspring.actuate.JsonRpcConfigurationDescriptor;
import io.github.jsonrpcspring.actuate.JsonRpcHealthCheck;
import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.env.Environment;

/**
 * The configurations of all clients. Creating it checks every property.
 */
final class ClientConfigurations {

	private final Map<String, ClientConfiguration> configurations = new LinkedHashMap<>();

	private final Map<String, ClientConfiguration> templates = new LinkedHashMap<>();

	private final Transports transports;

	private final HttpSettingsMapper httpSettings;

	private final IdGenerators idGenerators;

	private final Authentications authentications;

	ClientConfigurations(Environment environment, RegisteredClients registered, Transports transports,
			HttpSettingsMapper httpSettings, IdGenerators idGenerators, Authentications authentications) {
		this.transports = transports;
		this.httpSettings = httpSettings;
		this.idGenerators = idGenerators;
		this.authentications = authentications;
		try {
			create(JsonRpcPropertiesBinder.bind(environment), registered);
		}
		catch (JsonRpcConfigurationException ex) {
			throw ex.withOrigin(environment);
		}
	}

	private void create(JsonRpcProperties properties, RegisteredClients registered) {
		Integer maxMethodTags = properties.getMetrics().getMaxMethodTags();
		if (maxMethodTags != null) {
			Limits.atLeastOne(new Setting<>(JsonRpcProperties.PREFIX + ".metrics.max-method-tags", maxMethodTags));
		}
		CommonProperties defaults = properties.getDefaults();
		// Wrong defaults fail even if each client has settings of its own
		configuration("defaults", new Client(), defaults, null);
		properties.getClients().forEach((name, client) -> {
			ClientConfiguration configuration = configuration(name, client, defaults, this.authentications);
			if (registered.names().contains(name)) {
				if (configuration.settings().target() == null) {
					throw missingUrl(name);
				}
				this.templates.put(BeanNames.template(name), configuration);
			}
			this.configurations.put(name, configuration);
		});
	}

	private ClientConfiguration configuration(String name, Client client, CommonProperties defaults,
			@Nullable Authentications authentications) {
		JsonRpcClientSettings settings = ClientSettingsMapper.map(name, client, defaults);
		MergedProperties properties = new MergedProperties(name, client, defaults);
		Supplier<JsonRpcIdGenerator> idGenerator = properties.findText("id-strategy", CommonProperties::getIdStrategy)
			.map(this.idGenerators::find)
			.orElse(JsonRpcIdGenerator::decimal);
		Transport transport = this.transports.kind(properties);
		HttpClientSettings http = this.httpSettings.map(name, client, defaults,
				this.transports.canHandleCookies(transport));
		JsonRpcConfigurationDescriptor description = ConfigurationDescriber.describe(properties, client, transport,
				http, (authentications != null) ? authentications.kind(properties, client, settings) : "none");
		return new ClientConfiguration(settings, transport, http, idGenerator, HealthMapper.map(properties, settings),
				(authentications != null) ? authentications.find(name, client, defaults) : null, description);
	}

	/**
	 * Return the configuration of a client that has a URL.
	 */
	ClientConfiguration get(String name) {
		ClientConfiguration configuration = this.configurations.get(name);
		if (configuration == null || configuration.settings().target() == null) {
			throw missingUrl(name);
		}
		return configuration;
	}

	/**
	 * Return the names of the clients.
	 */
	Set<String> names() {
		return this.configurations.keySet();
	}

	/**
	 * Return the SSL bundles that clients use.
	 */
	Stream<SslBundle> sslBundles() {
		return this.configurations.values().stream().flatMap((client) -> Stream.ofNullable(client.http().sslBundle()));
	}

	/**
	 * Find the configuration of a template that comes from properties.
	 */
	@Nullable ClientConfiguration findByTemplate(String bean) {
		return this.templates.get(bean);
	}

	/**
	 * Return the health checks, by the names of the clients.
	 */
	Map<String, JsonRpcHealthCheck> healthChecks() {
		Map<String, JsonRpcHealthCheck> checks = new LinkedHashMap<>();
		this.configurations.forEach((name, configuration) -> {
			if (configuration.health() != null) {
				checks.put(name, configuration.health());
			}
		});
		return checks;
	}

	private static JsonRpcConfigurationException missingUrl(String name) {
		String property = JsonRpcProperties.PREFIX + ".clients." + name + ".url";
		return new JsonRpcConfigurationException(property, "is missing", "Set '" + property
				+ "' to the address of the server, or define a bean '" + BeanNames.template(name) + "'.");
	}

}
