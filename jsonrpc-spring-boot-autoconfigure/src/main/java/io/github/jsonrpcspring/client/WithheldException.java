package io.github.jsonrpcspring.client;

/**
 * Stands for a cause whose message, or that of a cause of its own, may quote what the
 * mask hides.
 */
final class WithheldException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WithheldException(Throwable original) {
		super(original.getClass().getName() + ", whose message is withheld: it may quote what 'log.mask' hides");
		setStackTrace(original.getStackTrace());
	}

}
