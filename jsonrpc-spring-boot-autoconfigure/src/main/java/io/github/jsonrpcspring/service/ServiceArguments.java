package io.github.jsonrpcspring.service;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.JsonRpcCallSpec;
import org.jspecify.annotations.Nullable;

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

	private ServiceArguments(List<ServiceParameter> parameters, boolean named) {
		this.values = parameters.stream().filter((one) -> one.kind() == ServiceParameter.Kind.VALUE).toList();
		this.spread = find(parameters, ServiceParameter.Kind.SPREAD);
		this.options = find(parameters, ServiceParameter.Kind.OPTIONS);
		this.headers = find(parameters, ServiceParameter.Kind.HEADERS);
		this.named = named;
		this.allPositional = !named && this.values.size() == parameters.size()
				&& parameters.stream().noneMatch(ServiceParameter::variable);
	}

	private static @Nullable ServiceParameter find(List<ServiceParameter> parameters, ServiceParameter.Kind kind) {
		return parameters.stream().filter((one) -> one.kind() == kind).findFirst().orElse(null);
	}

	/**
	 * Decide what is done with each argument.
	 * @param service the interface
	 * @param method its method
	 * @param named whether the arguments are sent by name
	 * @throws InvalidJsonRpcClientException if a parameter cannot be sent
	 */
	static ServiceArguments of(ServiceType service, Method method, boolean named) {
		return new ServiceArguments(new ServiceParameters(service, method, named).toList(), named);
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
			spec.namedParams(named(arguments));
		}
		else {
			spec.params(positional(arguments));
		}
		if (spread != null) {
			spec.namedParams(spread);
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
