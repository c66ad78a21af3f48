package io.github.jsonrpcspring.service;

/**
 * Carries a checked exception from where an error is translated to where it is thrown.
 */
final class MappedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Exception exception;

	MappedException(Exception exception) {
		super(null, null, false, false);
		this.exception = exception;
	}

	Exception exception() {
		return this.exception;
	}

}
