package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * A call of a batch, and for blocking callers its outcome.
 *
 * @param <T> the type of the result
 */
final class BatchCall<T> implements JsonRpcBatch.Call<T>, ReactiveJsonRpcBatch.Call<T> {

	private final String method;

	private final JavaType type;

	private @Nullable JsonRpcBatchResult result;

	BatchCall(String method, JavaType type) {
		this.method = method;
		this.type = type;
	}

	@Override
	public String method() {
		return this.method;
	}

	JavaType type() {
		return this.type;
	}

	void executed(JsonRpcBatchResult result) {
		this.result = result;
	}

	@Override
	public @Nullable T get() {
		if (this.result == null) {
			throw new IllegalStateException(
					"The call of '" + this.method + "' has no outcome: the batch was not executed, or failed");
		}
		return this.result.get(this);
	}

	@Override
	public String toString() {
		return "call of '" + this.method + "'";
	}

}
