package io.github.jsonrpcspring.service.registry;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.jsonrpcspring.service.InvalidJsonRpcClientException;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyRegistry;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Registers client interfaces as beans. They are created when the application starts, so
 * that what is wrong with one is found then, unless it is {@code @Lazy}.
 *
 * @since 0.1.0
 */
public final class JsonRpcClientRegistrar {

	static final String PROXY_REGISTRY = "jsonRpcServiceProxyRegistry";

	private static final String IMPORTING = JsonRpcClientRegistrar.class.getName() + ".importing";

	private static final String CLIENT = JsonRpcClientRegistrar.class.getName() + ".client";

	private final BeanDefinitionRegistry registry;

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	/**
	 * Create a registrar.
	 * @param registry where beans are registered
	 * @param environment the environment, for conditions on interfaces
	 * @param resourceLoader the resource loader, for scanning
	 */
	public JsonRpcClientRegistrar(BeanDefinitionRegistry registry, Environment environment,
			ResourceLoader resourceLoader) {
		this.registry = registry;
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	/**
	 * Return the names of the classes that import interfaces, be it from packages that
	 * have none.
	 * @param registry where beans are registered
	 * @return the names of the classes with {@link ImportJsonRpcClients}
	 */
	public static Set<String> importingClasses(BeanDefinitionRegistry registry) {
		Object names = registry.containsBeanDefinition(PROXY_REGISTRY)
				? registry.getBeanDefinition(PROXY_REGISTRY).getAttribute(IMPORTING) : null;
		return (names instanceof ImportingClasses importing) ? Set.copyOf(importing.names()) : Set.of();
	}

	/**
	 * Register the interfaces with {@link JsonRpcClient} in packages, other than those
	 * that there is a bean for.
	 * @param packages the packages to scan
	 * @param beanFactory the bean factory with the beans that are known already
	 * @param excluded what is left out
	 */
	public void scan(Collection<String> packages, ListableBeanFactory beanFactory, TypeFilter excluded) {
		JsonRpcClientScanner scanner = new JsonRpcClientScanner(this.registry, this.environment, this.resourceLoader);
		scanner.addExcludeFilter(excluded);
		find(scanner, packages).stream()
			.filter((type) -> BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true,
					false).length == 0)
			.toList()
			.forEach((type) -> register(type, ""));
	}

	void importedBy(String className) {
		registerProxyRegistry();
		BeanDefinition definition = this.registry.getBeanDefinition(PROXY_REGISTRY);
		Set<String> names = new LinkedHashSet<>(importingClasses(this.registry));
		names.add(className);
		definition.setAttribute(IMPORTING, new ImportingClasses(names));
	}

	void scan(Collection<String> packages, String client) {
		find(new JsonRpcClientScanner(this.registry, this.environment, this.resourceLoader), packages)
			.forEach((type) -> register(type, client));
	}

	private List<Class<?>> find(JsonRpcClientScanner scanner, Collection<String> packages) {
		return packages.stream()
			.flatMap((name) -> scanner.findCandidateComponents(name).stream())
			.<Class<?>>map((found) -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()),
					this.resourceLoader.getClassLoader()))
			.toList();
	}

	void register(Class<?> type, String client) {
		registerProxyRegistry();
		String name = client.isEmpty() ? clientOf(type) : client;
		if (name.contains("{")) {
			throw new InvalidJsonRpcClientException(type, "names the client '" + name + "', which is not resolved",
					"Write the name itself; what is configured for the client may hold placeholders.");
		}
		String beanName = beanName(type, name);
		if (!this.registry.isBeanNameInUse(beanName)) {
			this.registry.registerBeanDefinition(beanName, definition(type, name));
		}
	}

	private static String clientOf(Class<?> type) {
		return MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY)
			.get(JsonRpcClient.class)
			.getValue(MergedAnnotation.VALUE, String.class)
			.orElseThrow(
					() -> new InvalidJsonRpcClientException(type, "is imported without saying which client it calls",
							"Annotate it with @JsonRpcClient(\"...\"), or set 'client' of @ImportJsonRpcClients."));
	}

	/**
	 * Return the name of the interface, with that of the client if another client has
	 * taken it.
	 */
	private String beanName(Class<?> type, String client) {
		String name = type.getName();
		Object taken = this.registry.containsBeanDefinition(name)
				? this.registry.getBeanDefinition(name).getAttribute(CLIENT) : null;
		return (taken == null || taken.equals(client)) ? name : name + "#" + client;
	}

	private void registerProxyRegistry() {
		if (!this.registry.containsBeanDefinition(PROXY_REGISTRY)) {
			RootBeanDefinition definition = new RootBeanDefinition(JsonRpcServiceProxyRegistry.class);
			definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
			this.registry.registerBeanDefinition(PROXY_REGISTRY, definition);
		}
	}

	private static RootBeanDefinition definition(Class<?> type, String client) {
		AnnotatedGenericBeanDefinition annotated = new AnnotatedGenericBeanDefinition(type);
		AnnotationConfigUtils.processCommonDefinitionAnnotations(annotated);
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(type);
		definition.setFactoryBeanName(PROXY_REGISTRY);
		definition.setFactoryMethodName("createClient");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, type);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, client);
		definition.setAttribute(CLIENT, client);
		definition.setResourceDescription(type.getName());
		definition.setLazyInit(annotated.isLazyInit());
		definition.setPrimary(annotated.isPrimary());
		definition.setDependsOn(annotated.getDependsOn());
		definition.setDescription(annotated.getDescription());
		definition.setRole(annotated.getRole());
		definition.setDestroyMethodName("");
		definition.setFallback(true);
		if (!client.isEmpty()) {
			definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, client));
		}
		return definition;
	}

	/**
	 * The classes that import interfaces.
	 *
	 * @param names their names
	 */
	private record ImportingClasses(Set<String> names) {

	}

}
