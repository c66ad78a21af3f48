package io.github.jsonrpcspring.soak;

import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.soak.fault.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Compares how calls end with how they must, and notes it.
 */
final class Referee {

	private final Faults faults;

	private final Expectations expectations;

	private final Ledger ledger;

	Referee(Faults faults, Ledger ledger) {
		this.faults = faults;
		this.expectations = new Expectations(faults);
		this.ledger = ledger;
	}

	/**
	 * Note the end of a single call.
	 */
	void end(long nonce, @Nullable Answer answer, @Nullable Throwable failure) {
		end(nonce, outcome(nonce, answer, failure), this.expectations.of(nonce, nonce, false), failure);
	}

	/**
	 * Note the end of a batch that failed as a whole.
	 */
	void end(List<Long> nonces, Throwable failure) {
		long first = nonces.get(0);
		Outcome outcome = Outcome.of(failure, first);
		nonces.forEach((nonce) -> end(nonce, outcome, this.expectations.of(nonce, first, true), failure));
	}

	/**
	 * Note the end of a batch whose calls have outcomes of their own.
	 */
	void end(List<Long> nonces, List<? extends JsonRpcBatchCall<Answer>> calls, JsonRpcBatchResult result) {
		for (int i = 0; i < nonces.size(); i++) {
			long nonce = nonces.get(i);
			RuntimeException failure = result.error(calls.get(i));
			Answer answer = (failure == null) ? result.get(calls.get(i)) : null;
			Outcome outcome = outcome(nonce, answer, failure);
			end(nonce, outcome, this.expectations.of(nonce, nonces.get(0), true), failure);
		}
	}

	/**
	 * Note that calls were cancelled, unless they have ended before.
	 */
	void cancelled(List<Long> nonces) {
		nonces.forEach((nonce) -> this.ledger.cancel(this.faults.index(nonce)));
	}

	private void end(long nonce, Outcome outcome, Outcome expected, @Nullable Throwable failure) {
		this.ledger.end(this.faults.index(nonce), outcome, expected, failure);
	}

	private static Outcome outcome(long nonce, @Nullable Answer answer, @Nullable Throwable failure) {
		if (failure != null) {
			return Outcome.of(failure, nonce);
		}
		return (answer != null) ? Outcome.of(answer, nonce) : Outcome.FOREIGN;
	}

	/**
	 * Return whether a call ended because its future was cancelled.
	 */
	static boolean isCancelled(@Nullable Throwable failure) {
		return failure instanceof CancellationException;
	}

}
