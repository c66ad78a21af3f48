package io.github.jsonrpcspring.client;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JavaType;

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
		JavaType result = this.exchange.types().of(type);
		BatchCall<T> call = new BatchCall<>(this, this.calls.size(), request.method(), result,
				this.exchange.types().read(result));
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
		Mono<BatchOutcomes> outcomes = this.batchExchange.send(requests, options, commonType());
		if (requests.isEmpty() || !this.exchange.isObserved()) {
			return outcomes.map(this::result);
		}
		return this.exchange.observe(JsonRpcBatchRequest.of(requests), outcomes
			.handle((all, sink) -> sink.next(observedResult(all, this.exchange.observation(sink.contextView())))));
	}

	/**
	 * Return the type that all results are read as, if there is one.
	 */
	private @Nullable JavaType commonType() {
		JavaType common = null;
		for (BatchCall<?> call : this.calls) {
			if (call != null && common != null && !common.equals(call.read())) {
				return null;
			}
			common = (call != null) ? call.read() : common;
		}
		return common;
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
		List<@Nullable Object> results = new ArrayList<>(this.calls.size());
		for (int i = 0; i < this.calls.size(); i++) {
			BatchCall<?> call = this.calls.get(i);
			results.add((call != null) ? convert(call, outcomes.entries().get(i)) : null);
		}
		JsonRpcBatchResult result = new DefaultBatchResult(this, this.calls, results, outcomes);
		for (BatchCall<?> call : this.calls) {
			if (call != null) {
				call.executed(result);
			}
		}
		return result;
	}

	/**
	 * Return the result of a call, or its {@link DefaultBatchResult.Failure}.
	 */
	private @Nullable Object convert(BatchCall<?> call, BatchOutcome outcome) {
		JsonRpcResponse response = outcome.response();
		if (response == null) {
			return new DefaultBatchResult.Failure((outcome.failure() != null) ? outcome.failure()
					: new IllegalStateException("A call was answered as a notification by an interceptor"));
		}
		JsonRpcProtocolException violation = response.violation();
		if (violation != null) {
			return new DefaultBatchResult.Failure(this.exchange.failures().entry(site(outcome), violation, outcome));
		}
		JsonRpcError error = response.error();
		try {
			if (error != null) {
				return new DefaultBatchResult.Failure(
						this.exchange.failures().error(site(outcome), new ErrorAnswer(error, outcome.http(), "")));
			}
			return ResultConverter.convert(this.exchange.codec(), response, call.type(), call.read(),
					this.exchange.settings().name(), outcome.request(), this.exchange.failures().mask());
		}
		catch (RuntimeException ex) {
			return new DefaultBatchResult.Failure(ex);
		}
	}

	private CallSite site(BatchOutcome outcome) {
		return CallSite.of(this.exchange.settings().name(), outcome.request());
	}

}
