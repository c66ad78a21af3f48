package io.github.jsonrpcspring.client;

import java.util.concurrent.TimeoutException;

/**
 * The deadline of a call has passed, as opposed to the time limits of HTTP clients.
 */
final class DeadlineException extends TimeoutException {

	private static final long serialVersionUID = 1L;

	private final String outcome;

	/**
	 * Create an exception.
	 * @param outcome what is known of the message
	 */
	DeadlineException(String outcome) {
		super("The deadline of the call has passed");
		this.outcome = outcome;
	}

	String outcome() {
		return this.outcome;
	}

}
