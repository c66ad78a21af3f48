package io.github.jsonrpcspring.client;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Sends the message of one call with the headers of a {@link JsonRpcAuthentication}, and
 * once more with fresh ones if the server answers 401.
 */
final class AuthenticatedTransport implements JsonRpcTransport {

	private final JsonRpcTransport transport;

	private final JsonRpcAuthentication authentication;

	private final HttpHeaders callHeaders;

	/**
	 * Create the transport of a call.
	 * @param callHeaders the headers that the call sets itself
	 */
	AuthenticatedTransport(JsonRpcTransport transport, JsonRpcAuthentication authentication, HttpHeaders callHeaders) {
		this.transport = transport;
		this.authentication = authentication;
		this.callHeaders = callHeaders;
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return headers(() -> this.authentication.authenticate(request)).defaultIfEmpty(HttpHeaders.EMPTY)
			.flatMap((headers) -> send(request, headers).flatMap((response) -> isRefused(response, headers)
					? sendAgain(request, headers, response) : Mono.just(response)));
	}

	private boolean isRefused(JsonRpcTransportResponse response, HttpHeaders headers) {
		return response.status().isSameCodeAs(HttpStatus.UNAUTHORIZED)
				&& (headers.isEmpty() || !toSend(headers).isEmpty());
	}

	private Mono<JsonRpcTransportResponse> sendAgain(JsonRpcTransportRequest request, HttpHeaders refused,
			JsonRpcTransportResponse response) {
		return headers(() -> this.authentication.reauthenticate(request, refused))
			.filter((fresh) -> !toSend(fresh).equals(toSend(refused)))
			.map((fresh) -> send(request, fresh))
			.defaultIfEmpty(Mono.just(response))
			.flatMap(Function.identity());
	}

	private static Mono<HttpHeaders> headers(Supplier<Mono<HttpHeaders>> supplier) {
		return Mono.defer(supplier).onErrorMap(Exception.class, AuthenticationFailure::new);
	}

	private Mono<JsonRpcTransportResponse> send(JsonRpcTransportRequest request, HttpHeaders authentication) {
		HttpHeaders headers = HttpHeaders.copyOf(request.headers());
		headers.putAll(toSend(authentication));
		return this.transport.exchange(JsonRpcTransportRequest.of(request.body())
			.headers(headers)
			.attributes(request.attributes())
			.responseExpected(request.responseExpected())
			.maxResponseSize(request.maxResponseSize())
			.build());
	}

	private HttpHeaders toSend(HttpHeaders authentication) {
		HttpHeaders headers = HttpHeaders.copyOf(authentication);
		this.callHeaders.headerNames().forEach(headers::remove);
		return headers;
	}

}
