package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A batch of a {@link ReactiveJsonRpcTemplate}.
 */
final class ReactiveBatch implements ReactiveJsonRpcBatch {

	private final BatchCalls calls;

	ReactiveBatch(BatchCalls calls) {
		this.calls = calls;
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
	public ReactiveJsonRpcBatch notify(String method, @Nullable Object @Nullable ... params) {
		return method(method).params(params).addNotification();
	}

	@Override
	public Mono<JsonRpcBatchResult> execute(JsonRpcCallOptions options) {
		return this.calls.execute(options);
	}

	private final class Spec extends AbstractParamsSpec<MethodSpec> implements MethodSpec {

		Spec(String method) {
			super(ReactiveBatch.this.calls.exchange(), method);
		}

		@Override
		MethodSpec self() {
			return this;
		}

		@Override
		public <T> Call<T> add(Class<T> resultType) {
			return ReactiveBatch.this.calls.add(build(), resultType);
		}

		@Override
		public <T> Call<T> add(ParameterizedTypeReference<T> resultType) {
			return ReactiveBatch.this.calls.add(build(), resultType.getType());
		}

		@Override
		public ReactiveJsonRpcBatch addNotification() {
			ReactiveBatch.this.calls.addNotification(buildNotification());
			return ReactiveBatch.this;
		}

	}

}
