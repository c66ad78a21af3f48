package io.github.jsonrpcspring.sample.tour;

import java.util.Objects;
import java.util.concurrent.Callable;

import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import org.jspecify.annotations.Nullable;

/**
 * A step that still needs its outcome.
 *
 * @param title what it shows
 * @param code the code that is run
 */
record StepDraft(String title, String code) {

	/**
	 * The step has to return a value.
	 */
	Step returns(@Nullable Object expected, Callable<?> action) {
		return new Step(this.title, this.code, action, (expected != null) ? expected.toString() : "nothing",
				(outcome) -> Objects.equals(outcome, expected));
	}

	/**
	 * The step has to return something that reads like this.
	 */
	Step returnsText(String expected, String pattern, Callable<?> action) {
		return new Step(this.title, this.code, action, expected,
				(outcome) -> !(outcome instanceof Exception) && String.valueOf(outcome).matches(pattern));
	}

	/**
	 * The step has to return a message with this JSON.
	 */
	Step answers(String expected, Callable<? extends @Nullable JsonRpcMessage> action) {
		return new Step(this.title, this.code, action, expected, (outcome) -> outcome instanceof JsonRpcMessage message
				&& message.toTree().equals(JsonRpcCodec.create().mapper().readTree(expected)));
	}

	/**
	 * The step has to throw.
	 */
	Step fails(Class<? extends Exception> expected, Callable<?> action) {
		return new Step(this.title, this.code, action, expected.getSimpleName(),
				(outcome) -> outcome != null && outcome.getClass() == expected);
	}

}
