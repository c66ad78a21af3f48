package io.github.jsonrpcspring.sample.client;

/**
 * There is not enough in an account. The client creates it from the message and the data
 * of an error.
 *
 * @since 0.1.0
 */
public class OverdrawnException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Overdraft overdraft;

	/**
	 * Create the exception.
	 * @param message the error's message
	 * @param overdraft the error's data
	 */
	public OverdrawnException(String message, Overdraft overdraft) {
		super(message);
		this.overdraft = overdraft;
	}

	/**
	 * Return how much is missing.
	 * @return what was to be withdrawn and what was there
	 */
	public Overdraft overdraft() {
		return this.overdraft;
	}

}
