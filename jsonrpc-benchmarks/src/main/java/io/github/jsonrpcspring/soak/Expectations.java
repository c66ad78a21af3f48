package io.github.jsonrpcspring.soak;

import io.github.jsonrpcspring.soak.fault.Fault;
import io.github.jsonrpcspring.soak.fault.Faults;

/**
 * Knows which outcome a call must have.
 */
final class Expectations {

	private final Faults faults;

	Expectations(Faults faults) {
		this.faults = faults;
	}

	/**
	 * Return what a call must end with.
	 * @param nonce its nonce
	 * @param message the nonce of the first call in the message
	 * @param batch whether the message is a batch
	 */
	Outcome of(long nonce, long message, boolean batch) {
		Fault fault = this.faults.ofMessage(message);
		return switch (fault) {
			case RESET, CLOSE, NO_HTTP, CUT_BODY, LONG_LENGTH -> Outcome.TRANSPORT;
			case HTTP_ERROR -> Outcome.STATUS;
			case HTTP_AND_RPC_ERROR -> Outcome.ERROR;
			case NO_JSON -> Outcome.NO_JSON;
			case NO_BODY -> Outcome.INVALID;
			case TOO_LARGE -> Outcome.TOO_LARGE;
			case NEVER, TRICKLE, LATE -> Outcome.TIMEOUT;
			default -> ofCall(nonce, batch);
		};
	}

	private Outcome ofCall(long nonce, boolean batch) {
		return switch (this.faults.ofCall(nonce)) {
			case RPC_ERROR -> Outcome.ERROR;
			case UNKNOWN_ID, OTHER_CALLER -> batch ? Outcome.INVALID : Outcome.ID_MISMATCH;
			case TWO_RESULTS -> Outcome.INVALID;
			default -> Outcome.VALUE;
		};
	}

}
