package io.github.jsonrpcspring.actuate;

import java.util.Arrays;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows the JSON-RPC clients, their settings and the
 * interfaces that call with them.
 * <p>
 * It never reads what may be a secret: of the URL only scheme, host and port, of headers
 * and extra members only the names. There is nothing to sanitize. What it returns is for
 * the JSON of Spring Boot Actuator only. It creates no template that was not needed yet.
 *
 * @since 0.1.0
 */
@Endpoint(id = "jsonrpcclients")
public class JsonRpcClientsEndpoint {

	private final ConfigurableListableBeanFactory beanFactory;

	private final JsonRpcClientDetails details;

	/**
	 * Create the endpoint.
	 * @param beanFactory the bean factory that has the templates
	 * @param details what is shown beside the templates
	 */
	public JsonRpcClientsEndpoint(ConfigurableListableBeanFactory beanFactory, JsonRpcClientDetails details) {
		this.beanFactory = beanFactory;
		this.details = details;
	}

	/**
	 * Show all clients.
	 * @return the clients
	 */
	@ReadOperation
	public JsonRpcClientsDescriptor clients() {
		return new JsonRpcClientsDescriptor(describe());
	}

	/**
	 * Show one client.
	 * @param name the client's name, or that of its bean
	 * @return the client, {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable JsonRpcClientDescriptor client(@Selector String name) {
		List<JsonRpcClientDescriptor> all = describe();
		return all.stream()
			.filter((client) -> client.name().equals(name))
			.findFirst()
			.or(() -> all.stream().filter((client) -> client.bean().equals(name)).findFirst())
			.orElse(null);
	}

	private List<JsonRpcClientDescriptor> describe() {
		return Arrays.stream(this.beanFactory.getBeanNamesForType(JsonRpcTemplate.class, true, false))
			.map(this::describe)
			.toList();
	}

	private JsonRpcClientDescriptor describe(String bean) {
		try {
			return this.beanFactory.containsSingleton(bean)
					? describe(bean, this.beanFactory.getBean(bean, JsonRpcTemplate.class)) : describeUnused(bean);
		}
		catch (RuntimeException ex) {
			return JsonRpcClientDescriptor.of(bean, ex);
		}
	}

	private JsonRpcClientDescriptor describe(String bean, JsonRpcTemplate template) {
		return JsonRpcClientDescriptor.of(bean, template.settings(), this.details.configuration(bean),
				this.details.interfaces(template));
	}

	/**
	 * Describe a template that is lazy or a prototype, without creating it.
	 */
	private JsonRpcClientDescriptor describeUnused(String bean) {
		JsonRpcClientSettings settings = this.details.settings(bean);
		return (settings != null)
				? JsonRpcClientDescriptor.of(bean, settings, this.details.configuration(bean), List.of())
				: JsonRpcClientDescriptor.of(bean, null);
	}

	/**
	 * All clients.
	 *
	 * @param clients the clients
	 */
	record JsonRpcClientsDescriptor(List<JsonRpcClientDescriptor> clients) implements OperationResponseBody {

	}

}
