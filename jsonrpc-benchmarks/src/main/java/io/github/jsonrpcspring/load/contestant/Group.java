package io.github.jsonrpcspring.load.contestant;

/**
 * What a contestant is.
 *
 * @since 0.1.0
 */
public enum Group {

	/** A client of this project. */
	OURS,

	/** A client that others wrote. */
	PEER,

	/** A call written by hand: what can be reached. */
	LIMIT

}
