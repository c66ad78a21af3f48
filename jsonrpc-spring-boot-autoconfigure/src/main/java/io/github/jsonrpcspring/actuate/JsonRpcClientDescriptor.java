package io.github.jsonrpcspring.actuate;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.util.ClassUtils;

/**
 * A client, as the endpoint shows it.
 *
 * @param name the client's name
 * @param bean the name of its template
 * @param target scheme, host and port of the server, {@code null} if only the transport
 * knows it
 * @param settings its settings, {@code null} if they are not known yet
 * @param interfaces the interfaces that call with it
 * @param error the name of the exception, if the client could not be read
 */
record JsonRpcClientDescriptor(String name, String bean, @Nullable String target,
		@Nullable JsonRpcSettingsDescriptor settings, List<JsonRpcInterfaceDescriptor> interfaces,
		@Nullable String error) implements OperationResponseBody {

	private static final String TEMPLATE = "JsonRpcTemplate";

	static JsonRpcClientDescriptor of(String bean, JsonRpcClientSettings settings,
			@Nullable JsonRpcConfigurationDescriptor configuration, List<JsonRpcInterfaceDescriptor> interfaces) {
		return new JsonRpcClientDescriptor(settings.name(), bean, settings.server(),
				JsonRpcSettingsDescriptor.of(settings, configuration), interfaces, null);
	}

	/**
	 * Describe a client of which only the bean is known.
	 */
	static JsonRpcClientDescriptor of(String bean, @Nullable Exception error) {
		String name = (bean.endsWith(TEMPLATE) && !bean.equals(TEMPLATE))
				? bean.substring(0, bean.length() - TEMPLATE.length()) : bean;
		return new JsonRpcClientDescriptor(name, bean, null, null, List.of(),
				(error != null) ? ClassUtils.getShortName(error.getClass()) : null);
	}

}
