package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The observation of one call, notification or batch. What happens for it finds it in
 * Reactor's context.
 */
final class CallObservation {

	private final Observation observation;

	private final JsonRpcClientObservationContext context;

	private final AtomicBoolean stopped = new AtomicBoolean();

	private volatile @Nullable JsonRpcClientResponse answer;

	CallObservation(Observation observation, JsonRpcClientObservationContext context) {
		this.observation = observation;
		this.context = context;
	}

	static @Nullable CallObservation in(ContextView reactor) {
		return reactor.getOrDefault(CallObservation.class, null);
	}

	/**
	 * Do something in the scope of the observation, if there is one, so that its ids are
	 * in the MDC.
	 */
	static void scoped(@Nullable CallObservation observation, Runnable action) {
		if (observation == null) {
			action.run();
			return;
		}
		observation.observation.scoped(action);
	}

	/**
	 * Stop with the call, before its caller sees the end.
	 */
	<T> Mono<T> observe(Mono<T> call) {
		Mono<T> scoped = Hooks.isAutomaticContextPropagationEnabled() ? call : new ScopedMono<>(call, this.observation);
		return scoped.doOnSuccess((result) -> ended())
			.doOnError(this::failed)
			.doOnCancel(() -> stop(JsonRpcClientOutcome.CANCELLED))
			.contextWrite((reactor) -> reactor.put(ObservationThreadLocalAccessor.KEY, this.observation)
				.put(CallObservation.class, this));
	}

	/**
	 * Count the bytes of a message and of the answer to it.
	 */
	Mono<JsonRpcTransportResponse> measured(Mono<JsonRpcTransportResponse> exchange, JsonRpcMessage message,
			byte[] body) {
		if (message instanceof JsonRpcRequest && this.context.getRequest() != null) {
			this.context.setMessage(message);
		}
		this.context.addRequestSize(body.length);
		return exchange.doOnNext((response) -> this.context.addResponseSize(response.body().length));
	}

	/**
	 * Return the headers that a tracer wants to be sent.
	 */
	Map<String, String> headers() {
		Map<String, String> headers = this.context.getCarrier();
		return (headers != null) ? headers : Map.of();
	}

	/**
	 * Take note of the answer to a call, which may be an error that nobody throws.
	 */
	void answered(JsonRpcClientResponse answer) {
		if (this.context.getRequest() != null) {
			this.answer = answer;
			if (answer.response() != null) {
				this.context.setResponse(answer.response());
			}
		}
	}

	/**
	 * Take note of what became of the calls of a batch.
	 */
	void entries(List<JsonRpcClientObservationContext.Entry> entries) {
		this.context.setEntries(entries);
	}

	private void ended() {
		JsonRpcErrorException error = error();
		if (error != null) {
			this.observation.error(error);
			stop(Outcomes.of(error));
			return;
		}
		boolean success = this.context.getEntries().stream().allMatch((entry) -> entry.outcome().isSuccess());
		stop(success ? JsonRpcClientOutcome.SUCCESS : JsonRpcClientOutcome.FAILED_ENTRIES);
	}

	private void failed(Throwable failure) {
		JsonRpcErrorException error = error();
		this.observation.error(failure);
		stop(Outcomes.of((error != null) ? error : failure));
	}

	private @Nullable JsonRpcErrorException error() {
		JsonRpcClientResponse answer = this.answer;
		JsonRpcResponse response = (answer != null) ? answer.response() : null;
		JsonRpcError error = (response != null) ? response.error() : null;
		return (answer != null && error != null)
				? JsonRpcErrorException.of(CallSite.of(this.context.getClientName(), answer.request()),
						new ErrorAnswer(error, answer.status(), answer.headers(), ""))
				: null;
	}

	private void stop(JsonRpcClientOutcome outcome) {
		if (this.stopped.compareAndSet(false, true)) {
			this.context.setOutcome(outcome);
			this.observation.stop();
		}
	}

}
