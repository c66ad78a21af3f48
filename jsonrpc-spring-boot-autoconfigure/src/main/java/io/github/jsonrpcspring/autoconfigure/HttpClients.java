package io.github.jsonrpcspring.autoconfigure;

import java.io.Closeable;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;

/**
 * Closes HTTP clients, of which there are several kinds.
 */
final class HttpClients {

	private static final Logger logger = LoggerFactory.getLogger(HttpClients.class);

	private HttpClients() {
	}

	static boolean isCloseable(Object httpClient) {
		return httpClient instanceof Closeable || httpClient instanceof DisposableBean;
	}

	static void close(@Nullable Object httpClient) {
		try {
			if (httpClient instanceof Closeable closeable) {
				closeable.close();
			}
			else if (httpClient instanceof DisposableBean disposable) {
				disposable.destroy();
			}
		}
		catch (Exception ex) {
			logger.debug("Closing an HTTP client failed", ex);
		}
	}

}
