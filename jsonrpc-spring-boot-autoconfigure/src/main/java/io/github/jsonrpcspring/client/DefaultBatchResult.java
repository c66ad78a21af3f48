package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

/**
 * The converted outcomes of a batch.
 *
 * @param batch the batch
 * @param outcomes the outcome of each call at its place in the batch
 * @param succeeded the calls with a result
 * @param failed the calls without one
 * @param responses the answers
 * @param anomalies what else was sent
 */
record DefaultBatchResult(BatchCalls batch, List<@Nullable Outcome> outcomes, List<JsonRpcBatchCall<?>> succeeded,
		List<JsonRpcBatchCall<?>> failed, List<JsonRpcResponse> responses,
		List<String> anomalies) implements JsonRpcBatchResult {

	/**
	 * A result, or why there is none.
	 */
	record Outcome(@Nullable Object result, @Nullable RuntimeException failure) {
	}

	private Outcome outcome(JsonRpcBatchCall<?> call) {
		int index = (call instanceof BatchCall<?> own) ? own.indexIn(this.batch) : -1;
		Outcome outcome = (index >= 0) ? this.outcomes.get(index) : null;
		if (outcome == null) {
			throw new IllegalArgumentException("The " + call + " does not belong to this batch");
		}
		return outcome;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T get(JsonRpcBatchCall<T> call) {
		Outcome outcome = outcome(call);
		if (outcome.failure != null) {
			throw outcome.failure;
		}
		return (T) outcome.result;
	}

	@Override
	public <T> Optional<T> getOptional(JsonRpcBatchCall<T> call) {
		return Optional.ofNullable(get(call));
	}

	@Override
	public @Nullable RuntimeException error(JsonRpcBatchCall<?> call) {
		return outcome(call).failure;
	}

	@Override
	public String toString() {
		return this.succeeded.size() + " succeeded, " + this.failed.size() + " failed";
	}

}
