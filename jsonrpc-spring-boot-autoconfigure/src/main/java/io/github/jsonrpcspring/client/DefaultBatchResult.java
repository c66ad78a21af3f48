package io.github.jsonrpcspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

/**
 * The converted outcomes of a batch.
 *
 * @param batch the batch
 * @param calls its calls, {@code null} in the place of a notification
 * @param results the result of each call at its place, or a {@link Failure}
 * @param outcomes what the results were converted from
 */
record DefaultBatchResult(BatchCalls batch, List<@Nullable BatchCall<?>> calls, List<@Nullable Object> results,
		BatchOutcomes outcomes) implements JsonRpcBatchResult {

	/**
	 * Why there is no result.
	 */
	record Failure(RuntimeException exception) {
	}

	private @Nullable Object resultOf(JsonRpcBatchCall<?> call) {
		int index = (call instanceof BatchCall<?> own) ? own.indexIn(this.batch) : -1;
		if (index < 0) {
			throw new IllegalArgumentException("The " + call + " does not belong to this batch");
		}
		return this.results.get(index);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T get(JsonRpcBatchCall<T> call) {
		Object result = resultOf(call);
		if (result instanceof Failure failure) {
			throw failure.exception;
		}
		return (T) result;
	}

	@Override
	public <T> Optional<T> getOptional(JsonRpcBatchCall<T> call) {
		return Optional.ofNullable(get(call));
	}

	@Override
	public @Nullable RuntimeException error(JsonRpcBatchCall<?> call) {
		return (resultOf(call) instanceof Failure failure) ? failure.exception : null;
	}

	@Override
	public List<JsonRpcBatchCall<?>> succeeded() {
		return calls(false);
	}

	@Override
	public List<JsonRpcBatchCall<?>> failed() {
		return calls(true);
	}

	private List<JsonRpcBatchCall<?>> calls(boolean failed) {
		List<JsonRpcBatchCall<?>> calls = new ArrayList<>();
		for (int i = 0; i < this.calls.size(); i++) {
			BatchCall<?> call = this.calls.get(i);
			if (call != null && failed == this.results.get(i) instanceof Failure) {
				calls.add(call);
			}
		}
		return calls;
	}

	@Override
	public List<JsonRpcResponse> responses() {
		List<JsonRpcResponse> responses = new ArrayList<>();
		for (BatchOutcome outcome : this.outcomes.entries()) {
			if (outcome.response() != null) {
				responses.add(outcome.response());
			}
		}
		return responses;
	}

	@Override
	public List<String> anomalies() {
		return this.outcomes.anomalies();
	}

	@Override
	public String toString() {
		return succeeded().size() + " succeeded, " + failed().size() + " failed";
	}

}
