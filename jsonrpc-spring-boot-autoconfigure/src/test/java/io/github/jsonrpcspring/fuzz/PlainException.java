package io.github.jsonrpcspring.fuzz;

/**
 * What was read breaks a rule of JSON or of JSON-RPC.
 */
final class PlainException extends Exception {

	private static final long serialVersionUID = 1L;

	PlainException(String rule) {
		super(rule);
	}

	static void require(boolean holds, String rule) throws PlainException {
		if (!holds) {
			throw new PlainException(rule);
		}
	}

}
