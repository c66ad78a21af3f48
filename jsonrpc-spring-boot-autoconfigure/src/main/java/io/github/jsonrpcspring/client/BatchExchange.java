package io.github.jsonrpcspring.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JavaType;

/**
 * Sends batches: as one message, as several of limited size, or request by request.
 */
final class BatchExchange {

	private final JsonRpcExchange exchange;

	BatchExchange(JsonRpcExchange exchange) {
		this.exchange = exchange;
	}

	/**
	 * Send the requests, for every subscription anew.
	 * @return the outcomes; an error if all messages failed as a whole
	 */
	Mono<BatchOutcomes> send(List<JsonRpcRequest> requests, JsonRpcCallOptions options) {
		return send(requests, options, null);
	}

	/**
	 * Send the requests, for every subscription anew.
	 * @param resultType what every result will be converted to, {@code null} if not known
	 * @return the outcomes; an error if all messages failed as a whole
	 */
	Mono<BatchOutcomes> send(List<JsonRpcRequest> requests, JsonRpcCallOptions options, @Nullable JavaType resultType) {
		return Mono.deferContextual((context) -> {
			CallObservation observation = this.exchange.observation(context);
			JsonRpcBatchRequest batch = JsonRpcBatchRequest.of(requests);
			requireOwnIds(batch, options);
			Flux<BatchOutcomes> parts = this.exchange.settings().batch().enabled()
					? Flux.fromIterable(split(batch)).concatMap((part) -> sendBatch(part, options, resultType))
					: Flux.fromIterable(batch).concatMap((request) -> sendSingle(request, options, resultType));
			Consumer<BatchOutcomes> end = (observation != null) ? (outcomes) -> end(outcomes, observation) : this::warn;
			return observed(parts, observation).collectList().map(BatchOutcomes::join).doOnNext(end);
		}).flatMap((outcomes) -> (outcomes.failure() != null) ? Mono.error(outcomes.failure()) : Mono.just(outcomes));
	}

	private static Flux<BatchOutcomes> observed(Flux<BatchOutcomes> parts, @Nullable CallObservation observation) {
		return (observation != null) ? parts.doOnNext(observation::part) : parts;
	}

	private void end(BatchOutcomes outcomes, CallObservation observation) {
		observation.entries(outcomes.observed(this.exchange.settings().name()));
		CallObservation.scoped(observation, () -> warn(outcomes));
	}

	private void warn(BatchOutcomes outcomes) {
		if (outcomes.failure() == null) {
			this.exchange.log().warn(outcomes.anomalies());
		}
	}

	private static void requireOwnIds(JsonRpcBatchRequest batch, JsonRpcCallOptions options) {
		if (options.id() != null) {
			throw new IllegalArgumentException("An id belongs to a request of a batch, not to the batch");
		}
		Set<JsonRpcId> used = new HashSet<>();
		for (JsonRpcRequest request : batch) {
			if (request.id() != null && !used.add(request.id())) {
				throw new IllegalArgumentException("Two requests of the batch have the id " + request.id()
						+ ", their answers could not be told apart");
			}
		}
	}

	private List<JsonRpcBatchRequest> split(JsonRpcBatchRequest batch) {
		int maxSize = Math.min(this.exchange.settings().batch().maxSize(), batch.size());
		if (maxSize == batch.size()) {
			return List.of(batch);
		}
		List<JsonRpcBatchRequest> parts = new ArrayList<>();
		for (int from = 0; from < batch.size(); from += maxSize) {
			parts.add(JsonRpcBatchRequest.of(batch.requests().subList(from, Math.min(from + maxSize, batch.size()))));
		}
		return parts;
	}

	private Mono<BatchOutcomes> sendBatch(JsonRpcBatchRequest batch, JsonRpcCallOptions options,
			@Nullable JavaType resultType) {
		return this.exchange.exchange(batch, options, resultType, null)
			.map((response) -> pair(batch, response))
			.onErrorResume(RuntimeException.class, (failure) -> Mono.just(failed(batch.requests(), failure)));
	}

	private BatchOutcomes pair(JsonRpcBatchRequest batch, JsonRpcClientResponse response) {
		if (!(response.request() instanceof JsonRpcBatchRequest sent) || sent.size() != batch.size()) {
			throw new IllegalStateException("An interceptor of client '" + this.exchange.settings().name()
					+ "' put another message in the place of a batch of " + batch.size());
		}
		return new BatchPairing(this.exchange, response).pair();
	}

	private Mono<BatchOutcomes> sendSingle(JsonRpcRequest request, JsonRpcCallOptions options,
			@Nullable JavaType resultType) {
		return this.exchange.exchange(request, options, resultType, null)
			.map((response) -> new BatchOutcomes(List.of(new BatchOutcome((JsonRpcRequest) response.request(),
					response.response(), null, HttpAnswer.of(response.status(), response.headers(), ""))), List.of(),
					null))
			.onErrorResume(RuntimeException.class, (failure) -> Mono.just(failed(List.of(request), failure)));
	}

	/**
	 * A notification has no outcome: that it was not taken is said beside those of calls.
	 */
	private static BatchOutcomes failed(List<JsonRpcRequest> requests, RuntimeException failure) {
		long notifications = requests.stream().filter(JsonRpcRequest::isNotification).count();
		List<String> anomalies = (notifications == 0) ? List.of()
				: List.of(notifications + " notification(s) failed: " + failure.getMessage());
		List<BatchOutcome> outcomes = requests.stream()
			.map((request) -> new BatchOutcome(request, null, request.isNotification() ? null : failure,
					HttpAnswer.NONE))
			.toList();
		return new BatchOutcomes(outcomes, anomalies, failure);
	}

}
