package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.jsonrpcspring.actuate.JsonRpcHealthCheck;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;

/**
 * Maps the health check of a client. Parameters and the expected result belong to the
 * method, so those of the defaults count with the method of the defaults only.
 */
final class HealthMapper {

	private static final String METHOD = "health.method";

	private static final String PARAMS = "health.params";

	private static final String EXPECTED = "health.expected";

	private HealthMapper() {
	}

	/**
	 * Return the check, or {@code null} if no method is set.
	 */
	static @Nullable JsonRpcHealthCheck map(MergedProperties properties, JsonRpcClientSettings settings) {
		Optional<Setting<String>> method = method(properties);
		refuseWithoutMethod(properties, method.isPresent());
		Duration timeout = properties.find("health.timeout", (common) -> common.getHealth().timeout())
			.map((setting) -> Limits.positive(setting, "Use a duration such as '2s'."))
			.orElse(JsonRpcHealthCheck.DEFAULT_TIMEOUT);
		Duration cache = properties.find("health.cache", (common) -> common.getHealth().cache())
			.map((setting) -> Limits.timeout(setting, "Use a duration such as '10s', or 0 to check each time."))
			.orElse(JsonRpcHealthCheck.DEFAULT_CACHE);
		if (method.isEmpty()) {
			return null;
		}
		MergedProperties near = (!method.get().property().startsWith(MergedProperties.DEFAULTS))
				? new MergedProperties(properties.name(), properties.client(), new CommonProperties()) : properties;
		Object params = near.find(PARAMS, (common) -> common.getHealth().params())
			.map((setting) -> HealthParams.of(setting, settings.version()))
			.orElse(List.of());
		return new JsonRpcHealthCheck(method.get().value(), HealthParams.positional(params), HealthParams.named(params),
				near.findText(EXPECTED, (common) -> common.getHealth().expected()).map(Secrets::resolved).orElse(null),
				timeout, cache);
	}

	/**
	 * Return whether any client has a method, right or wrong.
	 */
	static boolean isAnyChecked(JsonRpcProperties properties) {
		return properties.getClients()
			.entrySet()
			.stream()
			.anyMatch((client) -> findMethod(
					new MergedProperties(client.getKey(), client.getValue(), properties.getDefaults()))
				.isPresent());
	}

	private static Optional<Setting<String>> findMethod(MergedProperties properties) {
		return properties.findText(METHOD, (common) -> common.getHealth().method());
	}

	private static Optional<Setting<String>> method(MergedProperties properties) {
		Optional<Setting<String>> method = findMethod(properties);
		method.ifPresent((setting) -> {
			try {
				JsonRpcRequest.of(Secrets.resolved(setting)).build();
			}
			catch (IllegalArgumentException ex) {
				throw setting.refuse("names a method that no request can call: " + ex.getMessage(),
						"Set it to a method that costs the server little.");
			}
		});
		return method;
	}

	/**
	 * Only the defaults may say how to check without saying what.
	 */
	private static void refuseWithoutMethod(MergedProperties properties, boolean method) {
		refuseWithoutMethod(properties.key(""), properties.client().getHealth(), method, true);
		boolean own = properties.defaults().getHealth().method() != null;
		refuseWithoutMethod(MergedProperties.DEFAULTS, properties.defaults().getHealth(), own, false);
	}

	private static void refuseWithoutMethod(String prefix, HealthProperties health, boolean method, boolean all) {
		String key = (health.params() != null) ? PARAMS
				: (health.expected() != null) ? EXPECTED : (all && health.timeout() != null) ? "health.timeout"
						: (all && health.cache() != null) ? "health.cache" : null;
		if (!method && key != null) {
			throw new JsonRpcConfigurationException(prefix + key, "is set, but no method to check the health with",
					"Set '" + prefix + METHOD + "' too, or remove the property.");
		}
	}

}
