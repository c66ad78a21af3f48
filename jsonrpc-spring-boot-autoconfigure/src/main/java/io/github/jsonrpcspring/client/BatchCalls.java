package io.github.jsonrpcspring.client;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The calls and notifications of a batch that is being put together, and what becomes of
 * them.
 */
final class BatchCalls {

	private final JsonRpcExchange exchange;

	private final BatchExchange batchExchange;

	private final List<JsonRpcRequest> requests = new ArrayList<>();

	/** For every request its call, {@code null} for a notification. */
	private final List<@Nullable BatchCall<?>> calls = new ArrayList<>();

	private boolean executed;

	BatchCalls(JsonRpcExchange exchange, BatchExchange batchExchange) {
		this.exchange = exchange;
		this.batchExchange = batchExchange;
	}

	JsonRpcExchange exchange() {
		return this.exchange;
	}

	<T> BatchCall<T> add(JsonRpcRequest request, Type type) {
		requireNotExecuted();
		BatchCall<T> call = new BatchCall<>(request.method(), this.exchange.codec().mapper().constructType(type));
		this.requests.add(request);
		this.calls.add(call);
		return call;
	}

	void addNotification(JsonRpcRequest request) {
		requireNotExecuted();
		this.requests.add(request);
		this.calls.add(null);
	}

	Mono<JsonRpcBatchResult> execute(JsonRpcCallOptions options) {
		requireNotExecuted();
		this.executed = true;
		List<JsonRpcRequest> requests = List.copyOf(this.requests);
		Mono<BatchOutcomes> outcomes = this.batchExchange.send(requests, options);
		if (requests.isEmpty() || !this.exchange.isObserved()) {
			return outcomes.map(this::result);
		}
		return this.exchange.observe(JsonRpcBatchRequest.of(requests), outcomes
			.handle((all, sink) -> sink.next(observedResult(all, this.exchange.observation(sink.contextView())))));
	}

	/**
	 * Convert the results, and let an observation know of those that cannot be.
	 */
	private JsonRpcBatchResult observedResult(BatchOutcomes outcomes, @Nullable CallObservation observation) {
		JsonRpcBatchResult result = result(outcomes);
		if (observation != null) {
			List<JsonRpcClientObservationContext.Entry> entries = new ArrayList<>();
			for (int i = 0; i < this.calls.size(); i++) {
				BatchCall<?> call = this.calls.get(i);
				if (call != null) {
					entries
						.add(outcomes.entries().get(i).observed(this.exchange.settings().name(), result.error(call)));
				}
			}
			observation.entries(entries);
		}
		return result;
	}

	private void requireNotExecuted() {
		if (this.executed) {
			throw new IllegalStateException("The batch was executed before: put a new one together with batch()");
		}
	}

	private JsonRpcBatchResult result(BatchOutcomes outcomes) {
		IdentityHashMap<JsonRpcBatchCall<?>, DefaultBatchResult.Outcome> results = new IdentityHashMap<>();
		List<JsonRpcBatchCall<?>> succeeded = new ArrayList<>();
		List<JsonRpcBatchCall<?>> failed = new ArrayList<>();
		List<JsonRpcResponse> responses = new ArrayList<>();
		for (int i = 0; i < this.calls.size(); i++) {
			BatchCall<?> call = this.calls.get(i);
			BatchOutcome outcome = outcomes.entries().get(i);
			if (outcome.response() != null) {
				responses.add(outcome.response());
			}
			if (call == null) {
				continue;
			}
			DefaultBatchResult.Outcome value = convert(call, outcome);
			((value.failure() != null) ? failed : succeeded).add(call);
			results.put(call, value);
		}
		JsonRpcBatchResult result = new DefaultBatchResult(results, succeeded, failed, responses, outcomes.anomalies());
		this.calls.stream().filter(Objects::nonNull).forEach((call) -> call.executed(result));
		return result;
	}

	private DefaultBatchResult.Outcome convert(BatchCall<?> call, BatchOutcome outcome) {
		CallSite site = CallSite.of(this.exchange.settings().name(), outcome.request());
		JsonRpcResponse response = outcome.response();
		if (response == null) {
			return new DefaultBatchResult.Outcome(null, (outcome.failure() != null) ? outcome.failure()
					: new IllegalStateException("A call was answered as a notification by an interceptor"));
		}
		JsonRpcProtocolException violation = response.violation();
		if (violation != null) {
			return new DefaultBatchResult.Outcome(null, this.exchange.failures().entry(site, violation, outcome));
		}
		JsonRpcError error = response.error();
		try {
			if (error != null) {
				return new DefaultBatchResult.Outcome(null, this.exchange.failures()
					.error(site, new ErrorAnswer(error, outcome.status(), outcome.headers(), "")));
			}
			return new DefaultBatchResult.Outcome(ResultConverter.convert(response, call.type(),
					this.exchange.settings().name(), outcome.request(), this.exchange.failures().mask()), null);
		}
		catch (RuntimeException ex) {
			return new DefaultBatchResult.Outcome(null, ex);
		}
	}

}
