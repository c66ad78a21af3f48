package io.github.jsonrpcspring.sample.serve;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.jsonrpcspring.sample.JsonRpcSampleApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application with the argument {@code serve}, after the tour.
 */
final class ServedApplication implements AutoCloseable {

	private static final String[] ARGUMENTS = { "serve", "--server.port=0", "--sample.traffic.every=1h",
			"--jsonrpc.clients.traffic.timeout=30s", "--jsonrpc.clients.traffic.health.timeout=30s" };

	private final ConfigurableApplicationContext context;

	private final RestClient client;

	private ServedApplication(ConfigurableApplicationContext context) {
		this.context = context;
		this.client = client(context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	/**
	 * Use a connection once: now and then Reactor Netty's server does not read the
	 * request that follows that of its health, see
	 * <a href="https://github.com/reactor/reactor-netty/issues/4361">its issue</a>.
	 */
	private static RestClient client(String port) {
		SimpleClientHttpRequestFactory requestFactory = new SimpleClientHttpRequestFactory();
		requestFactory.setReadTimeout(Duration.ofMinutes(1));
		return RestClient.builder()
			.requestFactory(requestFactory)
			.baseUrl("http://127.0.0.1:" + port + "/actuator/")
			.defaultHeader(HttpHeaders.CONNECTION, "close")
			.build();
	}

	/**
	 * Start on a free port, and wait until calls of all kinds were made. There are no
	 * others.
	 */
	static ServedApplication start() {
		AtomicReference<ConfigurableApplicationContext> started = new AtomicReference<>();
		SpringApplication.withHook((application) -> new SpringApplicationRunListener() {

			@Override
			public void ready(ConfigurableApplicationContext context, Duration timeTaken) {
				started.set(context);
			}

		}, () -> JsonRpcSampleApplication.main(ARGUMENTS));
		ConfigurableApplicationContext context = started.get();
		assertThat(context).isNotNull();
		context.getBean(Traffic.class).next();
		return new ServedApplication(context);
	}

	/**
	 * Return the answer of an endpoint, which is there.
	 */
	String get(String endpoint) {
		String body = this.client.get().uri(endpoint).retrieve().body(String.class);
		assertThat(body).isNotNull();
		return body;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
