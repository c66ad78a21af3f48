package io.github.jsonrpcspring.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.function.SingletonSupplier;

/**
 * The connectors of all clients, one for each different setting.
 */
final class Connectors implements DisposableBean {

	private final SingletonSupplier<ClientHttpConnectorBuilder<?>> builder;

	private final WatchedSslBundles bundles;

	private final Map<HttpClientSettings, ClientHttpConnector> connectors = new ConcurrentHashMap<>();

	/**
	 * Create what makes them.
	 * @param builder the builder, only asked for if there is a client on a WebClient
	 */
	Connectors(Supplier<ClientHttpConnectorBuilder<?>> builder, WatchedSslBundles bundles) {
		this.builder = SingletonSupplier.of(() -> ConnectorBuilders.prepare(builder.get()));
		this.bundles = bundles;
	}

	/**
	 * Whether cookies can be handled when a setting wants it.
	 */
	boolean canHandleCookies() {
		return !(this.builder.obtain() instanceof ReactorClientHttpConnectorBuilder);
	}

	ClientHttpConnector get(HttpClientSettings settings) {
		return this.connectors.computeIfAbsent(settings, this::create);
	}

	private ClientHttpConnector create(HttpClientSettings settings) {
		SslBundle bundle = settings.sslBundle();
		return (bundle != null) ? this.bundles.connector(bundle, (current) -> build(settings.withSslBundle(current)))
				: build(settings);
	}

	private ClientHttpConnector build(HttpClientSettings settings) {
		boolean follow = settings.redirects() != null && settings.redirects() != HttpRedirects.DONT_FOLLOW;
		ClientHttpConnector connector = this.builder.obtain().build(settings.withRedirects(HttpRedirects.DONT_FOLLOW));
		return follow ? new SameOriginRedirects(connector) : connector;
	}

	@Override
	public void destroy() {
		this.connectors.values().forEach(HttpClients::close);
		this.connectors.clear();
	}

}
