package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.OpenTelemetryJsonRpcClientObservationConvention;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of clients: those
 * beside the timer of the observations, and a limit to the distinct methods and error
 * codes among the tags.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = { "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass({ MeterRegistry.class, MaximumAllowableTagsMeterFilter.class })
@ConditionalOnBean(MeterRegistry.class)
@Conditional(OnJsonRpcEnabledCondition.class)
public final class JsonRpcClientMetricsAutoConfiguration {

	private static final String OWN_METERS = "jsonrpc.client.";

	private static final String OPEN_TELEMETRY_METER = "rpc.client.call.duration";

	@Bean
	@ConditionalOnMissingBean
	JsonRpcClientMeterObservationHandler jsonRpcClientMeterObservationHandler(MeterRegistry registry) {
		return new JsonRpcClientMeterObservationHandler(registry);
	}

	@Bean
	static MaximumAllowableTagsMeterFilter jsonRpcMethodTagsMeterFilter(Environment environment) {
		return LimitedTags.ofMethods(OWN_METERS, environment);
	}

	@Bean
	static MaximumAllowableTagsMeterFilter jsonRpcErrorCodeTagsMeterFilter() {
		return LimitedTags.ofCodes(OWN_METERS);
	}

	/**
	 * The limits for the metric of
	 * {@link OpenTelemetryJsonRpcClientObservationConvention}, which others may use too.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(JsonRpcClientObservationConvention.class)
	static class OpenTelemetryConfiguration {

		@Bean
		static MaximumAllowableTagsMeterFilter jsonRpcOpenTelemetryMethodTagsMeterFilter(Environment environment) {
			return LimitedTags.ofMethods(OPEN_TELEMETRY_METER, environment);
		}

		@Bean
		static MaximumAllowableTagsMeterFilter jsonRpcOpenTelemetryErrorCodeTagsMeterFilter() {
			return LimitedTags.ofCodes(OPEN_TELEMETRY_METER);
		}

	}

}
