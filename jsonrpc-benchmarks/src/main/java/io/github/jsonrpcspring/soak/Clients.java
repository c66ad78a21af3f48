package io.github.jsonrpcspring.soak;

import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.github.jsonrpcspring.soak.server.ServerProcess;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import reactor.netty.http.HttpResources;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The clients of a run, as Spring Boot makes them from properties.
 */
final class Clients implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final Client calm;

	private final Client rough;

	Clients(SoakOptions options, ServerProcess server, JsonRpcTemplateCustomizer customizer) {
		this.context = new SpringApplicationBuilder(Configuration.class).web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.initializers((context) -> ((GenericApplicationContext) context)
				.registerBean(JsonRpcTemplateCustomizer.class, () -> customizer))
			.properties(properties(options, server))
			.run();
		this.calm = client("calmJsonRpcTemplate");
		this.rough = client("roughJsonRpcTemplate");
	}

	private static Map<String, Object> properties(SoakOptions options, ServerProcess server) {
		return Map.of("spring.main.banner-mode", "off", "spring.main.log-startup-info", "false",
				options.isRestClient() ? "spring.http.clients.imperative.factory"
						: "spring.http.clients.reactive.connector",
				options.httpClient(), "jsonrpc.defaults.transport",
				options.isRestClient() ? "rest-client" : "web-client", "spring.threads.virtual.enabled",
				options.isVirtual(), "jsonrpc.clients.calm.url", server.calm().toString(), "jsonrpc.clients.rough.url",
				server.rough().toString(), "jsonrpc.defaults.validation", options.validation(),
				"jsonrpc.defaults.max-response-size", "16KB");
	}

	private Client client(String bean) {
		return Client.of(this.context.getBean(bean, JsonRpcTemplate.class));
	}

	/**
	 * Return the client of the port whose connections last, or of the other.
	 */
	Client get(boolean calm) {
		return calm ? this.calm : this.rough;
	}

	/**
	 * Return how many calls have not ended, as those see it who operate the clients.
	 */
	int underWay() {
		return (int) this.context.getBean(MeterRegistry.class)
			.find("jsonrpc.client.calls.active")
			.gauges()
			.stream()
			.mapToDouble(Gauge::value)
			.sum();
	}

	@Override
	public void close() {
		this.context.close();
		// They belong to the JVM, and would end some time later
		HttpResources.disposeLoopsAndConnectionsLater().block();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Configuration {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		ObservationRegistry observationRegistry(MeterRegistry meters) {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig()
				.observationHandler(new DefaultMeterObservationHandler(meters))
				.observationHandler(new JsonRpcClientMeterObservationHandler(meters));
			return registry;
		}

	}

}
