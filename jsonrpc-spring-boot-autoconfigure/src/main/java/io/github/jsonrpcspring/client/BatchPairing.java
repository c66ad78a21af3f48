package io.github.jsonrpcspring.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Gives the answers of a batch to its calls: by id, never by position.
 */
final class BatchPairing {

	private static final int MOST_SHOWN = 3;

	private static final int LONGEST_TEXT = 500;

	private final JsonRpcExchange exchange;

	private final JsonRpcBatchRequest batch;

	private final JsonRpcClientResponse answer;

	/** What is kept of the HTTP answer once something is wrong, for all entries. */
	private @Nullable HttpAnswer http;

	private final boolean strict;

	private final CallSite site;

	private final IdentityHashMap<JsonRpcRequest, JsonRpcResponse> paired = new IdentityHashMap<>();

	private final Deque<JsonRpcError> unaddressed = new ArrayDeque<>();

	/** Items that are no responses and name no call. */
	private final List<JsonRpcResponse> unplaced = new ArrayList<>();

	private final List<String> anomalies = new ArrayList<>();

	BatchPairing(JsonRpcExchange exchange, JsonRpcClientResponse answer) {
		this.exchange = exchange;
		this.batch = (JsonRpcBatchRequest) answer.request();
		this.answer = answer;
		this.strict = exchange.settings().validation() == JsonRpcValidation.STRICT;
		this.site = CallSite.of(exchange.settings().name(), this.batch);
	}

	/**
	 * Pair the answers.
	 * @throws RuntimeException if the answer is one error for the whole batch, or none
	 */
	BatchOutcomes pair() {
		if (this.answer.message() instanceof JsonRpcBatchResponse responses) {
			JsonRpcBatchResponse linked = (responses.request() == this.batch) ? responses
					: responses.withRequest(this.batch, this.exchange.settings().validation());
			List<BatchOutcome> inOrder = inOrder(linked.responses());
			if (inOrder != null) {
				return new BatchOutcomes(inOrder, List.of(), null);
			}
			pair(linked);
		}
		else if (this.answer.message() instanceof JsonRpcResponse response) {
			pairSingle(response);
		}
		List<JsonRpcRequest> unanswered = this.batch.requests()
			.stream()
			.filter((request) -> !request.isNotification() && !this.paired.containsKey(request))
			.toList();
		boolean errorForEach = !unanswered.isEmpty() && this.unaddressed.size() == unanswered.size();
		if (unanswered.isEmpty()) {
			this.unaddressed.forEach((error) -> anomaly("an error without an id was ignored: " + shown(error), true));
		}
		String texts = (this.unaddressed.isEmpty() ? ""
				: "; errors without an id: " + this.unaddressed.stream().map(this::shown).toList()) + violations();
		List<BatchOutcome> outcomes = new ArrayList<>(this.batch.size());
		for (JsonRpcRequest request : this.batch) {
			@Nullable JsonRpcResponse response = this.paired.get(request);
			@Nullable RuntimeException failure = null;
			if (response == null && !request.isNotification()) {
				response = errorForEach ? JsonRpcResponse.failure(request, this.unaddressed.remove()) : null;
				failure = errorForEach ? null : noResponse(request, texts);
			}
			outcomes.add(outcome(request, response, failure));
		}
		return new BatchOutcomes(outcomes, this.anomalies, null);
	}

	/**
	 * Return the outcomes if the answers come in the order of their calls, as most
	 * servers send them, and nothing else.
	 */
	private @Nullable List<BatchOutcome> inOrder(List<JsonRpcResponse> responses) {
		List<BatchOutcome> outcomes = new ArrayList<>(this.batch.size());
		int next = 0;
		for (JsonRpcRequest request : this.batch) {
			JsonRpcResponse response = null;
			if (!request.isNotification()) {
				response = (next < responses.size()) ? responses.get(next++) : null;
				if (response == null || response.request() != request) {
					return null;
				}
			}
			outcomes.add(outcome(request, response, null));
		}
		return (next == responses.size()) ? outcomes : null;
	}

	private BatchOutcome outcome(JsonRpcRequest request, @Nullable JsonRpcResponse response,
			@Nullable RuntimeException failure) {
		boolean good = (response != null) ? !response.isError() && response.violation() == null : failure == null;
		return new BatchOutcome(request, response, failure, good ? HttpAnswer.NONE : http());
	}

	private HttpAnswer http() {
		HttpAnswer http = this.http;
		if (http == null) {
			http = HttpAnswer.of(this.answer.status(), this.answer.headers(), "");
			this.http = http;
		}
		return http;
	}

	private void pairSingle(JsonRpcResponse response) {
		List<JsonRpcRequest> calls = this.batch.requests().stream().filter((one) -> !one.isNotification()).toList();
		JsonRpcId id = response.id();
		JsonRpcId only = (calls.size() == 1) ? calls.get(0).id() : null;
		boolean ofBatchOfOne = only != null && id != null && only.matches(id, JsonRpcValidation.LENIENT);
		if (!this.strict && ofBatchOfOne) {
			this.paired.put(calls.get(0), response.withRequest(calls.get(0)));
			return;
		}
		JsonRpcError error = response.error();
		if (error != null) {
			throw error(this.site, error, ResponseJudge.NO_BATCHES);
		}
		throw new JsonRpcInvalidResponseException(
				this.site, "an object instead of an array (JSON-RPC 2.0, section 6)", ofBatchOfOne
						? "; 'validation: lenient' accepts the answer to a batch of one" : ResponseJudge.NO_BATCHES,
				http(), null);
	}

	private void pair(JsonRpcBatchResponse responses) {
		List<JsonRpcResponse> all = responses.responses();
		JsonRpcError only = (all.size() == 1 && isUnaddressed(all.get(0))) ? all.get(0).error() : null;
		if (only != null) {
			throw error(this.site, only, ResponseJudge.NO_BATCHES);
		}
		all.forEach(this::pair);
	}

	private void pair(JsonRpcResponse response) {
		JsonRpcRequest request = response.request();
		JsonRpcProtocolException violation = response.violation();
		if (request != null) {
			if (this.paired.putIfAbsent(request, response) != null) {
				anomaly("a second answer to id " + request.id() + " was ignored", true);
			}
		}
		else if (isUnaddressed(response) && response.error() != null) {
			this.unaddressed.add(response.error());
		}
		else if (violation != null) {
			this.unplaced.add(response);
			anomaly("an item of the batch answer was ignored: " + this.exchange.failures().rule(violation), false);
		}
		else {
			anomaly("an answer to id " + response.id() + ", which was not sent, was ignored", true);
		}
	}

	private String shown(JsonRpcError error) {
		return this.exchange.failures().shown(error);
	}

	private String violations() {
		StringBuilder texts = new StringBuilder();
		for (JsonRpcResponse item : this.unplaced.subList(0, Math.min(this.unplaced.size(), MOST_SHOWN))) {
			JsonRpcProtocolException violation = Objects.requireNonNull(item.violation());
			texts.append("; an item for no call: ").append(this.exchange.failures().rule(violation));
			if (hasError(item)) {
				texts.append(ResponseJudge.advice(violation.acceptedBy()));
			}
		}
		return texts.toString();
	}

	private static boolean hasError(JsonRpcResponse item) {
		try {
			return item.raw().hasNonNull("error");
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private boolean isUnaddressed(JsonRpcResponse response) {
		JsonRpcId id = response.id();
		return response.isError() && response.violation() == null && response.request() == null
				&& (id == null || id.isNull() || (!this.strict && AnswerIds.isPlaceholder(id)));
	}

	private void anomaly(String anomaly, boolean invalidWhenStrict) {
		String text = TextExcerpt.of(anomaly, LONGEST_TEXT);
		if (this.strict && invalidWhenStrict) {
			throw new JsonRpcInvalidResponseException(this.site, text.replace(" was ignored", ""),
					"; 'validation: lenient' would ignore it", http(), null);
		}
		this.anomalies.add(text);
	}

	private RuntimeException error(CallSite about, JsonRpcError error, String advice) {
		return this.exchange.failures().error(about, new ErrorAnswer(error, http(), advice));
	}

	private JsonRpcInvalidResponseException noResponse(JsonRpcRequest request, String texts) {
		return new JsonRpcInvalidResponseException(CallSite.of(this.site.client(), request),
				"no response in the answer to the batch" + TextExcerpt.of(texts, LONGEST_TEXT), "", http(), null);
	}

}
