package io.github.jsonrpcspring.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the templates of each client, unless the application has beans of these
 * names. By then its own beans are known, as auto-configuration comes after them.
 */
class JsonRpcTemplateRegistrar implements ImportBeanDefinitionRegistrar {

	private static final String REGISTERED_CLIENTS = "jsonRpcRegisteredClients";

	private final Environment environment;

	private final BeanFactory beanFactory;

	JsonRpcTemplateRegistrar(Environment environment, BeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = beanFactory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		Set<String> registered = new LinkedHashSet<>();
		JsonRpcProperties properties = JsonRpcPropertiesBinder.bind(this.environment);
		properties.getClients().forEach((name, client) -> {
			if (register(registry, BeanNames.template(name), template(name, client))) {
				registered.add(name);
			}
			if (isTemplate(BeanNames.template(name)) && isReactive(name, client, properties.getDefaults())) {
				register(registry, BeanNames.reactiveTemplate(name), reactiveTemplate(name, client));
			}
		});
		RootBeanDefinition clients = new RootBeanDefinition(RegisteredClients.class);
		clients.getConstructorArgumentValues().addIndexedArgumentValue(0, registered);
		clients.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		registry.registerBeanDefinition(REGISTERED_CLIENTS, clients);
	}

	/**
	 * Whether a bean is declared as a template. One that the application declares as
	 * something else, such as the interface, may have no reactive twin.
	 */
	private boolean isTemplate(String beanName) {
		Class<?> type = this.beanFactory.getType(beanName, false);
		return type != null && JsonRpcTemplate.class.isAssignableFrom(type);
	}

	/**
	 * Whether a client has a reactive template, which one that blocks has not.
	 */
	private boolean isReactive(String name, Client client, CommonProperties defaults) {
		ClassLoader classLoader = (this.beanFactory instanceof ConfigurableBeanFactory configurable)
				? configurable.getBeanClassLoader() : null;
		return new MergedProperties(name, client, defaults).find("transport", CommonProperties::getTransport)
			.map(Setting::value)
			.orElseGet(() -> Transports.defaultKind(classLoader)) == Transport.WEB_CLIENT;
	}

	private static boolean register(BeanDefinitionRegistry registry, String beanName, RootBeanDefinition definition) {
		if (registry.isBeanNameInUse(beanName)) {
			return false;
		}
		registry.registerBeanDefinition(beanName, definition);
		return true;
	}

	private static RootBeanDefinition template(String name, Client client) {
		RootBeanDefinition definition = definition(name, client, JsonRpcTemplate.class);
		definition.setFactoryBeanName(JsonRpcClientAutoConfiguration.TEMPLATE_FACTORY);
		definition.setFactoryMethodName("template");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
		return definition;
	}

	/**
	 * The reactive template is that of the template, be it ours or the application's.
	 */
	private static RootBeanDefinition reactiveTemplate(String name, Client client) {
		RootBeanDefinition definition = definition(name, client, ReactiveJsonRpcTemplate.class);
		definition.setFactoryBeanName(BeanNames.template(name));
		definition.setFactoryMethodName("reactive");
		return definition;
	}

	private static RootBeanDefinition definition(String name, Client client, Class<?> type) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(type);
		definition.setResourceDescription(JsonRpcProperties.PREFIX + ".clients." + name);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		definition.setPrimary(Boolean.TRUE.equals(client.getPrimary()));
		return definition;
	}

}
