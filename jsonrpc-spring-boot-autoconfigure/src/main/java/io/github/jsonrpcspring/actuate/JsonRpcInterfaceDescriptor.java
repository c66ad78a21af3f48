package io.github.jsonrpcspring.actuate;

import java.util.List;

/**
 * An interface that calls with a client, as the endpoint shows it.
 *
 * @param type the name of the interface
 * @param methods its remote methods
 * @since 0.1.0
 */
public record JsonRpcInterfaceDescriptor(String type, List<Method> methods) {

	/**
	 * One method of the interface.
	 *
	 * @param signature the Java method's name and the types of its parameters
	 * @param method the remote method's name
	 * @param params how arguments are sent, {@code positional} or {@code named}
	 * @param notification whether no answer is wanted
	 * @param returnType the Java method's return type
	 */
	public record Method(String signature, String method, String params, boolean notification, String returnType) {

	}

}
