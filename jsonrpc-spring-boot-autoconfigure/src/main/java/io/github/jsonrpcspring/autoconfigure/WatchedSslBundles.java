package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * The SSL bundles that clients were configured with. The connectors made with them follow
 * their updates.
 */
final class WatchedSslBundles implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(WatchedSslBundles.class);

	private final @Nullable SslBundles sslBundles;

	private final IdentityHashMap<SslBundle, String> names = new IdentityHashMap<>();

	private final IdentityHashMap<SslBundle, Watched> watched = new IdentityHashMap<>();

	WatchedSslBundles(@Nullable SslBundles sslBundles) {
		this.sslBundles = sslBundles;
		if (sslBundles != null) {
			sslBundles.getBundleNames().forEach((name) -> this.names.put(sslBundles.getBundle(name), name));
		}
	}

	/**
	 * Watch a bundle if it is one that is registered, as only those are updated.
	 */
	synchronized void watch(SslBundle bundle) {
		if (this.sslBundles == null || this.watched.containsKey(bundle)) {
			return;
		}
		String name = name(bundle, this.sslBundles);
		if (name != null) {
			Watched added = new Watched(name, bundle);
			this.watched.put(bundle, added);
			this.sslBundles.addBundleUpdateHandler(name, added::update);
			SslBundle now = this.sslBundles.getBundle(name);
			if (now != bundle) {
				added.update(now);
			}
		}
	}

	/**
	 * A bundle may have been updated since the start, when its name was noted.
	 */
	private @Nullable String name(SslBundle bundle, SslBundles sslBundles) {
		for (String name : sslBundles.getBundleNames()) {
			if (sslBundles.getBundle(name) == bundle) {
				return name;
			}
		}
		return this.names.get(bundle);
	}

	ClientHttpConnector connector(SslBundle bundle, Function<SslBundle, ClientHttpConnector> factory) {
		Watched found = watched(bundle);
		return (found != null) ? found.add((latest) -> new ReloadingConnector(latest, factory)) : factory.apply(bundle);
	}

	ClientHttpRequestFactory requestFactory(SslBundle bundle, Function<SslBundle, ClientHttpRequestFactory> factory) {
		Watched found = watched(bundle);
		return (found != null) ? found.add((latest) -> new ReloadingRequestFactory(latest, factory))
				: factory.apply(bundle);
	}

	private @Nullable Watched watched(SslBundle bundle) {
		watch(bundle);
		return find(bundle);
	}

	private synchronized @Nullable Watched find(SslBundle bundle) {
		return this.watched.get(bundle);
	}

	/**
	 * Forget the connectors: the bundles may be those of a parent context, which lives on
	 * and keeps the handlers.
	 */
	@Override
	public synchronized void destroy() {
		this.watched.values().forEach(Watched::forget);
	}

	private static final class Watched {

		private final String name;

		private final List<Reloading<?>> clients = new ArrayList<>();

		private SslBundle latest;

		Watched(String name, SslBundle bundle) {
			this.name = name;
			this.latest = bundle;
		}

		synchronized <R extends Reloading<?>> R add(Function<SslBundle, R> factory) {
			R client = factory.apply(this.latest);
			this.clients.add(client);
			return client;
		}

		synchronized void update(SslBundle bundle) {
			try {
				this.clients.forEach((client) -> client.reload(bundle));
			}
			catch (RuntimeException ex) {
				logger.warn("The update of the SSL bundle '{}' cannot be used, its JSON-RPC clients go on with the old "
						+ "one", this.name, ex);
				return;
			}
			this.latest = bundle;
			if (!this.clients.isEmpty()) {
				logger.info("JSON-RPC clients use the update of the SSL bundle '{}'", this.name);
			}
		}

		synchronized void forget() {
			this.clients.clear();
		}

	}

}
