package io.github.jsonrpcspring.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Answers every method of a client: the remote ones, the default ones and those of
 * {@link Object}.
 */
final class JsonRpcServiceInvocationHandler implements InvocationHandler {

	private static final Object[] NO_ARGUMENTS = {};

	private final String description;

	private final Map<Method, MethodInvoker> methods;

	JsonRpcServiceInvocationHandler(String description, Map<Method, MethodInvoker> methods) {
		this.description = description;
		this.methods = methods;
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method called, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		MethodInvoker method = this.methods.get(called);
		if (method != null) {
			return method.invoke(proxy, (arguments != null) ? arguments : NO_ARGUMENTS);
		}
		return switch (called.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> this.description;
		};
	}

}
