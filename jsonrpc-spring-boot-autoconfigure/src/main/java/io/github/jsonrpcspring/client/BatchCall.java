package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * A call of a batch, and for blocking callers its outcome.
 *
 * @param <T> the type of the result
 */
final class BatchCall<T> implements JsonRpcBatch.Call<T>, ReactiveJsonRpcBatch.Call<T> {

	private final BatchCalls batch;

	private final int index;

	private final String method;

	private final JavaType type;

	private final JavaType read;

	private @Nullable JsonRpcBatchResult outcome;

	/**
	 * Create a call.
	 * @param batch the batch that it belongs to
	 * @param index its place there, beginning with zero
	 * @param type the type of the result
	 * @param read the type to read it as
	 */
	BatchCall(BatchCalls batch, int index, String method, JavaType type, JavaType read) {
		this.batch = batch;
		this.index = index;
		this.method = method;
		this.type = type;
		this.read = read;
	}

	/**
	 * Return the place of this call in a batch, {@code -1} if it belongs to another.
	 */
	int indexIn(BatchCalls batch) {
		return (batch == this.batch) ? this.index : -1;
	}

	@Override
	public String method() {
		return this.method;
	}

	JavaType type() {
		return this.type;
	}

	JavaType read() {
		return this.read;
	}

	void executed(JsonRpcBatchResult outcome) {
		this.outcome = outcome;
	}

	@Override
	public @Nullable T get() {
		if (this.outcome == null) {
			throw new IllegalStateException(
					"The call of '" + this.method + "' has no outcome: the batch was not executed, or failed");
		}
		return this.outcome.get(this);
	}

	@Override
	public String toString() {
		return "call of '" + this.method + "'";
	}

}
