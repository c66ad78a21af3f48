package io.github.jsonrpcspring.soak;

import java.time.Duration;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.ReactiveJsonRpcBatch;
import io.github.jsonrpcspring.soak.fault.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls in each of the styles that the client has.
 */
final class Calls {

	private static final int FORM = 51;

	/** Only for calls that nothing else ends. */
	private static final JsonRpcCallOptions SHORT_DEADLINE = JsonRpcCallOptions.builder()
		.timeout(Duration.ofMillis(300))
		.build();

	private final Faults faults;

	private final Waiting waiting;

	private final Referee referee;

	Calls(Faults faults, Waiting waiting, Referee referee) {
		this.faults = faults;
		this.waiting = waiting;
		this.referee = referee;
	}

	void blocking(Client client, long nonce) {
		this.waiting.block(List.of(nonce),
				() -> client.template()
					.method(Client.METHOD)
					.params(nonce)
					.options(options(nonce))
					.retrieveRequired(Answer.class),
				(answer, failure) -> this.referee.end(nonce, answer, failure));
	}

	void reactive(Client client, long nonce) {
		this.waiting.subscribe(List.of(nonce),
				client.reactive().method(Client.METHOD).params(nonce).options(options(nonce)).retrieve(Answer.class),
				(answer, failure) -> this.referee.end(nonce, answer, failure));
	}

	void proxy(Client client, long nonce) {
		List<Long> nonces = List.of(nonce);
		JsonRpcCallOptions options = options(nonce);
		switch (this.faults.draw(nonce, FORM, 3)) {
			case 0 -> this.waiting.block(nonces, () -> client.proxy().echo(nonce, options),
					(answer, failure) -> this.referee.end(nonce, answer, failure));
			case 1 -> this.waiting.subscribe(nonces, client.proxy().mono(nonce, options),
					(answer, failure) -> this.referee.end(nonce, answer, failure));
			default -> this.waiting.follow(nonces, client.proxy().future(nonce, options),
					(answer, failure) -> this.referee.end(nonce, answer, failure));
		}
	}

	void batch(Client client, List<Long> nonces) {
		JsonRpcCallOptions options = options(nonces.get(0));
		if (this.faults.draw(nonces.get(0), FORM, 2) == 0) {
			JsonRpcBatch batch = client.template().batch();
			List<JsonRpcBatch.Call<Answer>> calls = nonces.stream()
				.map((nonce) -> batch.add(Client.METHOD, Answer.class, nonce))
				.toList();
			this.waiting.block(nonces, () -> batch.execute(options),
					(result, failure) -> end(nonces, calls, result, failure));
		}
		else {
			ReactiveJsonRpcBatch batch = client.reactive().batch();
			List<ReactiveJsonRpcBatch.Call<Answer>> calls = nonces.stream()
				.map((nonce) -> batch.add(Client.METHOD, Answer.class, nonce))
				.toList();
			this.waiting.subscribe(nonces, batch.execute(options),
					(result, failure) -> end(nonces, calls, result, failure));
		}
	}

	private void end(List<Long> nonces, List<? extends JsonRpcBatchCall<Answer>> calls,
			@Nullable JsonRpcBatchResult result, @Nullable Throwable failure) {
		if (result != null) {
			this.referee.end(nonces, calls, result);
		}
		else if (failure != null) {
			this.referee.end(nonces, failure);
		}
	}

	private JsonRpcCallOptions options(long firstNonce) {
		return this.faults.ofMessage(firstNonce).isSlow() ? SHORT_DEADLINE : JsonRpcCallOptions.NONE;
	}

}
