package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.NoResponseException;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The one way of every message of a client: interceptors, id, encoding, transport,
 * judgement, translation; and around it the observation of the call that it is for.
 */
final class JsonRpcExchange {

	/** The most of a body that an exception keeps. */
	private static final int LONGEST_EXCERPT = 1024;

	private final JsonRpcClientSettings settings;

	private final JsonRpcTransport transport;

	private final @Nullable JsonRpcAuthentication authentication;

	private final JsonRpcCodec codec;

	private final MessagePreparer preparer;

	private final Failures failures;

	private final ResponseJudge judge;

	private final WireLog log;

	private final CallObservations observations;

	private final JsonRpcClientInterceptor.Chain chain;

	JsonRpcExchange(TemplateParts parts) {
		this.settings = parts.settings();
		this.transport = parts.transport();
		this.authentication = parts.authentication();
		this.codec = parts.codec();
		this.preparer = new MessagePreparer(this.settings, parts.idGenerator());
		this.failures = new Failures(this.settings, BodyMask.of(this.codec.mapper(), this.settings, LONGEST_EXCERPT),
				parts.translators());
		this.judge = new ResponseJudge(this.codec, this.settings.validation(), this.failures);
		this.log = new WireLog(this.settings,
				BodyMask.of(this.codec.mapper(), this.settings, this.settings.log().maxLength()));
		this.observations = new CallObservations(parts.observationRegistry(), parts.observationConvention(),
				this.settings, this.failures.mask());
		this.chain = chain(parts.interceptors());
	}

	private JsonRpcClientInterceptor.Chain chain(List<JsonRpcClientInterceptor> interceptors) {
		JsonRpcClientInterceptor.Chain chain = this::perform;
		for (int i = interceptors.size() - 1; i >= 0; i--) {
			JsonRpcClientInterceptor interceptor = interceptors.get(i);
			JsonRpcClientInterceptor.Chain next = chain;
			chain = (request) -> interceptor.intercept(request.copy(), next);
		}
		return chain;
	}

	JsonRpcClientSettings settings() {
		return this.settings;
	}

	JsonRpcCodec codec() {
		return this.codec;
	}

	Failures failures() {
		return this.failures;
	}

	WireLog log() {
		return this.log;
	}

	/**
	 * Return whether calls are observed, which costs nothing otherwise.
	 */
	boolean isObserved() {
		return !this.observations.isNoop();
	}

	/**
	 * Observe a call from here to the end of its conversion, if anyone does.
	 */
	<T> Mono<T> observe(JsonRpcMessage message, Mono<T> call) {
		return isObserved() ? this.observations.observe(message, call) : call;
	}

	/**
	 * Find the observation of the call that something happens for.
	 */
	@Nullable CallObservation observation(ContextView context) {
		return this.observations.find(context);
	}

	/**
	 * Send a message, once for every subscription.
	 */
	Mono<JsonRpcClientResponse> exchange(JsonRpcMessage message, JsonRpcCallOptions options) {
		return start(message, options)
			.onErrorMap(JsonRpcExchange::isChecked,
					(failure) -> this.failures.transport(CallSite.of(this.settings.name(), message), failure, null))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException(
					"An interceptor of client '" + this.settings.name() + "' answered nothing")));
	}

	/**
	 * Start the chain. Where nobody observes, nothing asks for Reactor's context.
	 */
	private Mono<JsonRpcClientResponse> start(JsonRpcMessage message, JsonRpcCallOptions options) {
		Mono<JsonRpcClientResponse> answer = Mono
			.defer(() -> this.chain.next(new JsonRpcClientRequest(this.settings.name(), message, options)));
		return isObserved() ? Mono.deferContextual((context) -> {
			CallObservation observation = observation(context);
			return (observation != null) ? answer.doOnNext(observation::answered) : answer;
		}) : answer;
	}

	/**
	 * Return whether an error can only come from an interceptor, such as from its own
	 * {@code timeout}.
	 */
	private static boolean isChecked(Throwable failure) {
		return !(failure instanceof RuntimeException || failure instanceof Error);
	}

	private Mono<JsonRpcClientResponse> perform(JsonRpcClientRequest request) {
		return isObserved() ? Mono.deferContextual((context) -> perform(request, observation(context)))
				: Mono.defer(() -> perform(request, null));
	}

	private Mono<JsonRpcClientResponse> perform(JsonRpcClientRequest request, @Nullable CallObservation observation) {
		JsonRpcMessage message = this.preparer.prepare(request.message(), request.options());
		boolean answered = expectsAnswer(message);
		byte[] body = this.codec.write(message);
		if (observation != null) {
			observation.prepared(message);
		}
		JsonRpcTransport transport = transport(request, observation);
		Mono<JsonRpcTransportResponse> exchange = transport.exchange(JsonRpcTransportRequest.of(body)
			.headers(headers(request, observation))
			.attributes(request.attributes())
			.responseExpected(answered)
			.maxResponseSize(this.settings.maxResponseSize())
			.build());
		Duration timeout = timeout(message, request.options());
		exchange = (timeout != null) ? exchange.timeout(timeout, Mono.error(() -> deadline(transport))) : exchange;
		if (this.log.shows(message)) {
			exchange = logged(exchange, message, body, observation);
		}
		CallSite site = CallSite.of(this.settings.name(), message);
		exchange = exchange.onErrorResume((failure) -> failed(site, answered, failure, timeout));
		return (observation != null) ? exchange.map((response) -> judge(site, message, answered, response, observation))
				: exchange.map((response) -> judge(site, message, answered, response, null));
	}

	private JsonRpcTransport transport(JsonRpcClientRequest request, @Nullable CallObservation observation) {
		JsonRpcTransport transport = (observation != null) ? observation.measured(this.transport) : this.transport;
		return (this.authentication != null)
				? new AuthenticatedTransport(transport, this.authentication, request.headers()) : transport;
	}

	private static DeadlineException deadline(JsonRpcTransport transport) {
		return new DeadlineException((transport instanceof AuthenticatedTransport authenticated)
				? authenticated.outcome() : AuthenticatedTransport.UNKNOWN_OUTCOME);
	}

	private Mono<JsonRpcTransportResponse> logged(Mono<JsonRpcTransportResponse> exchange, JsonRpcMessage message,
			byte[] body, @Nullable CallObservation observation) {
		CallObservation.scoped(observation, () -> this.log.request(message, body));
		long start = System.nanoTime();
		AtomicBoolean ended = new AtomicBoolean();
		return exchange.doOnNext((response) -> {
			ended.set(true);
			CallObservation.scoped(observation, () -> this.log.response(message, response, since(start)));
		})
			.doOnError((failure) -> CallObservation.scoped(observation,
					() -> this.log.failure(message, failure, since(start))))
			.doOnCancel(() -> {
				if (!ended.get()) {
					CallObservation.scoped(observation, () -> this.log.cancelled(message, since(start)));
				}
			});
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private JsonRpcClientResponse judge(CallSite site, JsonRpcMessage message, boolean answered,
			JsonRpcTransportResponse response, @Nullable CallObservation observation) {
		if (!answered && response.status().is2xxSuccessful()) {
			return new JsonRpcClientResponse(message, null, response.status(), response.headers());
		}
		JsonRpcMessage answer = this.judge.judge(site, message, response);
		JsonRpcClientResponse judged = new JsonRpcClientResponse(message, answer, response.status(),
				response.headers());
		if (!answered && answer instanceof JsonRpcResponse refusal && refusal.error() != null) {
			if (observation != null) {
				observation.answered(judged);
			}
			throw this.failures.error(site,
					new ErrorAnswer(refusal.error(), response.status(), response.headers(), ""));
		}
		return judged;
	}

	/**
	 * Some servers close the connection on a notification instead of answering it.
	 */
	private Mono<JsonRpcTransportResponse> failed(CallSite site, boolean answered, Throwable failure,
			@Nullable Duration timeout) {
		if (!answered && failure instanceof NoResponseException) {
			return (this.settings.validation() == JsonRpcValidation.STRICT)
					? Mono
						.error(this.failures.noResponse(site, ResponseJudge.advice(JsonRpcValidation.LENIENT), failure))
					: Mono.just(new JsonRpcTransportResponse(HttpStatus.NO_CONTENT, HttpHeaders.EMPTY, new byte[0]));
		}
		return Mono.error((failure instanceof Error) ? failure : this.failures.transport(site, failure, timeout));
	}

	private static boolean expectsAnswer(JsonRpcMessage message) {
		if (message instanceof JsonRpcBatchRequest batch) {
			return batch.requests().stream().anyMatch((request) -> !request.isNotification());
		}
		return !((JsonRpcRequest) message).isNotification();
	}

	private HttpHeaders headers(JsonRpcClientRequest request, @Nullable CallObservation observation) {
		if (request.headers().isEmpty() && observation == null) {
			return this.settings.headers();
		}
		HttpHeaders headers = HttpHeaders.copyOf(this.settings.headers());
		if (observation != null) {
			observation.headers().forEach(headers::set);
		}
		headers.putAll(request.headers());
		return headers;
	}

	private @Nullable Duration timeout(JsonRpcMessage message, JsonRpcCallOptions options) {
		Duration timeout = options.timeout();
		JsonRpcClientSettings.Method method = (timeout == null && message instanceof JsonRpcRequest request)
				? this.settings.forMethod(request.method()) : null;
		timeout = (method != null) ? method.timeout() : timeout;
		if (timeout == null) {
			return this.settings.timeout();
		}
		return timeout.isZero() ? null : timeout;
	}

}
