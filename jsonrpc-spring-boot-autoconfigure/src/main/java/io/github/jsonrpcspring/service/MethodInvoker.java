package io.github.jsonrpcspring.service;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

/**
 * Answers one method of a client.
 */
@FunctionalInterface
interface MethodInvoker {

	@Nullable Object invoke(Object proxy, @Nullable Object[] arguments) throws Throwable;

	/**
	 * Return what runs the body of a default method. That of an interface that is not
	 * public can only be run by a handle that was made inside its package.
	 * @throws IllegalAccessException if its module does not let anyone inside
	 */
	static MethodInvoker ofDefault(Method method) throws IllegalAccessException {
		Class<?> type = method.getDeclaringClass();
		if (Modifier.isPublic(type.getModifiers())) {
			return (proxy, arguments) -> InvocationHandler.invokeDefault(proxy, method, arguments);
		}
		MethodHandle body = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
			.unreflectSpecial(method, type)
			.asFixedArity()
			.asSpreader(1, Object[].class, method.getParameterCount())
			.asType(MethodType.methodType(Object.class, Object.class, Object[].class));
		return (proxy, arguments) -> (Object) body.invokeExact(proxy, arguments);
	}

}
