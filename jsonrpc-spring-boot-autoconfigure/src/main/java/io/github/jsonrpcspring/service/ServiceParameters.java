package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.service.ServiceParameter.Kind;
import tools.jackson.databind.JavaType;

import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.HttpHeaders;

/**
 * Reads the parameters of a method and refuses what cannot be sent.
 */
final class ServiceParameters {

	private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	private final ServiceType service;

	private final Method method;

	private final boolean named;

	private final Set<Kind> once = EnumSet.noneOf(Kind.class);

	private final Set<String> names = new HashSet<>();

	ServiceParameters(ServiceType service, Method method, boolean named) {
		this.service = service;
		this.method = method;
		this.named = named;
	}

	List<ServiceParameter> toList() {
		List<ServiceParameter> parameters = new ArrayList<>();
		for (MethodParameter parameter : new AnnotatedMethod(this.method).getMethodParameters()) {
			parameter.initParameterNameDiscovery(NAMES);
			parameters.add(read(parameter));
		}
		if (this.service.template().settings().version() == JsonRpcVersion.V1_0 && isObject(parameters)) {
			throw invalid("sends its arguments by name, which JSON-RPC 1.0 does not have",
					"Send them by position, or set version 2.0 on the client if the server speaks it.");
		}
		return parameters;
	}

	private boolean isObject(List<ServiceParameter> parameters) {
		boolean values = parameters.stream().anyMatch((one) -> one.kind() == Kind.VALUE);
		return (values) ? this.named : this.once.contains(Kind.SPREAD);
	}

	private ServiceParameter read(MethodParameter parameter) {
		MergedAnnotation<JsonRpcParam> annotation = MergedAnnotations.from(parameter.getParameterAnnotations())
			.get(JsonRpcParam.class);
		Kind kind = kind(parameter, annotation);
		String name = (this.named && kind == Kind.VALUE) ? name(parameter, annotation) : "";
		boolean variable = !this.named && kind == Kind.VALUE && this.method.isVarArgs()
				&& parameter.getParameterIndex() == this.method.getParameterCount() - 1;
		return new ServiceParameter(parameter.getParameterIndex(), name, kind, variable);
	}

	private Kind kind(MethodParameter parameter, MergedAnnotation<JsonRpcParam> annotation) {
		JavaType type = this.service.actualType(this.method, parameter.getGenericParameterType());
		Kind kind = kind(parameter, type, annotation);
		if (kind != Kind.VALUE && kind != Kind.SPREAD && annotation.isPresent()) {
			throw invalid(describe(parameter) + ", which is not sent but has @JsonRpcParam", "Remove the annotation.");
		}
		Class<?> unsupported = (kind == Kind.VALUE || kind == Kind.SPREAD) ? UnsupportedTypes.findIn(type) : null;
		if (unsupported != null) {
			throw invalid(describe(parameter) + ", but no request can hold a " + unsupported.getName(),
					"Take the values themselves, such as T instead of Mono<T> or List<T> instead of Stream<T>.");
		}
		if (kind != Kind.VALUE && !this.once.add(kind)) {
			throw invalid(
					describe(parameter) + ", the second "
							+ ((kind == Kind.SPREAD) ? "with @JsonRpcParam(spread = true)" : "of its type"),
					"Keep one of them.");
		}
		return kind;
	}

	private Kind kind(MethodParameter parameter, JavaType type, MergedAnnotation<JsonRpcParam> annotation) {
		if (type.hasRawClass(JsonRpcCallOptions.class)) {
			return Kind.OPTIONS;
		}
		if (type.isTypeOrSubTypeOf(HttpHeaders.class)) {
			return Kind.HEADERS;
		}
		if (!annotation.getValue("spread", Boolean.class).orElse(false)) {
			return Kind.VALUE;
		}
		if (BeanUtils.isSimpleProperty(type.getRawClass()) || type.isArrayType() || type.isCollectionLikeType()
				|| type.isReferenceType()) {
			throw invalid(describe(parameter) + " and spreads it, but it has no named properties",
					"Use @JsonRpcParam(spread = true) on a bean, a record or a map.");
		}
		if (!annotation.getString(MergedAnnotation.VALUE).isEmpty()) {
			throw invalid("gives the name '" + annotation.getString(MergedAnnotation.VALUE)
					+ "' to a parameter that is spread", "Use either the name or 'spread = true'.");
		}
		return Kind.SPREAD;
	}

	private String name(MethodParameter parameter, MergedAnnotation<JsonRpcParam> annotation) {
		String name = annotation.getValue(MergedAnnotation.VALUE, String.class).orElse("");
		if (name.isEmpty()) {
			name = parameter.getParameterName();
		}
		if (name == null) {
			throw invalid("sends its arguments by name, but the name of argument " + (parameter.getParameterIndex() + 1)
					+ " is not known", "Name it with @JsonRpcParam(\"...\"), or compile with '-parameters'.");
		}
		if (!this.names.add(name)) {
			throw invalid("has two parameters with the name '" + name + "'", "Give each parameter a name of its own.");
		}
		return name;
	}

	private static String describe(MethodParameter parameter) {
		return "takes " + parameter.getParameterType().getSimpleName() + " as argument "
				+ (parameter.getParameterIndex() + 1);
	}

	private InvalidJsonRpcClientException invalid(String reason, String action) {
		return this.service.invalid(this.method, reason, action);
	}

}
