package io.github.jsonrpcspring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * A property that is wrong, with the way out. Unlike the exceptions of Spring Boot it
 * does not show values, which may be secrets, and has no cause that could.
 */
final class JsonRpcConfigurationException extends FailureAnalyzedException {

	private final String property;

	private final String problem;

	private final String action;

	/**
	 * Create an exception.
	 * @param property the full name of the property
	 * @param problem what is wrong, continuing a sentence that begins with the property
	 * @param action the way out
	 */
	JsonRpcConfigurationException(String property, String problem, String action) {
		this(property, problem, action, null);
	}

	private JsonRpcConfigurationException(String property, String problem, String action, @Nullable Origin origin) {
		super("Property '" + property + "'" + ((origin != null) ? " (originating from '" + origin + "') " : " ")
				+ problem + ".", action);
		this.property = property;
		this.problem = problem;
		this.action = action;
	}

	/**
	 * Return this exception with the place where the property was found, if it is known.
	 */
	JsonRpcConfigurationException withOrigin(Environment environment) {
		Origin origin = findOrigin(environment);
		if (origin == null) {
			return this;
		}
		JsonRpcConfigurationException exception = new JsonRpcConfigurationException(this.property, this.problem,
				this.action, origin);
		exception.setStackTrace(getStackTrace());
		return exception;
	}

	private @Nullable Origin findOrigin(Environment environment) {
		if (!ConfigurationPropertyName.isValid(this.property)) {
			return null;
		}
		ConfigurationPropertyName name = ConfigurationPropertyName.of(this.property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return found.getOrigin();
			}
		}
		return null;
	}

}
