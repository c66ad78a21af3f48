package io.github.jsonrpcspring.autoconfigure;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.github.jsonrpcspring.client.transport.JdkHttpConnector;
import io.github.jsonrpcspring.client.transport.ReactorNettyHttpClients;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;

/**
 * Prepares the application's builder of connectors for JSON-RPC: no proxy but one that
 * the application itself chose, and no redirects but those of
 * {@link SameOriginRedirects}. The JDK's HTTP client gets HTTP/1.1 whatever the
 * application chose, as its builder does not tell a choice of HTTP/2 from none.
 */
final class ConnectorBuilders {

	private ConnectorBuilders() {
	}

	static ClientHttpConnectorBuilder<?> prepare(ClientHttpConnectorBuilder<?> builder) {
		if (builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			return Reactor.prepare(reactor);
		}
		if (builder instanceof JdkClientHttpConnectorBuilder jdk) {
			return prepare(jdk);
		}
		return builder;
	}

	private static ClientHttpConnectorBuilder<?> prepare(JdkClientHttpConnectorBuilder builder) {
		JdkClientHttpConnectorBuilder prepared = isProxyOfTheSystem(builder)
				? builder.withProxySelector(HttpClient.Builder.NO_PROXY) : builder;
		return (settings) -> build(prepared, settings);
	}

	/**
	 * Make our connector of the client that the builder makes for Spring's, as it closes
	 * the connections of answers that are broken off.
	 */
	private static JdkHttpConnector build(JdkClientHttpConnectorBuilder builder,
			@Nullable HttpClientSettings settings) {
		AtomicReference<HttpClient.@Nullable Builder> client = new AtomicReference<>();
		builder.withHttpClientCustomizer(client::set).build(settings);
		return new JdkHttpConnector(Objects.requireNonNull(client.get())
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build(), (settings != null) ? settings.readTimeout() : null);
	}

	/**
	 * Return whether a builder has the proxy selector that it takes if none is chosen,
	 * which only a client tells that it has built.
	 */
	private static boolean isProxyOfTheSystem(JdkClientHttpConnectorBuilder builder) {
		AtomicReference<@Nullable ProxySelector> proxy = new AtomicReference<>();
		builder.withHttpClientCustomizer((client) -> proxy.set(client.build().proxy().orElse(null))).build();
		return proxy.get() == ProxySelector.getDefault();
	}

	private static final class Reactor {

		static ReactorClientHttpConnectorBuilder prepare(ReactorClientHttpConnectorBuilder builder) {
			boolean proxyIsChosen = hasProxy(builder.withoutHttpClientDefaults());
			return builder.withHttpClientCustomizer((client) -> {
				client = proxyIsChosen ? client : client.noProxy();
				return ReactorNettyHttpClients.customize(client.followRedirect(false));
			});
		}

		private static boolean hasProxy(ReactorClientHttpConnectorBuilder builder) {
			AtomicBoolean proxy = new AtomicBoolean();
			builder.withHttpClientCustomizer((client) -> {
				proxy.set(client.configuration().hasProxy());
				return client;
			}).build();
			return proxy.get();
		}

	}

}
