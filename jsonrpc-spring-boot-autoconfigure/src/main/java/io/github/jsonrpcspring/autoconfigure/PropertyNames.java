package io.github.jsonrpcspring.autoconfigure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The names of our properties as they were written, which binding no longer knows: it
 * drops characters that it does not like. Names from the system environment are left out.
 */
final class PropertyNames {

	private static final Pattern CLIENT = Pattern
		.compile("(?i)json-?rpc\\.clients(?:\\.([^.\\[]+)|\\.?\\[([^]]*)])(?:[.\\[].*)?");

	private static final Pattern MAP_KEY = Pattern
		.compile("(?i)json-?rpc\\..+\\.(default[-_]?header|extra[-_]?members)\\.([^\\[]+)(?:\\[.*)?");

	private static final Pattern HEALTH_PARAMS = Pattern.compile("(?i)json-?rpc\\..+\\.health\\.params([.\\[].*)");

	private static final Pattern HEADER_LIST = Pattern.compile("(?i)json-?rpc\\..+\\.default[-_]?header.*\\[\\d+]");

	private static final Pattern CREDENTIALS = Pattern
		.compile("(?i)json-?rpc\\.clients\\..+\\.auth\\.(basic|bearer|header)");

	private final Set<String> names;

	private PropertyNames(Set<String> names) {
		this.names = names;
	}

	static PropertyNames of(Environment environment) {
		Set<String> names = new LinkedHashSet<>();
		for (PropertySource<?> source : ((ConfigurableEnvironment) environment).getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable
					&& !(source instanceof SystemEnvironmentPropertySource)) {
				names.addAll(Arrays.asList(enumerable.getPropertyNames()));
			}
		}
		return new PropertyNames(names);
	}

	/**
	 * Return the names of clients.
	 */
	Set<String> clients() {
		Set<String> clients = new LinkedHashSet<>();
		for (String name : this.names) {
			Matcher matcher = CLIENT.matcher(name);
			if (matcher.matches()) {
				clients.add((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2));
			}
		}
		return clients;
	}

	/**
	 * Check what binding would change or overlook.
	 */
	void check() {
		for (String name : this.names) {
			Matcher key = MAP_KEY.matcher(name);
			if (key.matches() && !key.group(2).matches("[A-Za-z0-9.-]+")) {
				throw losesCharacters(name, key.group(2));
			}
			checkHealthParams(name);
			if (HEADER_LIST.matcher(name).matches()) {
				throw new JsonRpcConfigurationException(name, "is an element of a list, while a header has one value",
						"Write the values as one text, with commas between them.");
			}
			if (CREDENTIALS.matcher(name).matches()) {
				throw new JsonRpcConfigurationException(name, "takes no value of its own",
						"Set " + BindFailures.keysBelow(name) + " instead, or remove it.");
			}
		}
	}

	private static void checkHealthParams(String name) {
		Matcher params = HEALTH_PARAMS.matcher(name);
		if (params.matches()) {
			Arrays.stream(params.group(1).replaceAll("\\[[^]]*]", "").split("\\."))
				.filter((part) -> !part.matches("[A-Za-z0-9-]*"))
				.findFirst()
				.ifPresent((part) -> {
					throw losesCharacters(name, part);
				});
		}
	}

	private static JsonRpcConfigurationException losesCharacters(String property, String name) {
		return new JsonRpcConfigurationException(property,
				"has a name that would lose characters, as only letters, digits and dashes are kept",
				"Put the name into brackets: \"[" + name + "]\".");
	}

}
