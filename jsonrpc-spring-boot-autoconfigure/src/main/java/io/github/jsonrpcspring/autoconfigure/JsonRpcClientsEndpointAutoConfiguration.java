package io.github.jsonrpcspring.autoconfigure;

import java.util.List;

import io.github.jsonrpcspring.actuate.JsonRpcClientsEndpoint;
import io.github.jsonrpcspring.actuate.JsonRpcInterfaceDescriptor;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcServiceDescription;
import io.github.jsonrpcspring.service.JsonRpcServiceDescription.Operation;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyRegistry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
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
	JsonRpcClientsEndpoint jsonRpcClientsEndpoint(ListableBeanFactory beanFactory,
			ObjectProvider<JsonRpcServiceProxyRegistry> registry) {
		return new JsonRpcClientsEndpoint(() -> beanFactory.getBeansOfType(JsonRpcTemplate.class),
				(template) -> registry.stream()
					.flatMap((one) -> one.descriptions().stream())
					.filter((description) -> description.template() == template)
					.map(JsonRpcClientsEndpointAutoConfiguration::describe)
					.toList());
	}

	private static JsonRpcInterfaceDescriptor describe(JsonRpcServiceDescription description) {
		List<JsonRpcInterfaceDescriptor.Method> methods = description.operations()
			.stream()
			.map(JsonRpcClientsEndpointAutoConfiguration::describe)
			.toList();
		return new JsonRpcInterfaceDescriptor(description.type().getName(), methods);
	}

	private static JsonRpcInterfaceDescriptor.Method describe(Operation operation) {
		return new JsonRpcInterfaceDescriptor.Method(operation.signature(), operation.method(),
				operation.named() ? "named" : "positional", operation.notification(), operation.returnType());
	}

}
