package io.github.jsonrpcspring.client;

/**
 * Changes a template that is about to be built from properties. Beans of this type are
 * applied in order to every client, after its properties.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface JsonRpcTemplateCustomizer {

	/**
	 * Customize the template of a client.
	 * @param client the client's name
	 * @param builder the builder, with the client's properties applied
	 */
	void customize(String client, JsonRpcTemplate.Builder builder);

}
