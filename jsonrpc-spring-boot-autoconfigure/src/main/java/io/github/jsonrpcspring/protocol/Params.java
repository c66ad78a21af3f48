package io.github.jsonrpcspring.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a request: none, positional, named (by a map, a bean or both), or
 * positional with the named object last.
 */
record Params(@Nullable List<@Nullable Object> values, @Nullable Object bean,
		@Nullable Map<String, @Nullable Object> names) {

	static final Params NONE = new Params(null, null, null);

	static Params ofValues(List<@Nullable Object> values) {
		return new Params(values, null, null);
	}

	static Params ofNames(Map<String, @Nullable Object> names) {
		return new Params(null, null, names);
	}

	Params withValues(List<@Nullable Object> values) {
		return new Params(values, this.bean, this.names);
	}

	Params withNames(Map<String, ?> more) {
		Map<String, @Nullable Object> merged = new LinkedHashMap<>();
		if (this.names != null) {
			merged.putAll(this.names);
		}
		merged.putAll(more);
		return new Params(this.values, this.bean, merged);
	}

	Params withBean(Object bean) {
		if (bean instanceof CharSequence || bean instanceof Number || bean instanceof Boolean
				|| bean instanceof Character || bean instanceof Enum || bean instanceof Collection
				|| bean.getClass().isArray() || (bean instanceof JsonNode node && !node.isObject())) {
			throw notAnObject(bean);
		}
		return new Params(this.values, bean, this.names);
	}

	boolean isAbsent() {
		return this.values == null && !hasNames();
	}

	boolean hasNames() {
		return this.bean != null || this.names != null;
	}

	List<@Nullable Object> positional() {
		if (this.values == null) {
			return List.of();
		}
		List<@Nullable Object> positional = new ArrayList<>(this.values);
		if (hasNames()) {
			positional.add(mergedNames(JsonRpcCodec.create().mapper()));
		}
		return Collections.unmodifiableList(positional);
	}

	Map<String, @Nullable Object> named() {
		if (this.values != null || !hasNames()) {
			return Collections.emptyMap();
		}
		return Collections.unmodifiableMap(mergedNames(JsonRpcCodec.create().mapper()));
	}

	void write(JsonGenerator generator, JsonMapper mapper) {
		if (this.values == null) {
			writeNames(generator, mapper);
			return;
		}
		generator.writeStartArray();
		this.values.forEach(generator::writePOJO);
		if (hasNames()) {
			writeNames(generator, mapper);
		}
		generator.writeEndArray();
	}

	private void writeNames(JsonGenerator generator, JsonMapper mapper) {
		generator.writeStartObject();
		((this.bean == null && this.names != null) ? this.names : mergedNames(mapper)).forEach((name, value) -> {
			generator.writeName(name);
			generator.writePOJO(value);
		});
		generator.writeEndObject();
	}

	private Map<String, @Nullable Object> mergedNames(JsonMapper mapper) {
		Map<String, @Nullable Object> merged = new LinkedHashMap<>();
		if (this.bean != null) {
			JsonNode tree = mapper.valueToTree(this.bean);
			if (!(tree instanceof ObjectNode object)) {
				throw notAnObject(this.bean);
			}
			object.properties().forEach((property) -> merged.put(property.getKey(), property.getValue()));
		}
		if (this.names != null) {
			merged.putAll(this.names);
		}
		return merged;
	}

	private static IllegalArgumentException notAnObject(Object bean) {
		return new IllegalArgumentException("params must be an array or an object (JSON-RPC 2.0, section 4.2): "
				+ bean.getClass().getName() + " is not written as a JSON object, pass it as a positional parameter");
	}

	/**
	 * Return the parameter list for a variable number of arguments.
	 */
	static List<@Nullable Object> ofArguments(@Nullable Object @Nullable [] arguments) {
		return (arguments != null && arguments.getClass() == Object[].class)
				? Arrays.<@Nullable Object>asList(arguments.clone())
				: Collections.<@Nullable Object>singletonList(arguments);
	}

}
