package io.github.jsonrpcspring.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * The request factories of all blocking clients, one for each different setting.
 */
final class RequestFactories implements DisposableBean {

	private final SingletonSupplier<ClientHttpRequestFactoryBuilder<?>> builder;

	private final WatchedSslBundles bundles;

	private final Map<HttpClientSettings, ClientHttpRequestFactory> factories = new ConcurrentHashMap<>();

	/**
	 * Create what makes them.
	 * @param builder the builder, only asked for if there is a blocking client
	 */
	RequestFactories(Supplier<ClientHttpRequestFactoryBuilder<?>> builder, WatchedSslBundles bundles) {
		this.builder = SingletonSupplier.of(() -> RequestFactoryBuilders.prepare(builder.get()));
		this.bundles = bundles;
	}

	/**
	 * Whether cookies can be handled when a setting wants it.
	 */
	boolean canHandleCookies() {
		return !(this.builder.obtain() instanceof ReactorClientHttpRequestFactoryBuilder);
	}

	ClientHttpRequestFactory get(HttpClientSettings settings) {
		return this.factories.computeIfAbsent(settings, this::create);
	}

	private ClientHttpRequestFactory create(HttpClientSettings settings) {
		SslBundle bundle = settings.sslBundle();
		return (bundle != null)
				? this.bundles.requestFactory(bundle, (current) -> build(settings.withSslBundle(current)))
				: build(settings);
	}

	private ClientHttpRequestFactory build(HttpClientSettings settings) {
		boolean follow = settings.redirects() != null && settings.redirects() != HttpRedirects.DONT_FOLLOW;
		ClientHttpRequestFactory factory = this.builder.obtain()
			.build(settings.withRedirects(HttpRedirects.DONT_FOLLOW));
		return follow ? new SameOriginRequestFactory(factory) : factory;
	}

	@Override
	public void destroy() {
		this.factories.values().forEach(HttpClients::close);
		this.factories.clear();
	}

}
