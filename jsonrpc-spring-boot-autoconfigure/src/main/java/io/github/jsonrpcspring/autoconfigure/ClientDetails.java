package io.github.jsonrpcspring.autoconfigure;

import java.util.List;

import io.github.jsonrpcspring.actuate.JsonRpcClientDetails;
import io.github.jsonrpcspring.actuate.JsonRpcConfigurationDescriptor;
import io.github.jsonrpcspring.actuate.JsonRpcInterfaceDescriptor;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcServiceDescription;
import io.github.jsonrpcspring.service.JsonRpcServiceDescription.Operation;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What the properties and the interfaces say about clients.
 */
final class ClientDetails implements JsonRpcClientDetails {

	private final ObjectProvider<ClientConfigurations> configurations;

	private final ObjectProvider<JsonRpcServiceProxyRegistry> registry;

	ClientDetails(ObjectProvider<ClientConfigurations> configurations,
			ObjectProvider<JsonRpcServiceProxyRegistry> registry) {
		this.configurations = configurations;
		this.registry = registry;
	}

	@Override
	public @Nullable JsonRpcClientSettings settings(String bean) {
		ClientConfiguration configuration = find(bean);
		return (configuration != null) ? configuration.settings() : null;
	}

	@Override
	public @Nullable JsonRpcConfigurationDescriptor configuration(String bean) {
		ClientConfiguration configuration = find(bean);
		return (configuration != null) ? configuration.description() : null;
	}

	private @Nullable ClientConfiguration find(String bean) {
		ClientConfigurations known = this.configurations.getIfAvailable();
		return (known != null) ? known.findByTemplate(bean) : null;
	}

	@Override
	public List<JsonRpcInterfaceDescriptor> interfaces(JsonRpcTemplate template) {
		return this.registry.stream()
			.flatMap((one) -> one.descriptions().stream())
			.filter((description) -> description.template() == template)
			.map(ClientDetails::describe)
			.toList();
	}

	private static JsonRpcInterfaceDescriptor describe(JsonRpcServiceDescription description) {
		List<JsonRpcInterfaceDescriptor.Method> methods = description.operations()
			.stream()
			.map(ClientDetails::describe)
			.toList();
		return new JsonRpcInterfaceDescriptor(description.type().getName(), methods);
	}

	private static JsonRpcInterfaceDescriptor.Method describe(Operation operation) {
		return new JsonRpcInterfaceDescriptor.Method(operation.signature(), operation.method(),
				operation.named() ? "named" : "positional", operation.notification(), operation.returnType());
	}

}
