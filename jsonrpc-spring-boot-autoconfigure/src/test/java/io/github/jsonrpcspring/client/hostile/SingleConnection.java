package io.github.jsonrpcspring.client.hostile;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.github.jsonrpcspring.client.transport.HttpComponentsHttpClients;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.ReactorNettyHttpClients;
import io.github.jsonrpcspring.client.transport.RestClientJsonRpcTransport;
import io.github.jsonrpcspring.client.transport.WebClientJsonRpcTransport;
import io.github.jsonrpcspring.testsupport.HttpStack;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The transport of a template that was given none, but with a single connection for each
 * server: where it is lost, the next call never ends. The client of the JDK knows no such
 * limit.
 */
final class SingleConnection {

	private SingleConnection() {
	}

	static Function<URI, JsonRpcTransport> transport() {
		return switch (HttpStack.current()) {
			case REACTOR_NETTY -> ReactorNetty.transport();
			case JDK -> Jdk.transport();
			case HTTP_COMPONENTS -> HttpComponents.transport();
		};
	}

	private static final class ReactorNetty {

		static Function<URI, JsonRpcTransport> transport() {
			HttpClient client = HttpClient.create(ConnectionProvider.create("hostile", 1))
				.protocol(HttpProtocol.HTTP11)
				.compress(true);
			WebClient webClient = WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(ReactorNettyHttpClients.customize(client)))
				.build();
			return (target) -> WebClientJsonRpcTransport.create(webClient, target);
		}

	}

	private static final class Jdk {

		static Function<URI, JsonRpcTransport> transport() {
			AtomicReference<WebClient.Builder> builder = new AtomicReference<>();
			WebClientJsonRpcTransport.create(URI.create("http://127.0.0.1/"), builder::set);
			WebClient webClient = builder.get().build();
			return (target) -> WebClientJsonRpcTransport.create(webClient, target);
		}

	}

	private static final class HttpComponents {

		static Function<URI, JsonRpcTransport> transport() {
			PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(1)
				.setMaxConnTotal(1000);
			HttpComponentsHttpClients.customize(connections);
			HttpClientBuilder client = HttpClientBuilder.create()
				.setConnectionManager(connections.build())
				.disableCookieManagement();
			HttpComponentsHttpClients.customize(client);
			HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(client.build());
			HttpComponentsHttpClients.customize(factory);
			return (target) -> RestClientJsonRpcTransport.create(RestClient.builder(), factory, target);
		}

	}

}
