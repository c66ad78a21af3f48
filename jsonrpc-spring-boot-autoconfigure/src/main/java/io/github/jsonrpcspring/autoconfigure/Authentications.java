package io.github.jsonrpcspring.autoconfigure;

import java.util.function.Supplier;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Auth;
import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Finds what authenticates a client with headers that change.
 */
final class Authentications {

	private final AuthenticationBeans beans;

	private final Supplier<@Nullable OAuth2Authentications> oauth2;

	/**
	 * Create the finder.
	 * @param oauth2 the authentications with OAuth2, none without Spring Security
	 */
	Authentications(AuthenticationBeans beans, Supplier<@Nullable OAuth2Authentications> oauth2) {
		this.beans = beans;
		this.oauth2 = oauth2;
	}

	/**
	 * Find the authentication of a client.
	 * @return the authentication, or {@code null} if there is none that changes
	 * @throws JsonRpcConfigurationException if it cannot be used, or there are two
	 */
	@Nullable Supplier<JsonRpcAuthentication> find(String name, Client client, CommonProperties defaults) {
		MergedProperties properties = new MergedProperties(name, client, defaults);
		String bean = this.beans.find(name);
		if (bean == null) {
			JsonRpcAuthentication authentication = find(properties, client.getAuth());
			return (authentication != null) ? () -> authentication : null;
		}
		String kind = AuthMapper.findKind(properties, client);
		if (kind != null) {
			throw new JsonRpcConfigurationException(properties.key(kind),
					"authenticates, and so does the bean '" + bean + "'", "Remove the bean or the property.");
		}
		return () -> this.beans.get(bean);
	}

	/**
	 * Return what authenticates a client, in a word and without a value.
	 */
	String kind(MergedProperties properties, Client client, JsonRpcClientSettings settings) {
		if (this.beans.find(properties.name()) != null) {
			return "bean";
		}
		String kind = AuthMapper.findKind(properties, client);
		if (kind == null) {
			return settings.headers().containsHeader(HttpHeaders.AUTHORIZATION) ? "header" : "none";
		}
		return switch (kind) {
			case "url", "auth.basic" -> "basic";
			case "auth.bearer" -> "bearer";
			case AuthMapper.BASIC_FILE -> "basic-file";
			case AuthMapper.TOKEN_FILE -> "bearer-file";
			case AuthMapper.REGISTRATION_ID -> "oauth2";
			default -> "header";
		};
	}

	private @Nullable JsonRpcAuthentication find(MergedProperties properties, Auth auth) {
		String file = auth.getBasic().getFile();
		if (file != null) {
			return FileAuthentication.of(new Setting<>(properties.key(AuthMapper.BASIC_FILE), file),
					CredentialsFormat.USER_AND_PASSWORD);
		}
		String tokenFile = auth.getBearer().getTokenFile();
		if (tokenFile != null) {
			return FileAuthentication.of(new Setting<>(properties.key(AuthMapper.TOKEN_FILE), tokenFile),
					CredentialsFormat.TOKEN);
		}
		String registration = auth.getOauth2().getRegistrationId();
		return (registration != null)
				? oauth2(new Setting<>(properties.key(AuthMapper.REGISTRATION_ID), registration.strip())) : null;
	}

	private JsonRpcAuthentication oauth2(Setting<String> registration) {
		Secrets.resolved(registration);
		if (registration.value().isEmpty()) {
			throw registration.refuse("is blank", "Set it to the id of a client registration, or remove it.");
		}
		OAuth2Authentications authentications = this.oauth2.get();
		if (authentications == null) {
			throw registration.refuse("needs the OAuth2 client of Spring Security, which is not on the class path",
					"Add the dependency 'org.springframework.boot:spring-boot-starter-security-oauth2-client'.");
		}
		return authentications.get(registration);
	}

}
