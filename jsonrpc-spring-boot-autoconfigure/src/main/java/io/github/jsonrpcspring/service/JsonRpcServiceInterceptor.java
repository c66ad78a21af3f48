package io.github.jsonrpcspring.service;

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

	private final Map<Method, MethodInvoker> methods;

	JsonRpcServiceInterceptor(String description, Map<Method, MethodInvoker> methods) {
		this.description = description;
		this.methods = methods;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object proxy = ((ProxyMethodInvocation) invocation).getProxy();
		MethodInvoker method = this.methods.get(invocation.getMethod());
		if (method != null) {
			return method.invoke(proxy, invocation.getArguments());
		}
		return switch (invocation.getMethod().getName()) {
			case "equals" -> proxy == invocation.getArguments()[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> this.description;
		};
	}

}
