package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.github.jsonrpcspring.client.transport.HttpComponentsHttpClients;
import io.github.jsonrpcspring.client.transport.JdkHttpRequestFactory;
import io.github.jsonrpcspring.client.transport.ReactorNettyHttpClients;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;

/**
 * Prepares the application's builder of request factories for JSON-RPC, as
 * {@link ConnectorBuilders} does with that of connectors. Of Apache HttpComponents a
 * {@link ProxySelector} of the application is not kept, as its builder does not tell it
 * from that of the system; a proxy or route planner is.
 */
final class RequestFactoryBuilders {

	private RequestFactoryBuilders() {
	}

	static ClientHttpRequestFactoryBuilder<?> prepare(ClientHttpRequestFactoryBuilder<?> builder) {
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder httpComponents) {
			return HttpComponents.prepare(httpComponents);
		}
		if (builder instanceof ReactorClientHttpRequestFactoryBuilder reactor) {
			return Reactor.prepare(reactor);
		}
		return (builder instanceof JdkClientHttpRequestFactoryBuilder jdk) ? prepare(jdk) : builder;
	}

	private static ClientHttpRequestFactoryBuilder<?> prepare(JdkClientHttpRequestFactoryBuilder builder) {
		JdkClientHttpRequestFactoryBuilder prepared = isProxyOfTheSystem(builder)
				? builder.withProxySelector(HttpClient.Builder.NO_PROXY) : builder;
		return (settings) -> build(prepared, settings);
	}

	/**
	 * Make our request factory of the client that the builder makes for Spring's, as it
	 * closes the connections of answers that are broken off.
	 */
	private static JdkHttpRequestFactory build(JdkClientHttpRequestFactoryBuilder builder,
			@Nullable HttpClientSettings settings) {
		AtomicReference<HttpClient.@Nullable Builder> client = new AtomicReference<>();
		builder.withHttpClientCustomizer(client::set).build(settings);
		return new JdkHttpRequestFactory(Objects.requireNonNull(client.get())
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build(), (settings != null) ? settings.readTimeout() : null);
	}

	private static boolean isProxyOfTheSystem(JdkClientHttpRequestFactoryBuilder builder) {
		AtomicReference<@Nullable ProxySelector> proxy = new AtomicReference<>();
		builder.withHttpClientCustomizer((client) -> proxy.set(client.build().proxy().orElse(null))).build();
		return proxy.get() == ProxySelector.getDefault();
	}

	private static final class HttpComponents {

		static ClientHttpRequestFactoryBuilder<?> prepare(HttpComponentsClientHttpRequestFactoryBuilder builder) {
			return builder.withConnectionManagerCustomizer(HttpComponentsHttpClients::customize)
				.withHttpClientCustomizer((client) -> {
					client.setProxySelector(new NoProxySelector());
					HttpComponentsHttpClients.customize(client);
				})
				.withCustomizer(HttpComponentsHttpClients::customize);
		}

	}

	private static final class Reactor {

		static ClientHttpRequestFactoryBuilder<?> prepare(ReactorClientHttpRequestFactoryBuilder builder) {
			boolean proxyIsChosen = hasProxy(builder.withoutHttpClientDefaults());
			return builder.withHttpClientCustomizer((client) -> {
				client = proxyIsChosen ? client : client.noProxy();
				return ReactorNettyHttpClients.customize(client.followRedirect(false));
			});
		}

		private static boolean hasProxy(ReactorClientHttpRequestFactoryBuilder builder) {
			AtomicBoolean proxy = new AtomicBoolean();
			builder.withHttpClientCustomizer((client) -> {
				proxy.set(client.configuration().hasProxy());
				return client;
			}).build();
			return proxy.get();
		}

	}

	private static final class NoProxySelector extends ProxySelector {

		@Override
		public List<Proxy> select(URI uri) {
			return List.of(Proxy.NO_PROXY);
		}

		@Override
		public void connectFailed(URI uri, SocketAddress address, IOException failure) {
			// There is no proxy
		}

	}

}
