package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;

/**
 * Checks the names of clients, and leaves one client where the system environment gave
 * another spelling to it.
 */
final class ClientNames {

	private static final Pattern VALID = Pattern.compile("[a-z0-9-]*[a-z0-9][a-z0-9-]*");

	private final Set<String> written;

	ClientNames(PropertyNames names) {
		this.written = names.clients();
	}

	void check(Map<String, Client> clients) {
		this.written.forEach(ClientNames::checkName);
		clients.keySet().forEach(ClientNames::checkName);
		removeEnvironmentSpellings(clients);
		checkPrimary(clients);
	}

	private static void checkName(String name) {
		if (!VALID.matcher(name).matches()) {
			throw new JsonRpcConfigurationException(key(name),
					"names a client '" + name + "', which has other characters than a-z, 0-9 and dashes",
					"Rename the client, for example to '" + suggest(name) + "'.");
		}
	}

	private static String suggest(String name) {
		String words = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
		String suggestion = words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return suggestion.isEmpty() ? "my-client" : suggestion;
	}

	/**
	 * A variable such as JSONRPC_CLIENTS_MYNODE_URL sets a property of 'my-node', and
	 * seems to name a client 'mynode' as well.
	 */
	private void removeEnvironmentSpellings(Map<String, Client> clients) {
		Map<String, List<String>> spellings = new LinkedHashMap<>();
		clients.keySet()
			.forEach((name) -> spellings.computeIfAbsent(name.replace("-", ""), (uniform) -> new ArrayList<>())
				.add(name));
		for (List<String> names : spellings.values()) {
			List<String> written = names.stream().filter(this.written::contains).toList();
			if (written.size() > 1) {
				throw new JsonRpcConfigurationException(key(written.get(1)),
						"names the same client as '" + key(written.get(0))
								+ "', as dashes do not count where properties are looked up",
						"Rename one of the two, or use one spelling everywhere.");
			}
			if (written.size() == 1) {
				names.stream().filter((name) -> !written.contains(name)).forEach(clients::remove);
			}
		}
	}

	private static void checkPrimary(Map<String, Client> clients) {
		List<String> primary = clients.entrySet()
			.stream()
			.filter((entry) -> Boolean.TRUE.equals(entry.getValue().getPrimary()))
			.map(Map.Entry::getKey)
			.toList();
		if (primary.size() > 1) {
			throw new JsonRpcConfigurationException(key(primary.get(1)) + ".primary",
					"is true, and so is '" + key(primary.get(0)) + ".primary'",
					"Leave 'primary' on one of the clients " + String.join(", ", primary) + ".");
		}
	}

	private static String key(String name) {
		return JsonRpcProperties.PREFIX + ".clients." + name;
	}

}
