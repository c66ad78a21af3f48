package io.github.jsonrpcspring.client.wire;

import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways to make a call. A style is all that a new kind of client has to add to go
 * through every case.
 */
public enum CallStyle {

	BLOCKING {

		@Override
		public Object call(JsonRpcTemplate client, Class<?> type) {
			return client.method(METHOD).retrieve(type);
		}

	},

	REACTIVE {

		@Override
		public Object call(JsonRpcTemplate client, Class<?> type) {
			return Await.value(client.reactive().method(METHOD).retrieve(type));
		}

	},

	PROXY {

		@Override
		public Object call(JsonRpcTemplate client, Class<?> type) {
			return Answers.now(client, type);
		}

	},

	REACTIVE_PROXY {

		@Override
		public Object call(JsonRpcTemplate client, Class<?> type) {
			return Await.value(Answers.later(client, type));
		}

		@Override
		public boolean canReturn(Class<?> type) {
			return !type.isPrimitive();
		}

	},

	BATCH_ENTRY {

		@Override
		public Object call(JsonRpcTemplate client, Class<?> type) {
			return entry(BatchStyle.BLOCKING.batch(client), type);
		}

		@Override
		public String answer(String body) {
			return beside(body);
		}

	},

	REACTIVE_BATCH_ENTRY {

		@Override
		public Object call(JsonRpcTemplate client, Class<?> type) {
			return entry(BatchStyle.REACTIVE.batch(client), type);
		}

		@Override
		public String answer(String body) {
			return beside(body);
		}

	};

	/** The method that is called. */
	public static final String METHOD = "get";

	/** The id of the second call of a batch. */
	public static final String NEIGHBOUR = "neighbour";

	/**
	 * Make a call.
	 * @return the result, {@code null} when null
	 */
	public abstract Object call(JsonRpcTemplate client, Class<?> type);

	/**
	 * Return the server's answer to this style of call.
	 * @param body the answer to a single call
	 */
	public String answer(String body) {
		return body;
	}

	/**
	 * Whether a call of this style can return the very type.
	 */
	public boolean canReturn(Class<?> type) {
		return true;
	}

	public boolean isBatch() {
		return this == BATCH_ENTRY || this == REACTIVE_BATCH_ENTRY;
	}

	private static String beside(String body) {
		return "[" + body + Json.of(",{'jsonrpc':'2.0','result':'fine','id':'" + NEIGHBOUR + "'}]");
	}

	private static Object entry(BatchStyle.Batch batch, Class<?> type) {
		JsonRpcBatchCall<?> call = batch.add(METHOD, type);
		JsonRpcBatchCall<String> neighbour = batch.add("other", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.get(neighbour)).isEqualTo("fine");
		return result.get(call);
	}

}
