package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.jsonrpcspring.protocol.JsonRpcVersion;

/**
 * Makes parameters of what was bound as a map: binding gives the elements of a list the
 * keys 0, 1, 2 and so on.
 */
final class HealthParams {

	private HealthParams() {
	}

	/**
	 * Return the parameters, a list or a map.
	 */
	static Object of(Setting<Map<String, Object>> setting, JsonRpcVersion version) {
		Object params = value(setting.property(), setting.value());
		if (params instanceof Map && version == JsonRpcVersion.V1_0) {
			throw setting.refuse("has names, which JSON-RPC 1.0 does not have", "Write the parameters as a list.");
		}
		return params;
	}

	@SuppressWarnings("unchecked")
	static List<Object> positional(Object params) {
		return (params instanceof List) ? (List<Object>) params : List.of();
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> named(Object params) {
		return (params instanceof Map) ? (Map<String, Object>) params : Map.of();
	}

	private static Object value(String property, Object value) {
		if (value instanceof Map<?, ?> map) {
			return container(property, map);
		}
		if (value instanceof String text) {
			return Secrets.resolved(new Setting<>(property, text));
		}
		if (value instanceof Number || value instanceof Boolean) {
			return value;
		}
		throw new JsonRpcConfigurationException(property, "is neither text nor a number nor a boolean",
				"Put quotes around a text.");
	}

	private static Object container(String property, Map<?, ?> map) {
		Map<String, Object> named = new LinkedHashMap<>();
		Map<Integer, Object> positional = new TreeMap<>();
		map.forEach((key, value) -> {
			String name = String.valueOf(key);
			Object converted = value(property + (name.matches("[a-z-]+") ? "." + name : "[" + name + "]"), value);
			named.put(name, converted);
			if (name.matches("[0-9]{1,9}")) {
				positional.put(Integer.valueOf(name), converted);
			}
		});
		if (positional.isEmpty()) {
			return named;
		}
		if (positional.size() != named.size() || !positional.containsKey(positional.size() - 1)) {
			throw new JsonRpcConfigurationException(property,
					"has " + ((positional.size() != named.size()) ? "names beside positions" : "gaps in its positions"),
					"Write a list, or give each parameter a name.");
		}
		return new ArrayList<>(positional.values());
	}

}
