package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.actuate.JsonRpcClientsEndpoint;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link JsonRpcClientsEndpoint},
 * which shows every {@link JsonRpcTemplate} bean.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { JsonRpcClientAutoConfiguration.class, JsonRpcServiceAutoConfiguration.class })
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@Conditional(OnJsonRpcEnabledCondition.class)
public final class JsonRpcClientsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnAvailableEndpoint
	@ConditionalOnMissingBean
	JsonRpcClientsEndpoint jsonRpcClientsEndpoint(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<ClientConfigurations> configurations, ObjectProvider<JsonRpcServiceProxyRegistry> registry) {
		return new JsonRpcClientsEndpoint(beanFactory, new ClientDetails(configurations, registry));
	}

}
