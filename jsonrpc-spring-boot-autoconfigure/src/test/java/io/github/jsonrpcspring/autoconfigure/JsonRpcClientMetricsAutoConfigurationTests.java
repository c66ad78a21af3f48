package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.observation.DefaultJsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.OpenTelemetryJsonRpcClientObservationConvention;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRpcClientMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = TestContexts.runner()
		.withConfiguration(AutoConfigurations.of(JsonRpcClientMetricsAutoConfiguration.class))
		.withPropertyValues("jsonrpc.clients.node.url=http://node.example.com/");

	private final ApplicationContextRunner withMeters = this.runner.withBean(MeterRegistry.class,
			SimpleMeterRegistry::new);

	@Test
	void whenThereAreMetersThenThereIsAHandlerAndALimit() {
		this.withMeters.run((context) -> assertThat(context).hasSingleBean(JsonRpcClientMeterObservationHandler.class)
			.getBeanNames(MaximumAllowableTagsMeterFilter.class)
			.hasSize(2));
	}

	@Test
	void whenThereAreNoMetersThenThereIsNothing() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(JsonRpcClientMetricsAutoConfiguration.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { MeterRegistry.class, MaximumAllowableTagsMeterFilter.class })
	void whenThereIsNoMicrometerThenTheApplicationStarts(Class<?> micrometer) {
		this.runner.withClassLoader(new FilteredClassLoader(micrometer.getPackageName()))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JsonRpcClientMetricsAutoConfiguration.class)
				.hasSingleBean(JsonRpcTemplate.class));
	}

	@Test
	void whenSwitchedOffThenThereIsNothing() {
		this.withMeters.withPropertyValues("jsonrpc.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JsonRpcClientMetricsAutoConfiguration.class));
	}

	@Test
	void whenTheApplicationHasAHandlerThenOursBacksOff() {
		JsonRpcClientMeterObservationHandler own = new JsonRpcClientMeterObservationHandler(new SimpleMeterRegistry());
		this.withMeters.withBean(JsonRpcClientMeterObservationHandler.class, () -> own)
			.run((context) -> assertThat(context).getBean(JsonRpcClientMeterObservationHandler.class).isSameAs(own));
	}

	@Test
	void whenThereIsAConventionThenTheMetricOfOpenTelemetryIsLimitedToo() {
		this.withMeters.withBean(OpenTelemetryJsonRpcClientObservationConvention.class)
			.run((context) -> assertThat(context).getBeanNames(MaximumAllowableTagsMeterFilter.class).hasSize(4));
	}

	@Test
	void conventionMayNeedTheMeters() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
							SimpleMetricsExportAutoConfiguration.class, ObservationAutoConfiguration.class))
			.withUserConfiguration(ConventionWithMeters.class)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(JsonRpcTemplate.class));
	}

	@Test
	void limitHoldsForTheCompositeOfSeveralRegistriesAndLeavesNoneAlone() {
		this.runner
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class))
			.withBean("one", SimpleMeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("two", SimpleMeterRegistry.class, SimpleMeterRegistry::new)
			.withPropertyValues("jsonrpc.metrics.max-method-tags=3")
			.run((context) -> {
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters).isInstanceOf(CompositeMeterRegistry.class);
				for (int i = 0; i < 10; i++) {
					meters.timer("jsonrpc.client.requests", "rpc.method", "made_up_" + i);
				}
				meters.timer("jsonrpc.client.requests", "rpc.method", "none");
				assertThat(meters.getMeters()).extracting((meter) -> meter.getId().getTag("rpc.method"))
					.containsExactlyInAnyOrder("made_up_0", "made_up_1", "made_up_2", "none");
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class ConventionWithMeters {

		@Bean
		JsonRpcClientObservationConvention convention(MeterRegistry meters) {
			assertThat(meters).isNotNull();
			return new DefaultJsonRpcClientObservationConvention();
		}

	}

}
