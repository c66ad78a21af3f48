package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * An interface cannot be a client as it is declared. The message names the interface, the
 * method, what is wrong, and the way out.
 *
 * @since 0.1.0
 */
public class InvalidJsonRpcClientException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final Class<?> clientType;

	private final String description;

	private final String action;

	/**
	 * Create the exception.
	 * @param clientType the interface
	 * @param reason what is wrong, as the rest of a sentence that begins with the
	 * interface
	 * @param action the way out, a sentence
	 */
	public InvalidJsonRpcClientException(Class<?> clientType, String reason, String action) {
		this(clientType, null, reason, action);
	}

	InvalidJsonRpcClientException(Class<?> clientType, @Nullable Method method, String reason, String action) {
		this(describe(clientType, method) + " " + reason + ".", clientType, action);
	}

	private InvalidJsonRpcClientException(String description, Class<?> clientType, String action) {
		super(description + " " + action);
		this.clientType = clientType;
		this.description = description;
		this.action = action;
	}

	private static String describe(Class<?> clientType, @Nullable Method method) {
		String type = "JSON-RPC client " + clientType.getName();
		if (method == null) {
			return type;
		}
		return type + ": method " + JsonRpcServiceDescription.Operation.signatureOf(method);
	}

	/**
	 * Return the interface.
	 * @return the interface that cannot be a client
	 */
	public Class<?> clientType() {
		return this.clientType;
	}

	/**
	 * Return what is wrong.
	 * @return a sentence that names the interface and the method
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Return the way out.
	 * @return a sentence or two
	 */
	public String action() {
		return this.action;
	}

}
