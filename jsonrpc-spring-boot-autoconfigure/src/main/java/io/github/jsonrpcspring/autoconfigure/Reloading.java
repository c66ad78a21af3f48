package io.github.jsonrpcspring.autoconfigure;

import java.io.Closeable;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * An HTTP client that is replaced when its SSL bundle is updated: calls under way end on
 * the old one, new calls use the new one. One that can be closed is closed with the
 * update after that which replaced it, or with the application.
 *
 * @param <C> the type of the HTTP client
 */
abstract class Reloading<C> implements Closeable {

	private final Function<SslBundle, C> factory;

	private volatile C current;

	private @Nullable C replaced;

	private boolean closed;

	Reloading(SslBundle bundle, Function<SslBundle, C> factory) {
		this.factory = factory;
		this.current = factory.apply(bundle);
	}

	final C current() {
		return this.current;
	}

	/**
	 * Use an updated bundle.
	 * @throws RuntimeException if no HTTP client can be made with it; the old one stays
	 */
	final synchronized void reload(SslBundle bundle) {
		if (this.closed) {
			return;
		}
		C next = this.factory.apply(bundle);
		HttpClients.close(this.replaced);
		this.replaced = HttpClients.isCloseable(this.current) ? this.current : null;
		this.current = next;
	}

	@Override
	public final synchronized void close() {
		this.closed = true;
		HttpClients.close(this.replaced);
		HttpClients.close(this.current);
	}

}
