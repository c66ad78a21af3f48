package io.github.jsonrpcspring.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A batch of a {@link JsonRpcTemplate}.
 */
final class BlockingBatch implements JsonRpcBatch {

	private final BatchCalls calls;

	private final Blocking blocking;

	BlockingBatch(BatchCalls calls, Blocking blocking) {
		this.calls = calls;
		this.blocking = blocking;
	}

	@Override
	public <T> Call<T> add(String method, Class<T> resultType, @Nullable Object @Nullable ... params) {
		return method(method).params(params).add(resultType);
	}

	@Override
	public <T> Call<T> add(String method, ParameterizedTypeReference<T> resultType,
			@Nullable Object @Nullable ... params) {
		return method(method).params(params).add(resultType);
	}

	@Override
	public MethodSpec method(String method) {
		return new Spec(method);
	}

	@Override
	public JsonRpcBatch notify(String method, @Nullable Object @Nullable ... params) {
		return method(method).params(params).addNotification();
	}

	@Override
	public JsonRpcBatchResult execute(JsonRpcCallOptions options) {
		return Objects.requireNonNull(this.blocking.await(this.calls.execute(options)));
	}

	private final class Spec extends AbstractParamsSpec<MethodSpec> implements MethodSpec {

		Spec(String method) {
			super(BlockingBatch.this.calls.exchange(), method);
		}

		@Override
		MethodSpec self() {
			return this;
		}

		@Override
		public <T> Call<T> add(Class<T> resultType) {
			return BlockingBatch.this.calls.add(build(), resultType);
		}

		@Override
		public <T> Call<T> add(ParameterizedTypeReference<T> resultType) {
			return BlockingBatch.this.calls.add(build(), resultType.getType());
		}

		@Override
		public JsonRpcBatch addNotification() {
			BlockingBatch.this.calls.addNotification(buildNotification());
			return BlockingBatch.this;
		}

	}

}
