package io.github.jsonrpcspring.service;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.EmbeddedValueResolver;

/**
 * Makes the clients that are beans, each with the template of its name:
 * {@code <name>JsonRpcTemplate}.
 *
 * @since 0.1.0
 */
public class JsonRpcServiceProxyRegistry {

	private static final String TEMPLATE = "JsonRpcTemplate";

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<JsonRpcServiceDescription> descriptions = Collections.synchronizedSet(new LinkedHashSet<>());

	/**
	 * Create a registry.
	 * @param beanFactory the bean factory that has the templates
	 */
	public JsonRpcServiceProxyRegistry(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Create a client. Bean definitions refer to this method by its name.
	 * @param <S> the type of the interface
	 * @param type the interface
	 * @param client the client's name, empty for the only or primary one
	 * @return an implementation that calls the server
	 * @throws InvalidJsonRpcClientException if there is no such client, or the interface
	 * cannot be called as it is declared
	 */
	public <S> S createClient(Class<S> type, String client) {
		return JsonRpcServiceProxyFactory.builder(template(type, client))
			.embeddedValueResolver(new EmbeddedValueResolver(this.beanFactory))
			.build()
			.createClient(type, this.descriptions::add);
	}

	/**
	 * Return what was read of the interfaces, in the order in which their clients were
	 * created. Those that are lazy and were not needed yet are missing.
	 * @return the descriptions
	 */
	public List<JsonRpcServiceDescription> descriptions() {
		synchronized (this.descriptions) {
			return List.copyOf(this.descriptions);
		}
	}

	private JsonRpcTemplate template(Class<?> type, String client) {
		if (client.isEmpty()) {
			JsonRpcTemplate only = this.beanFactory.getBeanProvider(JsonRpcTemplate.class).getIfUnique();
			if (only == null) {
				throw new InvalidJsonRpcClientException(type, "names no client, and none is the only or primary one",
						"Name one with @JsonRpcClient(\"...\"). " + known());
			}
			return only;
		}
		String beanName = client + TEMPLATE;
		if (!this.beanFactory.containsBean(beanName)) {
			throw notConfigured(type, client, beanName);
		}
		if (this.beanFactory.getBean(beanName) instanceof JsonRpcTemplate template) {
			return template;
		}
		throw new InvalidJsonRpcClientException(type, "needs the bean '" + beanName + "', which is no JsonRpcTemplate",
				"Define it as one, or give it another name.");
	}

	private InvalidJsonRpcClientException notConfigured(Class<?> type, String client, String beanName) {
		return new InvalidJsonRpcClientException(type, "names the client '" + client + "', which is not configured",
				known() + " Correct the name, define a bean '" + beanName + "', or add the client to the configuration"
						+ spelling(client) + ":\n\njsonrpc:\n  clients:\n    " + configurable(client)
						+ ":\n      url: https://...\n");
	}

	private static String spelling(String client) {
		String configurable = configurable(client);
		return configurable.equals(client) ? ""
				: ", where names have only a-z, 0-9 and '-', and write @JsonRpcClient(\"" + configurable + "\")";
	}

	private static String configurable(String client) {
		return client.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
	}

	private String known() {
		List<String> names = Arrays
			.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, JsonRpcTemplate.class, true,
					false))
			.filter((name) -> name.endsWith(TEMPLATE))
			.map((name) -> name.substring(0, name.length() - TEMPLATE.length()))
			.sorted()
			.toList();
		return names.isEmpty() ? "No client is configured." : "Known clients: " + String.join(", ", names) + ".";
	}

}
