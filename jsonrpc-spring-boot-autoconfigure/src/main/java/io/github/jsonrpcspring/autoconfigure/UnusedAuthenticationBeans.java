package io.github.jsonrpcspring.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.JsonRpcOperations;
import io.github.jsonrpcspring.client.ReactiveJsonRpcOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Warns of {@link JsonRpcAuthentication} beans that belong to no client and that no other
 * bean depends on, such as with a name that is misspelt.
 */
final class UnusedAuthenticationBeans implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(UnusedAuthenticationBeans.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<String> clients;

	/**
	 * Create the check.
	 * @param clients the names of the clients
	 */
	UnusedAuthenticationBeans(ConfigurableListableBeanFactory beanFactory, Set<String> clients) {
		this.beanFactory = beanFactory;
		this.clients = clients;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, Set<String>> qualifiers = new LinkedHashMap<>();
		for (String name : names(JsonRpcAuthentication.class)) {
			qualifiers.computeIfAbsent(AuthenticationBeans.withoutScope(name), (key) -> new LinkedHashSet<>())
				.addAll(qualifiers(name));
		}
		Set<String> used = new LinkedHashSet<>(this.clients);
		for (Class<?> type : Set.of(JsonRpcOperations.class, ReactiveJsonRpcOperations.class)) {
			for (String name : names(type)) {
				used.add(name);
				used.add(BeanNames.client(name));
				used.addAll(qualifiers(name));
			}
		}
		qualifiers.forEach((name, own) -> {
			if (!isUsed(name, own, used)) {
				logger.warn("The bean '{}'{} authenticates no client. The clients are: {}", name,
						own.isEmpty() ? "" : ", with the qualifier " + quoted(own) + ",",
						this.clients.isEmpty() ? "none" : quoted(this.clients));
			}
		});
	}

	private boolean isUsed(String name, Set<String> qualifiers, Set<String> used) {
		return used.contains(name) || qualifiers.stream().anyMatch(used::contains)
				|| used.stream().map(BeanNames::authentication).anyMatch(name::equals)
				|| this.beanFactory.getDependentBeans(name).length > 0;
	}

	private String[] names(Class<?> type) {
		return this.beanFactory.getBeanNamesForType(type, true, false);
	}

	/**
	 * Return the qualifiers and the aliases of a bean. They are all asked, as none
	 * matches.
	 */
	private Set<String> qualifiers(String name) {
		Set<String> qualifiers = new LinkedHashSet<>();
		BeanFactoryAnnotationUtils.isQualifierMatch((qualifier) -> {
			qualifiers.add(qualifier);
			return false;
		}, name, this.beanFactory);
		qualifiers.remove(name);
		return qualifiers;
	}

	private static String quoted(Collection<String> names) {
		return "'" + String.join("', '", names) + "'";
	}

}
