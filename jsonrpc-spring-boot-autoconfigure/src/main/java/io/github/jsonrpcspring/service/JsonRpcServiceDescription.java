package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.github.jsonrpcspring.client.JsonRpcTemplate;

/**
 * What was read of an interface when a client was made of it.
 *
 * @param type the interface
 * @param template the template that the client calls with
 * @param operations its remote methods, in the order of their signatures
 * @since 0.1.0
 */
public record JsonRpcServiceDescription(Class<?> type, JsonRpcTemplate template, List<Operation> operations) {

	/** Copy what could be changed. */
	public JsonRpcServiceDescription {
		operations = List.copyOf(operations);
	}

	static JsonRpcServiceDescription of(ServiceType service, Collection<MethodInvoker> methods) {
		List<Operation> operations = methods.stream()
			.filter(JsonRpcServiceMethod.class::isInstance)
			.map((method) -> ((JsonRpcServiceMethod) method).operation())
			.distinct()
			.sorted(Comparator.comparing(Operation::signature).thenComparing(Operation::returnType))
			.toList();
		return new JsonRpcServiceDescription(service.type(), service.template(), operations);
	}

	/**
	 * A method and the remote method that it calls.
	 *
	 * @param signature the Java method's name and the types of its parameters
	 * @param method the remote method's name
	 * @param named whether arguments are sent by name
	 * @param notification whether no answer is wanted
	 * @param returnType the Java method's return type, with its type arguments
	 */
	public record Operation(String signature, String method, boolean named, boolean notification, String returnType) {

		static String signatureOf(Method method) {
			return method.getName() + Arrays.stream(method.getParameterTypes())
				.map(Class::getSimpleName)
				.collect(Collectors.joining(", ", "(", ")"));
		}

	}

}
