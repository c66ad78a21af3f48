package io.github.jsonrpcspring.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;

/**
 * One authentication for each client registration, with the application's manager of
 * authorized clients, or one on its registrations.
 */
final class RegistrationAuthentications implements OAuth2Authentications {

	private final SecurityBeans beans;

	private final Map<String, JsonRpcAuthentication> authentications = new ConcurrentHashMap<>();

	RegistrationAuthentications(SecurityBeans beans) {
		this.beans = beans;
	}

	@Override
	public JsonRpcAuthentication get(Setting<String> registration) {
		JsonRpcAuthentication authentication = this.authentications.get(registration.value());
		if (authentication == null) {
			authentication = new OAuth2Authentication(registration.value(), tokens(registration), System::nanoTime);
			this.authentications.put(registration.value(), authentication);
		}
		return authentication;
	}

	private AccessTokens tokens(Setting<String> registration) {
		AccessTokens tokens = withApplicationsManager(registration);
		tokens = (tokens != null) ? tokens : withReactiveBeans(registration);
		tokens = (tokens != null) ? tokens : withBlockingBeans(registration);
		if (tokens == null) {
			this.beans.refuseSeveral(registration, ReactiveClientRegistrationRepository.class,
					ClientRegistrationRepository.class, ReactiveOAuth2AuthorizedClientService.class,
					OAuth2AuthorizedClientService.class);
			throw Registrations.none(registration);
		}
		return tokens;
	}

	private @Nullable AccessTokens withApplicationsManager(Setting<String> registration) {
		String id = registration.value();
		ReactiveOAuth2AuthorizedClientManager reactive = this.beans.findManager(registration,
				ReactiveOAuth2AuthorizedClientManager.class);
		if (reactive != null) {
			Registrations.check(registration, this.beans.find(ReactiveClientRegistrationRepository.class), false);
			return AccessTokens.of(id, reactive, this.beans.find(ReactiveOAuth2AuthorizedClientService.class));
		}
		OAuth2AuthorizedClientManager blocking = this.beans.findManager(registration,
				OAuth2AuthorizedClientManager.class);
		if (blocking != null) {
			Registrations.check(registration, this.beans.find(ClientRegistrationRepository.class), false);
			return AccessTokens.of(id, blocking, this.beans.find(OAuth2AuthorizedClientService.class));
		}
		return null;
	}

	private @Nullable AccessTokens withReactiveBeans(Setting<String> registration) {
		ReactiveClientRegistrationRepository repository = this.beans.find(ReactiveClientRegistrationRepository.class);
		ReactiveOAuth2AuthorizedClientService service = (repository != null)
				? this.beans.find(ReactiveOAuth2AuthorizedClientService.class) : null;
		if (repository == null || service == null) {
			return null;
		}
		Registrations.check(registration, repository, true);
		return AccessTokens.of(registration.value(),
				new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(repository, service), service);
	}

	private @Nullable AccessTokens withBlockingBeans(Setting<String> registration) {
		ClientRegistrationRepository repository = this.beans.find(ClientRegistrationRepository.class);
		OAuth2AuthorizedClientService service = (repository != null)
				? this.beans.find(OAuth2AuthorizedClientService.class) : null;
		if (repository == null || service == null) {
			return null;
		}
		Registrations.check(registration, repository, true);
		return AccessTokens.of(registration.value(),
				new AuthorizedClientServiceOAuth2AuthorizedClientManager(repository, service), service);
	}

}
