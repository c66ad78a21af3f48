package io.github.jsonrpcspring.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;

/**
 * Answers every method of a client: the remote ones, the default ones and those of
 * {@link Object}.
 */
final class JsonRpcServiceInterceptor implements MethodInterceptor {

	private final String description;

	private final Map<Method, JsonRpcServiceMethod> methods;

	JsonRpcServiceInterceptor(String description, Map<Method, JsonRpcServiceMethod> methods) {
		this.description = description;
		this.methods = methods;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		JsonRpcServiceMethod method = this.methods.get(invocation.getMethod());
		return (method != null) ? method.invoke(invocation.getArguments())
				: invokeLocally(((ProxyMethodInvocation) invocation).getProxy(), invocation);
	}

	private @Nullable Object invokeLocally(Object proxy, MethodInvocation invocation) throws Throwable {
		Method method = invocation.getMethod();
		if (method.isDefault()) {
			return InvocationHandler.invokeDefault(proxy, method, invocation.getArguments());
		}
		return switch (method.getName()) {
			case "equals" -> proxy == invocation.getArguments()[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> this.description;
		};
	}

}
