package io.github.jsonrpcspring.client.wire;

import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcBatch;

/**
 * The ways to send a batch.
 */
enum BatchStyle {

	BLOCKING {

		@Override
		Batch batch(JsonRpcTemplate client) {
			JsonRpcBatch batch = client.batch();
			return new Batch() {

				@Override
				public <T> JsonRpcBatchCall<T> add(String method, Class<T> type, Object... params) {
					return batch.add(method, type, params);
				}

				@Override
				public void notify(String method) {
					batch.notify(method);
				}

				@Override
				public JsonRpcBatchResult execute() {
					return batch.execute();
				}

			};
		}

	},

	REACTIVE {

		@Override
		Batch batch(JsonRpcTemplate client) {
			ReactiveJsonRpcBatch batch = client.reactive().batch();
			return new Batch() {

				@Override
				public <T> JsonRpcBatchCall<T> add(String method, Class<T> type, Object... params) {
					return batch.add(method, type, params);
				}

				@Override
				public void notify(String method) {
					batch.notify(method);
				}

				@Override
				public JsonRpcBatchResult execute() {
					return Await.value(batch.execute());
				}

			};
		}

	};

	abstract Batch batch(JsonRpcTemplate client);

	/**
	 * What blocking and reactive batches have in common.
	 */
	interface Batch {

		<T> JsonRpcBatchCall<T> add(String method, Class<T> type, Object... params);

		void notify(String method);

		JsonRpcBatchResult execute();

	}

}
