package io.github.jsonrpcspring.client.transport;

import java.net.http.HttpClient;
import java.time.Duration;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.ClassUtils;

/**
 * Creates the connector that is used where none is given.
 */
final class DefaultConnector {

	static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

	static final boolean REACTOR_NETTY_PRESENT = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			DefaultConnector.class.getClassLoader());

	private DefaultConnector() {
	}

	static ClientHttpConnector create() {
		return REACTOR_NETTY_PRESENT ? Reactor.create() : jdk();
	}

	static ClientHttpConnector jdk() {
		return new JdkHttpConnector(jdkHttpClient());
	}

	static HttpClient jdkHttpClient() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(CONNECT_TIMEOUT)
			.followRedirects(HttpClient.Redirect.NEVER)
			.proxy(HttpClient.Builder.NO_PROXY)
			.build();
	}

	private static final class Reactor {

		static ClientHttpConnector create() {
			return new ReactorClientHttpConnector(ReactorNettyHttpClients.create(CONNECT_TIMEOUT));
		}

	}

}
