package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes parameters of what was bound as a map: binding gives the elements of a list the
 * keys 0, 1, 2 and so on, and JSON text the key of {@link #JSON}.
 */
final class HealthParams {

	static final String EXAMPLE = "a list or an object, such as '[1, null]' or '{\"deep\": true}'";

	/** The key that JSON text has, which no property can have. */
	static final String JSON = "";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private HealthParams() {
	}

	static boolean isJson(String text) {
		String stripped = text.strip();
		return stripped.startsWith("[") || stripped.startsWith("{");
	}

	/**
	 * Return the parameters, a list or a map.
	 */
	static Object of(Setting<Map<String, Object>> setting, JsonRpcVersion version) {
		Object json = setting.value().get(JSON);
		Object params = (json != null) ? json(new Setting<>(setting.property(), json.toString()))
				: value(setting.property(), setting.value());
		if (params instanceof Map && version == JsonRpcVersion.V1_0) {
			throw setting.refuse("has names, which JSON-RPC 1.0 does not have", "Write the parameters as a list.");
		}
		return params;
	}

	private static Object json(Setting<String> setting) {
		try {
			JsonNode json = MAPPER.readTree(Secrets.resolved(setting));
			if (json.isArray()) {
				return List.<Object>copyOf(json.values());
			}
			Map<String, Object> named = new LinkedHashMap<>();
			json.forEachEntry(named::put);
			return named;
		}
		catch (JacksonException ex) {
			throw setting.refuse("begins like JSON but is not JSON", "Correct the text: it must be " + EXAMPLE + ".");
		}
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
