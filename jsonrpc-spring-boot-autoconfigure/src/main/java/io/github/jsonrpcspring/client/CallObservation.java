package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;

/**
 * The observation of one call, notification or batch. What happens for it finds it in
 * Reactor's context.
 */
final class CallObservation {

	private static final Logger logger = LoggerFactory.getLogger(CallObservation.class);

	private final CallObservations owner;

	private final Observation observation;

	private final JsonRpcClientObservationContext context;

	private final AtomicBoolean stopped = new AtomicBoolean();

	private volatile @Nullable JsonRpcErrorException error;

	private volatile boolean partFailed;

	/**
	 * Create what goes with an observation that has been started.
	 * @param owner the observations of its client: what happens for a call may call with
	 * other clients, which have nothing to do with it
	 */
	CallObservation(CallObservations owner, Observation observation, JsonRpcClientObservationContext context) {
		this.owner = owner;
		this.observation = observation;
		this.context = context;
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
			.doFinally(this::cancelled)
			.contextWrite(this::write);
	}

	/**
	 * Stop with the last element, before its caller sees the end.
	 */
	<T> Flux<T> observe(Flux<T> call) {
		Flux<T> scoped = Hooks.isAutomaticContextPropagationEnabled() ? call : new ScopedFlux<>(call, this.observation);
		return scoped.doOnComplete(this::ended)
			.doOnError(this::failed)
			.doFinally(this::cancelled)
			.contextWrite(this::write);
	}

	private void cancelled(SignalType signal) {
		if (signal == SignalType.CANCEL) {
			stop(JsonRpcClientOutcome.CANCELLED, null);
		}
	}

	private Context write(Context reactor) {
		return reactor.put(ObservationThreadLocalAccessor.KEY, this.observation).put(this.owner, this);
	}

	/**
	 * Take note of a message with its id.
	 */
	void prepared(JsonRpcMessage message) {
		if (message instanceof JsonRpcRequest && this.context.getRequest() != null) {
			this.context.setMessage(message);
		}
	}

	/**
	 * Count the bytes of what is really sent, and of the answers to it.
	 */
	JsonRpcTransport measured(JsonRpcTransport transport) {
		return new MeasuredTransport(transport, this.context);
	}

	/**
	 * Return the headers that a tracer wants to be sent.
	 */
	Map<String, String> headers() {
		Map<String, String> headers = this.context.getCarrier();
		return (headers != null) ? headers : Map.of();
	}

	/**
	 * Take note of an answer: an error may be returned or translated instead of thrown.
	 */
	void answered(JsonRpcClientResponse answer) {
		JsonRpcResponse response = answer.response();
		JsonRpcError error = error(answer.message());
		this.error = (error != null)
				? JsonRpcErrorException.of(CallSite.of(this.context.getClientName(), answer.request()),
						new ErrorAnswer(error, answer.status(), answer.headers()).withMask(this.owner.mask()))
				: null;
		if (response != null && this.context.getRequest() != null) {
			this.context.setResponse(response);
		}
	}

	/**
	 * Return the error that a message is, as a whole.
	 */
	private static @Nullable JsonRpcError error(@Nullable JsonRpcMessage answer) {
		if (answer instanceof JsonRpcBatchResponse batch && batch.size() == 1
				&& batch.responses().get(0).request() == null) {
			return batch.responses().get(0).error();
		}
		return (answer instanceof JsonRpcResponse response) ? response.error() : null;
	}

	/**
	 * Take note of one of the messages of a batch, be it one of notifications.
	 */
	void part(BatchOutcomes part) {
		this.partFailed = this.partFailed || part.failure() != null;
	}

	/**
	 * Take note of what became of the calls of a batch.
	 */
	void entries(List<JsonRpcClientObservationContext.Entry> entries) {
		this.context.setEntries(entries);
	}

	private void ended() {
		JsonRpcErrorException error = this.error;
		if (this.context.getRequest() != null && error != null) {
			stop(Outcomes.of(error, this.context.getClientName()), error);
			return;
		}
		boolean success = !this.partFailed
				&& this.context.getEntries().stream().allMatch((entry) -> entry.outcome().isSuccess());
		stop(success ? JsonRpcClientOutcome.SUCCESS : JsonRpcClientOutcome.FAILED_ENTRIES, null);
	}

	private void failed(Throwable failure) {
		JsonRpcClientOutcome outcome = Outcomes.of(failure, this.context.getClientName());
		JsonRpcErrorException error = this.error;
		if (error == null || outcome.status() != JsonRpcClientOutcome.Status.UNKNOWN) {
			stop(outcome, failure);
			return;
		}
		// A translated error without its cause
		JsonRpcClientOutcome known = Outcomes.of(error, this.context.getClientName());
		this.context.setEntries(this.context.getEntries()
			.stream()
			.map((entry) -> entry.outcome().equals(outcome)
					? new JsonRpcClientObservationContext.Entry(entry.method(), known) : entry)
			.toList());
		stop(known, error);
	}

	/**
	 * Stop once. A handler that fails does not change what becomes of the call.
	 */
	private void stop(JsonRpcClientOutcome outcome, @Nullable Throwable error) {
		if (!this.stopped.compareAndSet(false, true)) {
			return;
		}
		this.context.setOutcome(outcome);
		if (error != null) {
			tell(() -> this.observation.error(error));
		}
		tell(this.observation::stop);
	}

	private void tell(Runnable handlers) {
		try {
			handlers.run();
		}
		catch (RuntimeException ex) {
			logger.warn("A call of client '{}' could not be observed to its end", this.context.getClientName(), ex);
		}
	}

}
