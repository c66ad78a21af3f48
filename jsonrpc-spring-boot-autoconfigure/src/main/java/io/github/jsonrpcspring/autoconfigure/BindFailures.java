package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * Describes why properties could not be bound, in place of exceptions that show values.
 */
final class BindFailures {

	private BindFailures() {
	}

	static JsonRpcConfigurationException translate(BindException failure) {
		if (failure.getCause() instanceof JsonRpcConfigurationException described) {
			return described;
		}
		if (failure.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
			return UnknownKeys.describe(
					unbound.getUnboundProperties().stream().map((unknown) -> unknown.getName().toString()).toList());
		}
		String name = failure.getName().toString();
		Class<?> type = failure.getTarget().getType().resolve(Object.class);
		String expected = expectation(type);
		if (expected != null) {
			return new JsonRpcConfigurationException(name, "must be " + expected + value(failure),
					"Correct the value, or remove it.");
		}
		if (Collection.class.isAssignableFrom(type)) {
			Class<?> element = failure.getTarget().getType().asCollection().resolveGeneric();
			return new JsonRpcConfigurationException(name, "must be a list",
					"Set " + ((element != null && KnownKeys.isGroup(element)) ? keysBelow(name + "[0]", element)
							: "'" + name + "[0]'") + " and so on.");
		}
		if (KnownKeys.isGroup(type) || Map.class.isAssignableFrom(type)) {
			return new JsonRpcConfigurationException(name, "takes no value of its own",
					"Set " + keysBelow(name, type) + " instead.");
		}
		return new JsonRpcConfigurationException(name, "cannot be read as " + type.getSimpleName(),
				"Write it as a single text.");
	}

	/**
	 * Describe the keys below the kinds of credentials.
	 */
	static String keysBelow(String credentials) {
		Class<?> type = switch (credentials.substring(credentials.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
			case "basic" -> JsonRpcProperties.Basic.class;
			case "bearer" -> JsonRpcProperties.Bearer.class;
			default -> JsonRpcProperties.Header.class;
		};
		return keysBelow(credentials, type);
	}

	private static String keysBelow(String name, Class<?> type) {
		if (type == Client.class) {
			return "'" + name + ".url'";
		}
		if (Map.class.isAssignableFrom(type)) {
			boolean params = name.endsWith(".health.params");
			return (params ? "'" + name + "[0]' and so on, or " : "") + "'" + name
					+ (name.endsWith(".clients") ? ".<name>.url'" : ".<name>'")
					+ (params ? ", or the property itself to JSON, " + HealthParams.EXAMPLE + "," : "");
		}
		return KnownKeys.directlyBelow(type)
			.stream()
			.map((key) -> "'" + name + "." + key + "'")
			.collect(Collectors.joining(", "));
	}

	private static @Nullable String expectation(Class<?> type) {
		if (type == Duration.class) {
			return "a duration such as '5s' or '500ms'";
		}
		if (type == DataSize.class) {
			return "a size such as '10MB' or '512KB'";
		}
		if (type == Boolean.class) {
			return "true or false";
		}
		if (type == Integer.class) {
			return "a whole number";
		}
		return type.isEnum() ? oneOf(Arrays.stream(type.getEnumConstants()).map(BindFailures::word).toList()) : null;
	}

	static String word(Object constant) {
		return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static String oneOf(List<String> words) {
		return "one of " + words.stream().map((word) -> "'" + word + "'").collect(Collectors.joining(", "));
	}

	/**
	 * Only what is not bound to text, and so no secret.
	 */
	private static String value(BindException failure) {
		ConfigurationProperty property = failure.getProperty();
		return (property != null && property.getName().equals(failure.getName()))
				? ", not '" + property.getValue() + "'" : "";
	}

}
