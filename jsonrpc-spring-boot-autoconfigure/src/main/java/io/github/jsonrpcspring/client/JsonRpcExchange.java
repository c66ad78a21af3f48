package io.github.jsonrpcspring.client;

import java.util.function.Function;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpHeaders;

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

	private final ResultTypes types;

	private final MessagePreparer preparer;

	private final Failures failures;

	private final WireLog log;

	private final WholeExchange whole;

	private final StreamedExchange streamed;

	private final CallObservations observations;

	private final boolean direct;

	private final InterceptorChain chain;

	JsonRpcExchange(TemplateParts parts) {
		this.settings = parts.settings();
		this.transport = parts.transport();
		this.authentication = parts.authentication();
		this.codec = parts.codec();
		this.types = new ResultTypes(this.codec.mapper());
		this.preparer = new MessagePreparer(this.settings, parts.idGenerator());
		this.failures = new Failures(this.settings, BodyMask.of(this.codec.mapper(), this.settings, LONGEST_EXCERPT),
				parts.translators());
		this.log = new WireLog(this.settings,
				BodyMask.of(this.codec.mapper(), this.settings, this.settings.log().maxLength()));
		ResponseJudge judge = new ResponseJudge(this.codec, this.settings.validation(), this.failures);
		Deadlines deadlines = new Deadlines(this.settings);
		this.whole = new WholeExchange(judge, this.settings.validation(), this.failures, this.log, deadlines);
		this.streamed = new StreamedExchange(this.codec, judge, this.failures, this.log, deadlines);
		this.observations = new CallObservations(parts.observationRegistry(), parts.observationConvention(),
				this.settings, this.failures.mask());
		// Where nobody intercepts, a request is performed as it comes to the chain
		this.direct = parts.interceptors().isEmpty() && !isObserved();
		this.chain = new InterceptorChain(this.settings, this.failures, parts.interceptors(),
				this.direct ? (request) -> perform(request, null) : this::perform);
	}

	JsonRpcClientSettings settings() {
		return this.settings;
	}

	JsonRpcCodec codec() {
		return this.codec;
	}

	ResultTypes types() {
		return this.types;
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
	 * Observe a call whose result comes element by element.
	 */
	<T> Flux<T> observe(JsonRpcMessage message, Flux<T> call) {
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
		return exchange(message, options, null, null);
	}

	/**
	 * Send a message, once for every subscription. Where nobody observes, nothing asks
	 * for Reactor's context.
	 * @param resultType what the result will be converted to, {@code null} if not known
	 * @param streamed what reads the result element by element, {@code null} to read it
	 * as a whole
	 */
	Mono<JsonRpcClientResponse> exchange(JsonRpcMessage message, JsonRpcCallOptions options,
			@Nullable JavaType resultType, @Nullable StreamedCall<?> streamed) {
		Mono<JsonRpcClientResponse> answer = Mono.defer(() -> this.chain
			.next(new JsonRpcClientRequest(this.settings.name(), message, options, resultType, streamed)));
		return isObserved() ? Mono.deferContextual((context) -> {
			CallObservation observation = observation(context);
			return (observation != null) ? answer.doOnNext(observation::answered) : answer;
		}) : answer;
	}

	/**
	 * Send a message, once for every subscription, and convert its answer.
	 * @param resultType what the result will be converted to, {@code null} if not known
	 * @param conversion converts the answer, to {@code null} for nothing
	 */
	<T> Mono<T> retrieve(JsonRpcMessage message, JsonRpcCallOptions options, @Nullable JavaType resultType,
			Function<JsonRpcClientResponse, ? extends @Nullable T> conversion) {
		if (!this.direct) {
			return exchange(message, options, resultType, null).mapNotNull(conversion);
		}
		return Mono.defer(() -> {
			JsonRpcClientRequest request = new JsonRpcClientRequest(this.settings.name(), message, options, resultType,
					null);
			return this.whole.perform(prepare(request, null), resultType, conversion);
		});
	}

	private Mono<JsonRpcClientResponse> perform(JsonRpcClientRequest request) {
		return isObserved() ? Mono.deferContextual((context) -> perform(request, observation(context)))
				: Mono.defer(() -> perform(request, null));
	}

	private Mono<JsonRpcClientResponse> perform(JsonRpcClientRequest request, @Nullable CallObservation observation) {
		PreparedCall call = prepare(request, observation);
		StreamedCall<?> streamed = request.streamed();
		if (streamed != null && call.request().responseExpected() && call.message() instanceof JsonRpcRequest) {
			return this.streamed.perform(streamed, call);
		}
		return this.whole.perform(call, request.resultType(), Function.identity());
	}

	private PreparedCall prepare(JsonRpcClientRequest request, @Nullable CallObservation observation) {
		JsonRpcMessage message = this.preparer.prepare(request.message(), request.options());
		byte[] body = this.codec.write(message);
		if (observation != null) {
			observation.prepared(message);
		}
		CallLimits limits = CallLimits.of(this.settings, message, request.options());
		JsonRpcTransportRequest outgoing = JsonRpcTransportRequest.of(body)
			.headers(headers(request, observation))
			.attributes(request.sentAttributes())
			.responseExpected(expectsAnswer(message))
			.maxResponseSize(limits.maxResponseSize())
			.build();
		return new PreparedCall(CallSite.of(this.settings.name(), message), message, transport(request, observation),
				outgoing, limits, observation);
	}

	private JsonRpcTransport transport(JsonRpcClientRequest request, @Nullable CallObservation observation) {
		JsonRpcTransport transport = (observation != null) ? observation.measured(this.transport) : this.transport;
		return (this.authentication != null)
				? new AuthenticatedTransport(transport, this.authentication, request.sentHeaders()) : transport;
	}

	private static boolean expectsAnswer(JsonRpcMessage message) {
		if (message instanceof JsonRpcBatchRequest batch) {
			return batch.requests().stream().anyMatch((request) -> !request.isNotification());
		}
		return !((JsonRpcRequest) message).isNotification();
	}

	private HttpHeaders headers(JsonRpcClientRequest request, @Nullable CallObservation observation) {
		if (request.sentHeaders().isEmpty() && observation == null) {
			return this.settings.headers();
		}
		HttpHeaders headers = HttpHeaders.copyOf(this.settings.headers());
		if (observation != null) {
			observation.headers().forEach(headers::set);
		}
		headers.putAll(request.sentHeaders());
		return HttpHeaders.readOnlyHttpHeaders(headers);
	}

}
