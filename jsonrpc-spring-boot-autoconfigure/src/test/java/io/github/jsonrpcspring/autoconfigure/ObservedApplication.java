package io.github.jsonrpcspring.autoconfigure;

import java.util.function.Consumer;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientObservationAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application with the real registry of Prometheus and the tracer of OpenTelemetry,
 * which keeps its spans in memory.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ JsonRpcClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
		ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class,
		ImperativeHttpClientAutoConfiguration.class, RestClientAutoConfiguration.class, JacksonAutoConfiguration.class,
		SslAutoConfiguration.class, JsonRpcClientMetricsAutoConfiguration.class, ObservationAutoConfiguration.class,
		WebClientObservationAutoConfiguration.class, RestClientObservationAutoConfiguration.class,
		MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
		PrometheusMetricsExportAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
		OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class })
class ObservedApplication {

	@Bean
	InMemorySpanExporter spans() {
		return InMemorySpanExporter.create();
	}

	@Bean
	SimpleSpanProcessor spanProcessor(InMemorySpanExporter spans) {
		return (SimpleSpanProcessor) SimpleSpanProcessor.create(spans);
	}

	/**
	 * Give none to the processor of Spring Boot, which would export each span again, some
	 * seconds later.
	 */
	@Bean
	SpanExporters exporters() {
		return SpanExporters.of();
	}

	/**
	 * Start the application and stop it after the test.
	 */
	static void run(Consumer<ApplicationContext> test, String... properties) {
		run(new Class<?>[0], test, properties);
	}

	static void run(Class<?>[] configurations, Consumer<ApplicationContext> test, String... properties) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ObservedApplication.class)
			.sources(configurations)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.registerShutdownHook(false)
			.properties("management.tracing.sampling.probability=1.0")
			.properties(properties)
			.run()) {
			test.accept(context);
		}
	}

}
