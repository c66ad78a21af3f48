package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

/**
 * Authenticates with the access token of a client registration. Calls that need a token
 * at the same time wait for the same one. A token that the server refused is replaced,
 * but not a replacement of a moment ago.
 */
final class OAuth2Authentication implements JsonRpcAuthentication {

	private static final Logger logger = LoggerFactory.getLogger(OAuth2Authentication.class);

	/** So that a token endpoint that hangs does not hold up all later calls as well. */
	private static final Duration LONGEST_FETCH = Duration.ofSeconds(30);

	/**
	 * So that a server that refuses every token does not cause a fetch with each call.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final String BEARER = "Bearer ";

	private final String registrationId;

	private final AccessTokens tokens;

	private final LongSupplier nanoTime;

	private final SingleFlight<String> flight;

	private final AtomicReference<Issued> issued = new AtomicReference<>(new Issued(null, false, null));

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Create the authentication.
	 * @param nanoTime the clock
	 */
	OAuth2Authentication(String registrationId, AccessTokens tokens, LongSupplier nanoTime) {
		this.registrationId = registrationId;
		this.tokens = tokens;
		this.nanoTime = nanoTime;
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
		Issued last = this.issued.updateAndGet((issued) -> issued.next(token));
		if (!last.refused()) {
			return Mono.just(token);
		}
		return this.tokens.drop().then(Mono.defer(() -> {
			this.issued.updateAndGet(Issued::forgetRefusal);
			return this.tokens.current();
		})).doOnNext((fresh) -> {
			this.issued.set(new Issued(fresh, false, this.nanoTime.getAsLong()));
			warnIfSame(token, fresh);
		});
	}

	private void warnIfSame(String token, String fresh) {
		if (fresh.equals(token) && this.warned.compareAndSet(false, true)) {
			logger
				.warn("The client registration '{}' gives the token again that a server has refused. Either the token "
						+ "endpoint grants the same one, or the manager of authorized clients keeps it: a manager of the "
						+ "application has to use the authorized-client service bean", this.registrationId);
		}
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
		Mono<String> replacement = replacement(value.substring(BEARER.length()));
		// The first flight may have begun before the token was refused
		return replacement.switchIfEmpty(replacement).map(OAuth2Authentication::headers);
	}

	private Mono<String> replacement(String token) {
		return Mono.defer(() -> {
			long now = this.nanoTime.getAsLong();
			Issued last = this.issued.updateAndGet((issued) -> issued.refuse(token, now));
			return last.stays(token) ? Mono.empty() : this.flight.get().filter((fresh) -> !fresh.equals(token));
		});
	}

	private static HttpHeaders headers(String token) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.AUTHORIZATION, BEARER + token);
		return headers;
	}

	/**
	 * The token that was issued last. Refusals of older ones do not count.
	 *
	 * @param token the token, {@code null} before the first
	 * @param refused whether the server has refused it
	 * @param replaced when the last replacement was issued, {@code null} for never
	 */
	private record Issued(@Nullable String token, boolean refused, @Nullable Long replaced) {

		Issued next(String next) {
			return next.equals(this.token) ? this : new Issued(next, false, this.replaced);
		}

		Issued refuse(String refused, long now) {
			boolean replaceable = this.replaced == null || now - this.replaced >= PAUSE.toNanos();
			return (refused.equals(this.token) && replaceable) ? new Issued(refused, true, this.replaced) : this;
		}

		boolean stays(String token) {
			return token.equals(this.token) && !this.refused;
		}

		/**
		 * Return the token as one that is not refused, as there is one replacement for
		 * each refusal.
		 */
		Issued forgetRefusal() {
			return new Issued(this.token, false, this.replaced);
		}

		/**
		 * Return nothing of the token.
		 */
		@Override
		public String toString() {
			return "Issued";
		}

	}

}
