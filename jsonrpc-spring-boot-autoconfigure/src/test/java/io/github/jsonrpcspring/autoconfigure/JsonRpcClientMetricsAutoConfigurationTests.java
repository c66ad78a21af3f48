package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

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
			.hasSingleBean(LimitedTagsMeterFilter.class));
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

}
