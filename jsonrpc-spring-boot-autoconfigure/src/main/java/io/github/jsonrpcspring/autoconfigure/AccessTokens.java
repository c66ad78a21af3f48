package io.github.jsonrpcspring.autoconfigure;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;

/**
 * The access tokens of a client registration, as an authorized-client manager of either
 * kind gives them. The application itself is the principal, under the registration's id.
 *
 * @param current gives a token that has not expired, fetched if need be
 * @param drop forgets the token
 */
record AccessTokens(Mono<String> current, Mono<Void> drop) {

	static AccessTokens of(String registrationId, ReactiveOAuth2AuthorizedClientManager manager,
			@Nullable ReactiveOAuth2AuthorizedClientService service) {
		OAuth2AuthorizeRequest request = request(registrationId);
		Mono<String> current = Mono.defer(() -> manager.authorize(request)).map(AccessTokens::value);
		return new AccessTokens(current, (service != null)
				? Mono.defer(() -> service.removeAuthorizedClient(registrationId, registrationId)) : Mono.empty());
	}

	static AccessTokens of(String registrationId, OAuth2AuthorizedClientManager manager,
			@Nullable OAuth2AuthorizedClientService service) {
		OAuth2AuthorizeRequest request = request(registrationId);
		Mono<String> current = Mono.fromCallable(() -> authorize(manager, request))
			.flatMap(Function.identity())
			.subscribeOn(Schedulers.boundedElastic());
		return new AccessTokens(current,
				(service != null)
						? Mono.defer(() -> remove(service, registrationId)).subscribeOn(Schedulers.boundedElastic())
						: Mono.empty());
	}

	private static Mono<String> authorize(OAuth2AuthorizedClientManager manager, OAuth2AuthorizeRequest request) {
		try {
			return Mono.justOrEmpty(manager.authorize(request)).map(AccessTokens::value);
		}
		catch (RuntimeException ex) {
			// Not thrown: Reactor logs what is thrown after a cancellation as it is
			return Mono.error(TokenUnavailableException.of(request.getClientRegistrationId(), ex));
		}
	}

	private static Mono<Void> remove(OAuth2AuthorizedClientService service, String registrationId) {
		try {
			service.removeAuthorizedClient(registrationId, registrationId);
			return Mono.empty();
		}
		catch (RuntimeException ex) {
			return Mono.error(TokenUnavailableException.of(registrationId, ex));
		}
	}

	private static OAuth2AuthorizeRequest request(String registrationId) {
		return OAuth2AuthorizeRequest.withClientRegistrationId(registrationId).principal(registrationId).build();
	}

	private static String value(OAuth2AuthorizedClient client) {
		return client.getAccessToken().getTokenValue();
	}

}
