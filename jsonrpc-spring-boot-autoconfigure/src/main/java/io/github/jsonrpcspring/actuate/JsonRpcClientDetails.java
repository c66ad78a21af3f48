package io.github.jsonrpcspring.actuate;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.jspecify.annotations.Nullable;

/**
 * What {@link JsonRpcClientsEndpoint} cannot see by itself.
 *
 * @since 0.1.0
 */
public interface JsonRpcClientDetails {

	/**
	 * Return the settings of a template that comes from properties, even if it was not
	 * created yet.
	 * @param bean the name of the template
	 * @return the settings, {@code null} for a template of the application's own
	 */
	@Nullable JsonRpcClientSettings settings(String bean);

	/**
	 * Return what else the properties say of a template that comes from them.
	 * @param bean the name of the template
	 * @return the configuration, {@code null} for a template of the application's own
	 */
	@Nullable JsonRpcConfigurationDescriptor configuration(String bean);

	/**
	 * Return the interfaces that call with a template.
	 * @param template the template
	 * @return the interfaces
	 */
	List<JsonRpcInterfaceDescriptor> interfaces(JsonRpcTemplate template);

}
