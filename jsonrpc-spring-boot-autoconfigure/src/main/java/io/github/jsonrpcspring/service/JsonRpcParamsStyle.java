package io.github.jsonrpcspring.service;

/**
 * How the arguments of a method become the {@code params} of a request.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#parameter_structures">JSON-RPC 2.0,
 * section 4.2</a>
 */
public enum JsonRpcParamsStyle {

	/**
	 * As the interface says; as the client says if the interface does not.
	 */
	INHERIT,

	/**
	 * By position: an array with the arguments in order.
	 */
	POSITIONAL,

	/**
	 * By name: an object whose members are named by {@link JsonRpcParam}, otherwise by
	 * the parameter names of the Java method.
	 */
	NAMED

}
