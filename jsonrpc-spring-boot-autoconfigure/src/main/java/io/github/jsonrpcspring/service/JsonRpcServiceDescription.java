package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

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
		List<Operation> operations = new ArrayList<>();
		for (MethodInvoker method : methods) {
			if (method instanceof JsonRpcServiceMethod remote && !operations.contains(remote.operation())) {
				operations.add(remote.operation());
			}
		}
		operations.sort(Comparator.comparing(Operation::signature).thenComparing(Operation::returnType));
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
			StringJoiner signature = new StringJoiner(", ", method.getName() + "(", ")");
			for (Class<?> parameter : method.getParameterTypes()) {
				signature.add(parameter.getSimpleName());
			}
			return signature.toString();
		}

	}

}
