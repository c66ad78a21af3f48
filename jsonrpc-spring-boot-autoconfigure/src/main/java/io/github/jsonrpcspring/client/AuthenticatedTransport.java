package io.github.jsonrpcspring.client;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Sends the message of one call with the headers of a {@link JsonRpcAuthentication}, and
 * once more with fresh ones if the server answers 401.
 */
final class AuthenticatedTransport implements JsonRpcTransport {

	static final String UNKNOWN_OUTCOME = "the outcome of the call is unknown";

	private final JsonRpcTransport transport;

	private final JsonRpcAuthentication authentication;

	private final HttpHeaders callHeaders;

	private volatile String outcome = "nothing was sent, as there were no credentials yet";

	/**
	 * Create the transport of a call.
	 * @param callHeaders the headers that the call sets itself
	 */
	AuthenticatedTransport(JsonRpcTransport transport, JsonRpcAuthentication authentication, HttpHeaders callHeaders) {
		this.transport = transport;
		this.authentication = authentication;
		this.callHeaders = callHeaders;
	}

	/**
	 * Return what is known of the message while there is no answer.
	 */
	String outcome() {
		return this.outcome;
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		if (this.callHeaders.containsHeader(HttpHeaders.AUTHORIZATION)) {
			return send(request);
		}
		return headers(() -> this.authentication.authenticate(request), null).defaultIfEmpty(HttpHeaders.EMPTY)
			.flatMap((headers) -> send(request, headers).flatMap((response) -> isRefused(response.status(), headers)
					? sendAgain(request, headers, response) : Mono.just(response)));
	}

	@Override
	public <T> Mono<T> stream(JsonRpcTransportRequest request,
			Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		if (this.callHeaders.containsHeader(HttpHeaders.AUTHORIZATION)) {
			return stream(request, HttpHeaders.EMPTY, reader);
		}
		return headers(() -> this.authentication.authenticate(request), null).defaultIfEmpty(HttpHeaders.EMPTY)
			.flatMap((headers) -> stream(request, headers,
					(answer) -> isRefused(answer.status(), headers)
							? answer.whole().flatMap((response) -> streamAgain(request, headers, response, reader))
							: reader.apply(answer)));
	}

	private <T> Mono<T> streamAgain(JsonRpcTransportRequest request, HttpHeaders refused,
			JsonRpcTransportResponse response, Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		return fresh(request, refused, response).map((fresh) -> stream(request, fresh, reader))
			.switchIfEmpty(Mono.fromSupplier(() -> reader.apply(JsonRpcTransportStream.of(response))))
			.flatMap(Function.identity());
	}

	private boolean isRefused(HttpStatusCode status, HttpHeaders headers) {
		return status.isSameCodeAs(HttpStatus.UNAUTHORIZED) && (headers.isEmpty() || !toSend(headers).isEmpty());
	}

	private Mono<JsonRpcTransportResponse> sendAgain(JsonRpcTransportRequest request, HttpHeaders refused,
			JsonRpcTransportResponse response) {
		return fresh(request, refused, response).map((fresh) -> send(request, fresh))
			.defaultIfEmpty(Mono.just(response))
			.flatMap(Function.identity());
	}

	/**
	 * Return other credentials than those that were refused, nothing if there are none.
	 */
	private Mono<HttpHeaders> fresh(JsonRpcTransportRequest request, HttpHeaders refused,
			JsonRpcTransportResponse response) {
		this.outcome = "the server answered 401, and there were no other credentials yet";
		return headers(() -> this.authentication.reauthenticate(request, refused, response), response)
			.filter((fresh) -> !toSend(fresh).equals(toSend(refused)));
	}

	private static Mono<HttpHeaders> headers(Supplier<Mono<HttpHeaders>> supplier,
			@Nullable JsonRpcTransportResponse refusal) {
		return Mono.defer(supplier)
			.onErrorMap(Exception.class, (failure) -> new AuthenticationFailure(failure, refusal));
	}

	private Mono<JsonRpcTransportResponse> send(JsonRpcTransportRequest request, HttpHeaders authentication) {
		return send(authenticated(request, authentication));
	}

	private <T> Mono<T> stream(JsonRpcTransportRequest request, HttpHeaders authentication,
			Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		this.outcome = UNKNOWN_OUTCOME;
		return this.transport.stream(authenticated(request, authentication), reader);
	}

	private JsonRpcTransportRequest authenticated(JsonRpcTransportRequest request, HttpHeaders authentication) {
		HttpHeaders headers = HttpHeaders.copyOf(request.headers());
		headers.putAll(toSend(authentication));
		return JsonRpcTransportRequest.of(request.body())
			.headers(headers)
			.attributes(request.attributes())
			.responseExpected(request.responseExpected())
			.maxResponseSize(request.maxResponseSize())
			.build();
	}

	private Mono<JsonRpcTransportResponse> send(JsonRpcTransportRequest request) {
		this.outcome = UNKNOWN_OUTCOME;
		return this.transport.exchange(request);
	}

	private HttpHeaders toSend(HttpHeaders authentication) {
		HttpHeaders headers = HttpHeaders.copyOf(authentication);
		this.callHeaders.headerNames().forEach(headers::remove);
		return headers;
	}

}
