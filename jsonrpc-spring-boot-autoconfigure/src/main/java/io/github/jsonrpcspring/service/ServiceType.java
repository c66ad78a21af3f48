package io.github.jsonrpcspring.service;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeBindings;
import tools.jackson.databind.type.TypeFactory;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.StringValueResolver;

/**
 * An interface that is to become a client, with what its annotation says.
 *
 * @param type the interface
 * @param template the template of its client
 * @param resolver what resolves placeholders
 * @param annotation what its annotation says
 */
record ServiceType(Class<?> type, JsonRpcTemplate template, StringValueResolver resolver,
		MergedAnnotation<JsonRpcClient> annotation) {

	ServiceType(Class<?> type, JsonRpcTemplate template, StringValueResolver resolver) {
		this(type, template, resolver,
				MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY).get(JsonRpcClient.class));
	}

	ServiceType {
		if (!type.isInterface() || type.isAnnotation()) {
			throw new InvalidJsonRpcClientException(type, "is no interface",
					"Declare an interface whose methods are the remote ones.");
		}
		if (template.settings() == null) {
			throw new InvalidJsonRpcClientException(type, "is to call a template without settings, such as a mock",
					"Mock the interface instead of the template.");
		}
		if (type.isSealed()) {
			throw new InvalidJsonRpcClientException(type, "is sealed, so that nothing else can implement it",
					"Remove 'sealed' from the interface.");
		}
		if (type.getTypeParameters().length > 0) {
			throw new InvalidJsonRpcClientException(type,
					"has the type parameter " + type.getTypeParameters()[0].getName() + ", which nothing binds",
					"Declare an interface that extends it with an actual type, and make that one the client.");
		}
	}

	String prefix() {
		return resolve(null, this.annotation.getValue("prefix", String.class).orElse(""));
	}

	/**
	 * Return whether a method sends its arguments by name.
	 * @param style what the method itself says
	 */
	boolean isNamed(JsonRpcParamsStyle style) {
		JsonRpcParamsStyle effective = (style != JsonRpcParamsStyle.INHERIT) ? style
				: this.annotation.getValue("params", JsonRpcParamsStyle.class).orElse(JsonRpcParamsStyle.INHERIT);
		return (effective != JsonRpcParamsStyle.INHERIT) ? effective == JsonRpcParamsStyle.NAMED
				: this.template.settings().namedParams();
	}

	/**
	 * Resolve the placeholders of an annotation's text.
	 */
	String resolve(@Nullable Method method, String text) {
		if (text.isEmpty()) {
			return text;
		}
		try {
			String resolved = this.resolver.resolveStringValue(text);
			if (resolved != null && !resolved.contains("${")) {
				return resolved;
			}
		}
		catch (IllegalArgumentException ex) {
			// Refused below like what a lenient resolver leaves as it is
		}
		throw invalid(method, "has '" + text + "' in an annotation, which cannot be resolved",
				"Set the property, or write the text itself.");
	}

	/**
	 * Return the actual type of what a method of the interface, or of one it extends,
	 * returns.
	 */
	JavaType returnType(Method method) {
		Type type = method.getGenericReturnType();
		TypeVariable<?> variable = methodVariable(type);
		if (variable != null) {
			throw invalid(method,
					"returns the type parameter " + variable.getName() + ", which is known to callers only",
					"Return an actual type, or JsonRpcResponse and convert its result.");
		}
		return actualType(method, type);
	}

	/**
	 * Return the actual type of what a method of the interface, or of one it extends,
	 * returns or takes.
	 */
	JavaType actualType(Method method, Type type) {
		TypeFactory types = this.template.jsonMapper().getTypeFactory();
		return types.resolveMemberType(type, bindings(types, method));
	}

	private TypeBindings bindings(TypeFactory types, Method method) {
		Class<?> declaring = method.getDeclaringClass();
		if (declaring.getTypeParameters().length == 0) {
			return TypeBindings.emptyBindings();
		}
		TypeBindings bindings = types.constructType(this.type).findSuperType(declaring).getBindings();
		if (bindings.isEmpty()) {
			throw invalid(method, "is inherited from " + declaring.getSimpleName() + " without a type argument",
					"Extend it with an actual type.");
		}
		return bindings;
	}

	private static @Nullable TypeVariable<?> methodVariable(Type type) {
		if (type instanceof TypeVariable<?> variable) {
			return (variable.getGenericDeclaration() instanceof Method) ? variable : null;
		}
		if (type instanceof ParameterizedType parameterized) {
			return methodVariable(parameterized.getActualTypeArguments());
		}
		if (type instanceof GenericArrayType array) {
			return methodVariable(array.getGenericComponentType());
		}
		if (type instanceof WildcardType wildcard) {
			TypeVariable<?> upper = methodVariable(wildcard.getUpperBounds());
			return (upper != null) ? upper : methodVariable(wildcard.getLowerBounds());
		}
		return null;
	}

	private static @Nullable TypeVariable<?> methodVariable(Type[] types) {
		for (Type type : types) {
			TypeVariable<?> variable = methodVariable(type);
			if (variable != null) {
				return variable;
			}
		}
		return null;
	}

	InvalidJsonRpcClientException invalid(@Nullable Method method, String reason, String action) {
		return new InvalidJsonRpcClientException(this.type, method, reason, action);
	}

}
