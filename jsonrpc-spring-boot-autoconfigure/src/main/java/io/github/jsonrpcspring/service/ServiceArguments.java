package io.github.jsonrpcspring.service;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.JsonRpcCallSpec;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

/**
 * What is done with each argument of a method: decided once.
 */
final class ServiceArguments {

	private final List<ServiceParameter> values;

	private final @Nullable ServiceParameter spread;

	private final @Nullable ServiceParameter options;

	private final @Nullable ServiceParameter headers;

	private final boolean named;

	private final boolean allPositional;

	private final JsonMapper mapper;

	private ServiceArguments(List<ServiceParameter> parameters, boolean named, JsonMapper mapper) {
		this.mapper = mapper;
		this.values = values(parameters);
		this.spread = find(parameters, ServiceParameter.Kind.SPREAD);
		this.options = find(parameters, ServiceParameter.Kind.OPTIONS);
		this.headers = find(parameters, ServiceParameter.Kind.HEADERS);
		this.named = named;
		this.allPositional = !named && this.values.size() == parameters.size()
				&& (parameters.isEmpty() || !parameters.get(parameters.size() - 1).variable());
	}

	private static List<ServiceParameter> values(List<ServiceParameter> parameters) {
		List<ServiceParameter> values = new ArrayList<>();
		for (ServiceParameter parameter : parameters) {
			if (parameter.kind() == ServiceParameter.Kind.VALUE) {
				values.add(parameter);
			}
		}
		return values;
	}

	private static @Nullable ServiceParameter find(List<ServiceParameter> parameters, ServiceParameter.Kind kind) {
		for (ServiceParameter parameter : parameters) {
			if (parameter.kind() == kind) {
				return parameter;
			}
		}
		return null;
	}

	/**
	 * Decide what is done with each argument.
	 * @param service the interface
	 * @param method its method
	 * @param named whether the arguments are sent by name
	 * @throws InvalidJsonRpcClientException if a parameter cannot be sent
	 */
	static ServiceArguments of(ServiceType service, Method method, boolean named) {
		List<ServiceParameter> parameters = new ServiceParameters(service, method, named).toList();
		boolean version2 = service.template().settings().version() != JsonRpcVersion.V1_0;
		return new ServiceArguments(parameters, named && version2, service.template().jsonMapper());
	}

	void bind(@Nullable Object[] arguments, JsonRpcCallSpec<?> spec) {
		if (this.allPositional) {
			spec.params(arguments);
			return;
		}
		if (this.options != null && arguments[this.options.index()] instanceof JsonRpcCallOptions options) {
			spec.options(options);
		}
		if (this.headers != null && arguments[this.headers.index()] instanceof HttpHeaders headers) {
			spec.headers((target) -> target.putAll(headers));
		}
		Object spread = (this.spread != null) ? arguments[this.spread.index()] : null;
		if (this.named || (this.values.isEmpty() && this.spread != null)) {
			Map<String, @Nullable Object> named = named(arguments);
			spec.namedParams(named);
			spread = (spread != null && !named.isEmpty()) ? distinct(spread, named.keySet()) : spread;
		}
		else {
			spec.params(positional(arguments));
		}
		if (spread != null) {
			spec.namedParams(spread);
		}
	}

	/**
	 * Refuse an object with a property that is named like another argument, as one of the
	 * two would be lost.
	 */
	private Object distinct(Object spread, Set<String> names) {
		Object properties = (spread instanceof Map) ? spread : tree(spread);
		for (String name : names) {
			if ((properties instanceof Map<?, ?> map) ? map.containsKey(name)
					: properties instanceof JsonNode tree && tree.has(name)) {
				throw new IllegalArgumentException("The argument '" + name
						+ "' is also a property of the object that is spread: send it only once");
			}
		}
		return properties;
	}

	/**
	 * Return the JSON of an object, or the object itself for others to say what is wrong.
	 */
	private Object tree(Object spread) {
		try {
			return this.mapper.valueToTree(spread);
		}
		catch (JacksonException ex) {
			return spread;
		}
	}

	private Map<String, @Nullable Object> named(@Nullable Object[] arguments) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		for (ServiceParameter parameter : this.values) {
			Object value = arguments[parameter.index()];
			values.put(parameter.name(), (value instanceof Optional<?> optional) ? optional.orElse(null) : value);
		}
		return values;
	}

	private @Nullable Object[] positional(@Nullable Object[] arguments) {
		List<@Nullable Object> values = new ArrayList<>();
		for (ServiceParameter parameter : this.values) {
			Object value = arguments[parameter.index()];
			if (parameter.variable() && value != null) {
				for (int i = 0; i < Array.getLength(value); i++) {
					values.add(Array.get(value, i));
				}
			}
			else {
				values.add(value);
			}
		}
		return values.toArray();
	}

}
