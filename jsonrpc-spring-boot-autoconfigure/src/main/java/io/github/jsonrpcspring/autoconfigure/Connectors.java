package io.github.jsonrpcspring.autoconfigure;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.jsonrpcspring.client.transport.ReactorNettyHttpClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * The connectors of all clients, one for each different setting. The JDK's HTTP client
 * gets HTTP/1.1 whatever the application chose, as its builder does not tell a choice of
 * HTTP/2 from none.
 */
final class Connectors implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Connectors.class);

	private final ClientHttpConnectorBuilder<?> builder;

	private final Map<HttpClientSettings, ClientHttpConnector> connectors = new ConcurrentHashMap<>();

	Connectors(ClientHttpConnectorBuilder<?> builder) {
		this.builder = prepare(builder);
	}

	private static ClientHttpConnectorBuilder<?> prepare(ClientHttpConnectorBuilder<?> builder) {
		if (builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			return reactor.withHttpClientCustomizer(ReactorNettyHttpClients::customize);
		}
		if (builder instanceof JdkClientHttpConnectorBuilder jdk) {
			return jdk.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1));
		}
		return builder;
	}

	/**
	 * Whether cookies can be handled when a setting wants it.
	 */
	boolean canHandleCookies() {
		return !(this.builder instanceof ReactorClientHttpConnectorBuilder);
	}

	ClientHttpConnector get(HttpClientSettings settings) {
		return this.connectors.computeIfAbsent(settings, this.builder::build);
	}

	@Override
	public void destroy() {
		for (ClientHttpConnector connector : this.connectors.values()) {
			if (connector instanceof Closeable closeable) {
				close(closeable);
			}
		}
		this.connectors.clear();
	}

	private void close(Closeable connector) {
		try {
			connector.close();
		}
		catch (IOException ex) {
			logger.debug("Closing a connector failed", ex);
		}
	}

}
