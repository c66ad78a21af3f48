package io.github.jsonrpcspring.service;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.service.MappedExceptionFactory.Argument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

import org.springframework.util.ReflectionUtils;

/**
 * Finds out how the exceptions of error mappings are made, and refuses those that cannot
 * be.
 */
final class MappedExceptions {

	private final ServiceType service;

	private final @Nullable Method method;

	MappedExceptions(ServiceType service, @Nullable Method method) {
		this.service = service;
		this.method = method;
	}

	/**
	 * Find the constructor with the most parameters that an error can fill; of several
	 * with as many, the one that takes message, data, code in this order.
	 * @param type the exception
	 * @param from the lowest code that it is made for
	 * @param to the highest code
	 * @throws InvalidJsonRpcClientException if there is none, or more than one
	 */
	MappedExceptionFactory factory(Class<?> type, long from, long to) {
		boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
		if (Modifier.isAbstract(type.getModifiers()) || inner) {
			throw invalid(type, "is " + (inner ? "an inner class" : "abstract"),
					"Map to a class that can be created on its own.");
		}
		boolean wide = from < Integer.MIN_VALUE || to > Integer.MAX_VALUE;
		List<MappedExceptionFactory> candidates = new ArrayList<>();
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			MappedExceptionFactory candidate = candidate(constructor, wide);
			if (candidate != null) {
				candidates.add(candidate);
			}
		}
		return best(type, candidates);
	}

	private MappedExceptionFactory best(Class<?> type, List<MappedExceptionFactory> candidates) {
		candidates.sort(Comparator.comparingInt(MappedExceptionFactory::rank)
			.reversed()
			.thenComparing((candidate) -> candidate.constructor().toString()));
		if (candidates.isEmpty()) {
			throw invalid(type, "has no constructor that an error can fill",
					"Give it one with any of: a String for the message, a long for the code (or an int if each code "
							+ "fits), a Throwable for the cause, and one other type for the data.");
		}
		if (candidates.size() > 1 && candidates.get(0).rank() == candidates.get(1).rank()) {
			throw invalid(type,
					"has two constructors that fit: " + candidates.get(0).constructor() + " and "
							+ candidates.get(1).constructor(),
					"Leave one of them, or add one that takes more of the error.");
		}
		ReflectionUtils.makeAccessible(candidates.get(0).constructor());
		return candidates.get(0);
	}

	@SuppressWarnings("unchecked")
	private @Nullable MappedExceptionFactory candidate(Constructor<?> constructor, boolean wide) {
		if (!isAccessible(constructor)) {
			return null;
		}
		List<Argument> arguments = new ArrayList<>();
		Type dataType = null;
		for (int i = 0; i < constructor.getParameterCount(); i++) {
			Argument argument = argument(constructor.getParameterTypes()[i], wide);
			if (argument == null || arguments.contains(argument)) {
				return null;
			}
			dataType = (argument == Argument.DATA) ? constructor.getGenericParameterTypes()[i] : dataType;
			arguments.add(argument);
		}
		JavaType data = (dataType != null) ? this.service.template().jsonMapper().constructType(dataType) : null;
		if (data != null && !isReadable(data)) {
			return null;
		}
		return new MappedExceptionFactory((Constructor<? extends Exception>) constructor, List.copyOf(arguments), data);
	}

	/**
	 * Return whether the constructor is public, or in the package of the interface and
	 * not private.
	 */
	private boolean isAccessible(Constructor<?> constructor) {
		Class<?> type = constructor.getDeclaringClass();
		boolean packaged = !Modifier.isPrivate(constructor.getModifiers())
				&& type.getPackageName().equals(this.service.type().getPackageName());
		return packaged || (Modifier.isPublic(constructor.getModifiers()) && Modifier.isPublic(type.getModifiers()));
	}

	/**
	 * Return whether Jackson can create a value of a type, as far as the type tells.
	 */
	private static boolean isReadable(JavaType type) {
		boolean created = type.isConcrete() || type.isContainerType() || type.isTypeOrSubTypeOf(JsonNode.class)
				|| type.getRawClass().isAnnotationPresent(JsonTypeInfo.class)
				|| type.getRawClass().isAnnotationPresent(JsonDeserialize.class);
		return created && UnsupportedTypes.findIn(type) == null;
	}

	private static @Nullable Argument argument(Class<?> type, boolean wide) {
		if (type == String.class) {
			return Argument.MESSAGE;
		}
		if (type == long.class || type == Long.class) {
			return Argument.LONG_CODE;
		}
		if (type == int.class || type == Integer.class) {
			return wide ? null : Argument.INT_CODE;
		}
		if (Throwable.class.isAssignableFrom(type)) {
			return type.isAssignableFrom(JsonRpcErrorException.class) ? Argument.CAUSE : null;
		}
		return type.isPrimitive() ? null : Argument.DATA;
	}

	private InvalidJsonRpcClientException invalid(Class<?> type, String reason, String action) {
		return this.service.invalid(this.method, "maps an error to " + type.getName() + ", which " + reason, action);
	}

}
