package io.github.jsonrpcspring.protocol;

/**
 * How strictly answers are read. What is written follows the specification at every
 * level.
 *
 * @since 0.1.0
 */
public enum JsonRpcValidation {

	/**
	 * Exactly the specification.
	 */
	STRICT,

	/**
	 * The specification, and the harmless deviations of servers in the field. Never
	 * accepts another call's answer.
	 */
	LENIENT,

	/**
	 * Skips the checks of the {@code jsonrpc} member, of the {@code id} of a single
	 * call's answer, of the form of the {@code error} and of a result beside it, and no
	 * others.
	 */
	OFF

}
