package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;

import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

/**
 * Authenticates with the access token of a client registration. Calls that need a token
 * at the same time wait for the same one, and a token that the server refused is dropped.
 */
final class OAuth2Authentication implements JsonRpcAuthentication {

	/** So that a token endpoint that hangs does not hold up all later calls as well. */
	private static final Duration LONGEST_FETCH = Duration.ofSeconds(30);

	private static final String BEARER = "Bearer ";

	private final AccessTokens tokens;

	private final SingleFlight<String> flight;

	private volatile @Nullable String refused;

	OAuth2Authentication(String registrationId, AccessTokens tokens) {
		this.tokens = tokens;
		this.flight = new SingleFlight<>(Mono.defer(tokens::current)
			.flatMap(this::replaceIfRefused)
			.switchIfEmpty(Mono.error(() -> new TokenUnavailableException(registrationId, "it grants none")))
			.onErrorMap(Exception.class, (failure) -> TokenUnavailableException.of(registrationId, failure))
			.timeout(LONGEST_FETCH,
					Mono.error(() -> new TokenUnavailableException(registrationId, "it takes too long"))));
	}

	/**
	 * Drop a token only where it is fetched, so that no fresh one is dropped in its
	 * place.
	 */
	private Mono<String> replaceIfRefused(String token) {
		return token.equals(this.refused) ? this.tokens.drop().then(this.tokens.current()) : Mono.just(token);
	}

	@Override
	public Mono<HttpHeaders> authenticate(JsonRpcTransportRequest request) {
		return this.flight.get().map(OAuth2Authentication::headers);
	}

	@Override
	public Mono<HttpHeaders> reauthenticate(JsonRpcTransportRequest request, HttpHeaders refused,
			JsonRpcTransportResponse response) {
		String value = refused.getFirst(HttpHeaders.AUTHORIZATION);
		if (value == null) {
			return Mono.empty();
		}
		String token = value.substring(BEARER.length());
		return Mono.defer(() -> {
			this.refused = token;
			// The first flight may have begun before the token was refused
			return this.flight.get()
				.filter((fresh) -> !fresh.equals(token))
				.switchIfEmpty(this.flight.get())
				.map(OAuth2Authentication::headers);
		});
	}

	private static HttpHeaders headers(String token) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.AUTHORIZATION, BEARER + token);
		return headers;
	}

}
