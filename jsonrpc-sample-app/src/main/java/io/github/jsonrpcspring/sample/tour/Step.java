package io.github.jsonrpcspring.sample.tour;

import java.util.concurrent.Callable;
import java.util.function.Predicate;

import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.sample.tour.StepResult.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A step of the tour. Starts with {@link #show}.
 *
 * @param title what it shows
 * @param code the code that is run, for the reader
 * @param action the same code, for the computer
 * @param expected the outcome it has to have, in words
 * @param test tells that outcome, a value or an exception, from others
 */
record Step(String title, String code, Callable<?> action, String expected, Predicate<@Nullable Object> test) {

	/**
	 * Start a step.
	 */
	static StepDraft show(String title, String code) {
		return new StepDraft(title, code);
	}

	/**
	 * Take the step and judge what comes of it.
	 */
	StepResult take() {
		Object outcome;
		try {
			outcome = this.action.call();
		}
		catch (Exception ex) {
			outcome = ex;
		}
		if (this.test.test(outcome)) {
			return new StepResult(Verdict.OK, outcome);
		}
		return new StepResult(isNoSuchMethod(outcome) ? Verdict.NOT_OFFERED : Verdict.FAILED, outcome);
	}

	private static boolean isNoSuchMethod(@Nullable Object outcome) {
		JsonRpcError error = (outcome instanceof JsonRpcResponse response) ? response.error() : null;
		return outcome instanceof JsonRpcMethodNotFoundException
				|| (error != null && error.code() == JsonRpcError.METHOD_NOT_FOUND);
	}

}
