package io.github.jsonrpcspring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * Checks the client registration that a property names.
 */
final class Registrations {

	private Registrations() {
	}

	/**
	 * Refuse a registration that a repository does not have, if it holds all that it has,
	 * as those that Spring Boot makes of properties do. Other ones may read what they
	 * have from elsewhere, so they are not asked at the start.
	 * @param clientCredentials whether only client credentials can be granted
	 */
	static void check(Setting<String> registration, @Nullable Object repository, boolean clientCredentials) {
		Iterable<ClientRegistration> registrations = inMemory(repository);
		if (registrations == null) {
			return;
		}
		Map<String, ClientRegistration> known = new LinkedHashMap<>();
		registrations.forEach((one) -> known.put(one.getRegistrationId(), one));
		ClientRegistration found = known.get(registration.value());
		if (found == null) {
			throw registration.refuse("names a client registration '" + registration.value() + "' that does not exist",
					"Use one of: " + String.join(", ", known.keySet()) + "; or define '"
							+ property(registration.value()) + "'.");
		}
		if (clientCredentials && !AuthorizationGrantType.CLIENT_CREDENTIALS.equals(found.getAuthorizationGrantType())) {
			throw registration.refuse(
					"names a client registration of the grant type '" + found.getAuthorizationGrantType().getValue()
							+ "', which needs a user",
					"Set '" + property(registration.value()) + ".authorization-grant-type' to 'client_credentials', "
							+ "or define a bean of type OAuth2AuthorizedClientManager that can grant it.");
		}
	}

	private static @Nullable Iterable<ClientRegistration> inMemory(@Nullable Object repository) {
		if (repository instanceof InMemoryReactiveClientRegistrationRepository reactive) {
			return reactive;
		}
		return (repository instanceof InMemoryClientRegistrationRepository blocking) ? blocking : null;
	}

	static JsonRpcConfigurationException none(Setting<String> registration) {
		return registration.refuse(
				"names a client registration '" + registration.value() + "', but the application has none",
				"Define '" + property(registration.value()) + "' and its provider.");
	}

	private static String property(String registrationId) {
		return "spring.security.oauth2.client.registration." + registrationId;
	}

}
