package io.github.jsonrpcspring.sample.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.jsonrpcspring.sample.JsonRpcSampleApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application with the argument {@code serve}, after the tour.
 */
final class ServedApplication implements AutoCloseable {

	private static final String[] ARGUMENTS = { "serve", "--server.port=0", "--sample.traffic.every=1h",
			"--jsonrpc.clients.traffic.timeout=30s", "--jsonrpc.clients.traffic.health.timeout=30s" };

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private ServedApplication(ConfigurableApplicationContext context) {
		this.context = context;
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
		String port = this.context.getEnvironment().getProperty("local.server.port");
		URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/" + endpoint);
		try {
			HttpResponse<String> response = this.client.send(HttpRequest.newBuilder(uri).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			return response.body();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
