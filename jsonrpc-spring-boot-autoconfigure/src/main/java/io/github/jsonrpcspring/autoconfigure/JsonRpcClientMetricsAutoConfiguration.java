package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.observation.DefaultJsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of clients: those
 * beside the timer of the observations, and a limit to the distinct methods and error
 * codes among the tags.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		afterName = { "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" },
		after = JsonRpcClientAutoConfiguration.class)
@ConditionalOnClass({ MeterRegistry.class, MaximumAllowableTagsMeterFilter.class })
@ConditionalOnBean(MeterRegistry.class)
@Conditional(OnJsonRpcEnabledCondition.class)
public final class JsonRpcClientMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	JsonRpcClientMeterObservationHandler jsonRpcClientMeterObservationHandler(MeterRegistry registry) {
		return new JsonRpcClientMeterObservationHandler(registry);
	}

	@Bean
	static MeterFilter jsonRpcClientMeterFilter(Environment environment,
			ObjectProvider<JsonRpcClientObservationConvention> convention) {
		return new LimitedTagsMeterFilter(LimitedTagsMeterFilter.maxMethodTags(environment),
				convention.getIfUnique(DefaultJsonRpcClientObservationConvention::new));
	}

}
