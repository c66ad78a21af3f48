package io.github.jsonrpcspring.sample.tour;

import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import org.jspecify.annotations.Nullable;

/**
 * What came of a step.
 *
 * @param verdict whether that is what had to come
 * @param outcome the value that was returned or the exception that was thrown
 */
record StepResult(Verdict verdict, @Nullable Object outcome) {

	/**
	 * Return whether nothing answered at all.
	 */
	boolean isUnreachable() {
		return this.verdict == Verdict.FAILED && this.outcome instanceof JsonRpcTransportException exception
				&& exception.status() == null;
	}

	/**
	 * Return the outcome as text.
	 */
	String describe() {
		if (this.outcome instanceof Exception exception) {
			return exception.getClass().getSimpleName() + ": " + exception.getMessage();
		}
		if (this.outcome instanceof JsonRpcMessage message) {
			return message.toJson();
		}
		return (this.outcome != null) ? this.outcome.toString() : "nothing";
	}

	/**
	 * A judgement.
	 */
	enum Verdict {

		/** The expected outcome. */
		OK,

		/** Another outcome. */
		FAILED,

		/** No outcome, as the server does not have the method. */
		NOT_OFFERED

	}

}
