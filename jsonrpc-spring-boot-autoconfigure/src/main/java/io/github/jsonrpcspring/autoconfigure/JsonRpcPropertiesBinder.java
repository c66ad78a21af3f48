package io.github.jsonrpcspring.autoconfigure;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Binds {@link JsonRpcProperties} and refuses what no field takes, without showing a
 * value that may be a secret.
 */
final class JsonRpcPropertiesBinder {

	private JsonRpcPropertiesBinder() {
	}

	/**
	 * Bind the properties.
	 * @throws JsonRpcConfigurationException if a name is wrong or a value does not fit
	 */
	static JsonRpcProperties bind(Environment environment) {
		try {
			PropertyNames names = PropertyNames.of(environment);
			names.check();
			JsonRpcProperties properties = bindAll(environment);
			new ClientNames(names).check(properties.getClients());
			return properties;
		}
		catch (JsonRpcConfigurationException ex) {
			throw ex.withOrigin(environment);
		}
	}

	private static JsonRpcProperties bindAll(Environment environment) {
		try {
			return Binder.get(environment)
				.bindOrCreate(JsonRpcProperties.PREFIX, Bindable.of(JsonRpcProperties.class),
						new HealthParamsBindHandler(new KnownElementsBindHandler()));
		}
		catch (BindException ex) {
			throw BindFailures.translate(ex);
		}
	}

}
