package io.github.jsonrpcspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

/**
 * What became of the requests of one message or of several.
 *
 * @param entries an outcome for every request, in order
 * @param anomalies what else the server sent
 * @param failure why no request of the message has an answer
 */
record BatchOutcomes(List<BatchOutcome> entries, List<String> anomalies, @Nullable RuntimeException failure) {

	private static final int MOST_SUPPRESSED = 10;

	/**
	 * Return a response for every request that has an id, in order.
	 */
	JsonRpcBatchResponse responses() {
		List<JsonRpcResponse> responses = this.entries.stream()
			.filter((outcome) -> !outcome.request().isNotification())
			.map(BatchOutcome::responseOrMissing)
			.toList();
		List<JsonRpcRequest> requests = this.entries.stream().map(BatchOutcome::request).toList();
		return JsonRpcBatchResponse.answering(JsonRpcBatchRequest.of(requests), responses);
	}

	/**
	 * Return what became of the calls, for those who observe them.
	 * @param client the client's name
	 */
	List<JsonRpcClientObservationContext.Entry> observed(String client) {
		return this.entries.stream()
			.filter((outcome) -> !outcome.request().isNotification())
			.map((outcome) -> outcome.observed(client, null))
			.toList();
	}

	/**
	 * Join the outcomes of several messages. The whole has failed when all have.
	 */
	static BatchOutcomes join(List<BatchOutcomes> parts) {
		if (parts.size() == 1) {
			return parts.get(0);
		}
		List<BatchOutcome> entries = new ArrayList<>();
		List<String> anomalies = new ArrayList<>();
		for (BatchOutcomes part : parts) {
			entries.addAll(part.entries);
			anomalies.addAll(part.anomalies);
		}
		RuntimeException failure = null;
		if (parts.stream().allMatch((part) -> part.failure != null)) {
			List<RuntimeException> failures = parts.stream()
				.map((part) -> Objects.requireNonNull(part.failure))
				.distinct()
				.toList();
			RuntimeException first = failures.get(0);
			failures.stream().skip(1).limit(MOST_SUPPRESSED).forEach(first::addSuppressed);
			failure = first;
		}
		return new BatchOutcomes(entries, anomalies, failure);
	}

}
