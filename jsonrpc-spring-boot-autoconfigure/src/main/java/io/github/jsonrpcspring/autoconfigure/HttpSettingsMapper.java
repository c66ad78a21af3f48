package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsPropertyMapper;
import org.springframework.boot.ssl.SslBundles;

/**
 * Makes the settings of a client's HTTP client: its own properties, then the defaults,
 * then those of all HTTP clients of the application, then ours.
 */
final class HttpSettingsMapper {

	private static final HttpClientSettings FALLBACK = HttpClientSettings.defaults()
		.withConnectTimeout(Duration.ofSeconds(10))
		.withRedirects(HttpRedirects.DONT_FOLLOW);

	private final @Nullable SslBundles sslBundles;

	private final HttpClientSettings application;

	/**
	 * Create a mapper.
	 * @param sslBundles the SSL bundles of the application
	 * @param application the settings of all HTTP clients of the application
	 */
	HttpSettingsMapper(@Nullable SslBundles sslBundles, HttpClientSettings application) {
		this.sslBundles = sslBundles;
		this.application = application.orElse(FALLBACK);
	}

	/**
	 * Map the properties of a client.
	 * @param cookies whether the HTTP client can handle cookies
	 * @throws JsonRpcConfigurationException if a timeout or an SSL bundle is wrong
	 */
	HttpClientSettings map(String name, Client client, CommonProperties defaults, boolean cookies) {
		MergedProperties properties = new MergedProperties(name, client, defaults);
		properties.forEach("connect-timeout", CommonProperties::getConnectTimeout, Limits::positive);
		properties.forEach("read-timeout", CommonProperties::getReadTimeout, Limits::positive);
		properties.forEach("ssl.bundle", (common) -> common.getSsl().getBundle(), this::checkBundle);
		HttpClientSettings inherited = map(defaults, this.application);
		HttpClientSettings settings = map(client, inherited);
		if (settings.cookieHandling() == HttpCookieHandling.ENABLE && !cookies) {
			throw properties.find("cookie-handling", CommonProperties::getCookieHandling)
				.orElse(new Setting<>("spring.http.clients.cookie-handling", HttpCookieHandling.ENABLE))
				.refuse("is 'enable', which the HTTP client Reactor Netty cannot do",
						"Use 'enable-when-possible' or 'disable', or another HTTP client: "
								+ "'spring.http.clients.reactive.connector', or with 'transport: rest-client'"
								+ " 'spring.http.clients.imperative.factory'.");
		}
		return settings;
	}

	private HttpClientSettings map(CommonProperties properties, HttpClientSettings fallback) {
		return new HttpClientSettingsPropertyMapper(this.sslBundles, fallback).map(properties);
	}

	private void checkBundle(Setting<String> bundle) {
		if (this.sslBundles == null || !this.sslBundles.getBundleNames().contains(bundle.value())) {
			String known = (this.sslBundles != null) ? String.join(", ", this.sslBundles.getBundleNames()) : "";
			throw bundle.refuse("names an SSL bundle '" + bundle.value() + "' that does not exist",
					"Define it under 'spring.ssl.bundle'"
							+ (known.isEmpty() ? "; there is none." : ", or use one of: " + known + "."));
		}
	}

}
