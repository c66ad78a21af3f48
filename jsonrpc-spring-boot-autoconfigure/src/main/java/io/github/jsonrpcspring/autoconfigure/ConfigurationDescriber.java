package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.actuate.JsonRpcConfigurationDescriptor;
import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;

/**
 * Describes what is configured for a client besides its settings, for those who run the
 * application. Of what authenticates it there is only a word.
 */
final class ConfigurationDescriber {

	private ConfigurationDescriber() {
	}

	static JsonRpcConfigurationDescriptor describe(MergedProperties properties, Client client, Transport transport,
			HttpClientSettings http, String authentication) {
		return new JsonRpcConfigurationDescriptor(BindFailures.word(transport), authentication,
				properties.findText("id-strategy", CommonProperties::getIdStrategy)
					.map(Setting::value)
					.orElse("decimal"),
				Boolean.TRUE.equals(client.getPrimary()), http.connectTimeout(), http.readTimeout(),
				word(http.redirects()), word(http.cookieHandling()),
				properties.find("ssl.bundle", (common) -> common.getSsl().getBundle())
					.map(Setting::value)
					.orElse(null));
	}

	private static @Nullable String word(@Nullable Enum<?> constant) {
		return (constant != null) ? BindFailures.word(constant) : null;
	}

}
