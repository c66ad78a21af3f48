package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The two styles of a template, so that one test holds for both.
 */
enum Style {

	BLOCKING {

		@Override
		<T> T request(JsonRpcTemplate rpc, String method, Class<T> type, @Nullable Object @Nullable ... params) {
			return rpc.request(method, type, params);
		}

		@Override
		void call(JsonRpcTemplate rpc, String method, @Nullable Object @Nullable ... params) {
			rpc.call(method, params);
		}

		@Override
		void notify(JsonRpcTemplate rpc, String method, @Nullable Object @Nullable ... params) {
			rpc.notify(method, params);
		}

		@Override
		<T> @Nullable T retrieve(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type) {
			return blocking(rpc, spec).retrieve(type);
		}

		@Override
		<T> T retrieveRequired(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type) {
			return blocking(rpc, spec).retrieveRequired(type);
		}

		@Override
		<T> Optional<T> retrieveOptional(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type) {
			return blocking(rpc, spec).retrieveOptional(type);
		}

		@Override
		JsonRpcResponse retrieveResponse(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec) {
			return blocking(rpc, spec).retrieveResponse();
		}

		@Override
		void sendNotification(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec) {
			blocking(rpc, spec).sendNotification();
		}

		@Override
		@Nullable JsonRpcResponse send(JsonRpcTemplate rpc, JsonRpcRequest request) {
			return rpc.send(request);
		}

		@Override
		@Nullable JsonRpcResponse send(JsonRpcTemplate rpc, JsonRpcRequest request, JsonRpcCallOptions options) {
			return rpc.send(request, options);
		}

		@Override
		List<JsonRpcResponse> send(JsonRpcTemplate rpc, List<JsonRpcRequest> batch) {
			return rpc.send(batch);
		}

		@Override
		List<JsonRpcResponse> send(JsonRpcTemplate rpc, List<JsonRpcRequest> batch, JsonRpcCallOptions options) {
			return rpc.send(batch, options);
		}

		@Override
		@Nullable JsonRpcMessage sendJson(JsonRpcTemplate rpc, String json) {
			return rpc.sendJson(json);
		}

		@Override
		@Nullable JsonRpcMessage sendJson(JsonRpcTemplate rpc, String json, JsonRpcCallOptions options) {
			return rpc.sendJson(json, options);
		}

		@Override
		Batch batch(JsonRpcTemplate rpc) {
			JsonRpcBatch batch = rpc.batch();
			return new Batch() {

				@Override
				public <T> JsonRpcBatchCall<T> add(String method, Class<T> type, @Nullable Object... params) {
					return batch.add(method, type, params);
				}

				@Override
				public void notify(String method, @Nullable Object... params) {
					batch.notify(method, params);
				}

				@Override
				public JsonRpcBatchResult execute(JsonRpcCallOptions options) {
					return batch.execute(options);
				}

			};
		}

		private JsonRpcOperations.MethodSpec blocking(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec) {
			JsonRpcOperations.MethodSpec call = rpc.method("m");
			spec.accept(call);
			return call;
		}

	},

	REACTIVE {

		@Override
		<T> T request(JsonRpcTemplate rpc, String method, Class<T> type, @Nullable Object @Nullable ... params) {
			return await(rpc.reactive().request(method, type, params));
		}

		@Override
		void call(JsonRpcTemplate rpc, String method, @Nullable Object @Nullable ... params) {
			await(rpc.reactive().call(method, params));
		}

		@Override
		void notify(JsonRpcTemplate rpc, String method, @Nullable Object @Nullable ... params) {
			await(rpc.reactive().notify(method, params));
		}

		@Override
		<T> @Nullable T retrieve(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type) {
			return await(reactive(rpc, spec).retrieve(type));
		}

		@Override
		<T> T retrieveRequired(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type) {
			return await(reactive(rpc, spec).retrieveRequired(type));
		}

		@Override
		<T> Optional<T> retrieveOptional(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type) {
			return await(reactive(rpc, spec).retrieveOptional(type));
		}

		@Override
		JsonRpcResponse retrieveResponse(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec) {
			return await(reactive(rpc, spec).retrieveResponse());
		}

		@Override
		void sendNotification(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec) {
			await(reactive(rpc, spec).sendNotification());
		}

		@Override
		@Nullable JsonRpcResponse send(JsonRpcTemplate rpc, JsonRpcRequest request) {
			return await(rpc.reactive().send(request));
		}

		@Override
		@Nullable JsonRpcResponse send(JsonRpcTemplate rpc, JsonRpcRequest request, JsonRpcCallOptions options) {
			return await(rpc.reactive().send(request, options));
		}

		@Override
		List<JsonRpcResponse> send(JsonRpcTemplate rpc, List<JsonRpcRequest> batch) {
			return await(rpc.reactive().send(batch));
		}

		@Override
		List<JsonRpcResponse> send(JsonRpcTemplate rpc, List<JsonRpcRequest> batch, JsonRpcCallOptions options) {
			return await(rpc.reactive().send(batch, options));
		}

		@Override
		@Nullable JsonRpcMessage sendJson(JsonRpcTemplate rpc, String json) {
			return await(rpc.reactive().sendJson(json));
		}

		@Override
		@Nullable JsonRpcMessage sendJson(JsonRpcTemplate rpc, String json, JsonRpcCallOptions options) {
			return await(rpc.reactive().sendJson(json, options));
		}

		@Override
		Batch batch(JsonRpcTemplate rpc) {
			ReactiveJsonRpcBatch batch = rpc.reactive().batch();
			return new Batch() {

				@Override
				public <T> JsonRpcBatchCall<T> add(String method, Class<T> type, @Nullable Object... params) {
					return batch.add(method, type, params);
				}

				@Override
				public void notify(String method, @Nullable Object... params) {
					batch.notify(method, params);
				}

				@Override
				public JsonRpcBatchResult execute(JsonRpcCallOptions options) {
					return await(batch.execute(options));
				}

			};
		}

		private ReactiveJsonRpcOperations.MethodSpec reactive(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec) {
			ReactiveJsonRpcOperations.MethodSpec call = rpc.reactive().method("m");
			spec.accept(call);
			return call;
		}

	};

	abstract <T> T request(JsonRpcTemplate rpc, String method, Class<T> type, @Nullable Object @Nullable ... params);

	abstract void call(JsonRpcTemplate rpc, String method, @Nullable Object @Nullable ... params);

	abstract void notify(JsonRpcTemplate rpc, String method, @Nullable Object @Nullable ... params);

	/**
	 * Call the method {@code m} with the fluent form, as all of these.
	 */
	abstract <T> @Nullable T retrieve(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type);

	abstract <T> T retrieveRequired(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type);

	abstract <T> Optional<T> retrieveOptional(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec, Class<T> type);

	abstract JsonRpcResponse retrieveResponse(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec);

	abstract void sendNotification(JsonRpcTemplate rpc, Consumer<JsonRpcCallSpec<?>> spec);

	abstract @Nullable JsonRpcResponse send(JsonRpcTemplate rpc, JsonRpcRequest request);

	abstract @Nullable JsonRpcResponse send(JsonRpcTemplate rpc, JsonRpcRequest request, JsonRpcCallOptions options);

	abstract List<JsonRpcResponse> send(JsonRpcTemplate rpc, List<JsonRpcRequest> batch);

	abstract List<JsonRpcResponse> send(JsonRpcTemplate rpc, List<JsonRpcRequest> batch, JsonRpcCallOptions options);

	abstract @Nullable JsonRpcMessage sendJson(JsonRpcTemplate rpc, String json);

	abstract @Nullable JsonRpcMessage sendJson(JsonRpcTemplate rpc, String json, JsonRpcCallOptions options);

	abstract Batch batch(JsonRpcTemplate rpc);

	@SuppressWarnings("NullAway")
	private static <T> T await(Mono<T> mono) {
		return mono.block(Duration.ofSeconds(30));
	}

	/**
	 * A typed batch in one of the styles.
	 */
	interface Batch {

		<T> JsonRpcBatchCall<T> add(String method, Class<T> type, @Nullable Object... params);

		void notify(String method, @Nullable Object... params);

		JsonRpcBatchResult execute(JsonRpcCallOptions options);

		default JsonRpcBatchResult execute() {
			return execute(JsonRpcCallOptions.NONE);
		}

	}

}
