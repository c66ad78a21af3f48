package io.github.jsonrpcspring.actuate;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What only the properties of a client say, as the endpoint shows it.
 *
 * @param transport what sends requests: {@code web-client} or {@code rest-client}
 * @param authentication {@code none}, {@code basic}, {@code bearer}, {@code header},
 * {@code basic-file}, {@code bearer-file}, {@code oauth2} or {@code bean}
 * @param idStrategy how ids are made, or the name of the bean that makes them
 * @param primary whether the client is injected where none is named
 * @param connectTimeout the most time to wait for a connection, {@code null} for what the
 * HTTP client does
 * @param readTimeout the most time to wait for data, {@code null} for what the HTTP
 * client does
 * @param redirects how redirects are handled, {@code null} for what the HTTP client does
 * @param cookieHandling how cookies are handled, {@code null} for what the HTTP client
 * does
 * @param sslBundle the name of the SSL bundle of the client or the defaults, {@code null}
 * if they name none
 * @since 0.1.0
 */
public record JsonRpcConfigurationDescriptor(String transport, String authentication, String idStrategy,
		boolean primary, @Nullable Duration connectTimeout, @Nullable Duration readTimeout, @Nullable String redirects,
		@Nullable String cookieHandling, @Nullable String sslBundle) {

}
