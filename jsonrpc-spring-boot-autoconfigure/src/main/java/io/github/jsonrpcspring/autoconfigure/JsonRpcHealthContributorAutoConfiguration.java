package io.github.jsonrpcspring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.jsonrpcspring.actuate.JsonRpcHealthIndicator;
import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the servers: a
 * contributor {@code jsonrpc} with an entry for each client that has a
 * {@code health.method} and whose template is a {@link JsonRpcTemplate}. Spring Boot asks
 * it in reactive and in blocking applications alike.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = JsonRpcClientAutoConfiguration.class)
@ConditionalOnClass({ CompositeReactiveHealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnEnabledHealthIndicator("jsonrpc")
@ConditionalOnBean(ClientConfigurations.class)
@Conditional(OnHealthCheckCondition.class)
public final class JsonRpcHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "jsonrpcHealthIndicator", "jsonrpcHealthContributor" })
	CompositeReactiveHealthContributor jsonrpcHealthContributor(ClientConfigurations configurations,
			BeanFactory beanFactory) {
		Map<String, JsonRpcHealthIndicator> indicators = new LinkedHashMap<>();
		configurations.healthChecks().forEach((client, check) -> {
			String beanName = BeanNames.template(client);
			if (beanFactory.containsBean(beanName)
					&& beanFactory.getBean(beanName) instanceof JsonRpcTemplate template) {
				indicators.put(client, new JsonRpcHealthIndicator(template, check));
			}
		});
		return CompositeReactiveHealthContributor.fromMap(indicators);
	}

}
