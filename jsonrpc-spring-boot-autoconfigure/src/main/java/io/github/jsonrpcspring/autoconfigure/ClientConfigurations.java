package io.github.jsonrpcspring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;

import org.springframework.core.env.Environment;

/**
 * The configurations of all clients. Creating it checks every property.
 */
final class ClientConfigurations {

	private final Map<String, ClientConfiguration> configurations = new LinkedHashMap<>();

	ClientConfigurations(Environment environment, RegisteredClients registered, HttpSettingsMapper httpSettings,
			IdGenerators idGenerators) {
		JsonRpcProperties properties = JsonRpcPropertiesBinder.bind(environment);
		try {
			properties.getClients().forEach((name, client) -> {
				JsonRpcClientSettings settings = ClientSettingsMapper.map(name, client, properties.getDefaults());
				if (settings.target() == null && registered.names().contains(name)) {
					throw missingUrl(name);
				}
				this.configurations.put(name,
						new ClientConfiguration(settings, httpSettings.map(name, client, properties.getDefaults()),
								idGenerator(idGenerators, name, client, properties.getDefaults())));
			});
		}
		catch (JsonRpcConfigurationException ex) {
			throw ex.withOrigin(environment);
		}
	}

	private static Supplier<JsonRpcIdGenerator> idGenerator(IdGenerators idGenerators, String name, Client client,
			CommonProperties defaults) {
		return new MergedProperties(name, client, defaults).findText("id-strategy", CommonProperties::getIdStrategy)
			.map(idGenerators::find)
			.orElse(JsonRpcIdGenerator::decimal);
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

	private static JsonRpcConfigurationException missingUrl(String name) {
		String property = JsonRpcProperties.PREFIX + ".clients." + name + ".url";
		return new JsonRpcConfigurationException(property, "is missing", "Set '" + property
				+ "' to the address of the server, or define a bean '" + BeanNames.template(name) + "'.");
	}

}
