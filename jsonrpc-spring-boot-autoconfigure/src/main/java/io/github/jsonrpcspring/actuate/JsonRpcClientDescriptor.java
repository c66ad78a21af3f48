package io.github.jsonrpcspring.actuate;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import org.jspecify.annotations.Nullable;

/**
 * A client, as the endpoint shows it.
 *
 * @param name the client's name
 * @param bean the name of its template
 * @param target scheme, host and port of the server, {@code null} if only the transport
 * knows it
 * @param settings its settings
 * @param interfaces the interfaces that call with it
 * @since 0.1.0
 */
public record JsonRpcClientDescriptor(String name, String bean, @Nullable String target,
		JsonRpcSettingsDescriptor settings, List<JsonRpcInterfaceDescriptor> interfaces) {

	static JsonRpcClientDescriptor of(String bean, JsonRpcClientSettings settings,
			List<JsonRpcInterfaceDescriptor> interfaces) {
		return new JsonRpcClientDescriptor(settings.name(), bean, settings.server(),
				JsonRpcSettingsDescriptor.of(settings), interfaces);
	}

}
