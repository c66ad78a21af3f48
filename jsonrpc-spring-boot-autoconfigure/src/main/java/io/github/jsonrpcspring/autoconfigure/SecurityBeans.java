package io.github.jsonrpcspring.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds beans of Spring Security.
 */
final class SecurityBeans {

	private static final String PACKAGE = "org.springframework.security.oauth2.client.web.";

	/**
	 * What Spring Security itself defines in web applications works within a request
	 * only.
	 */
	private static final Set<String> REQUEST_BOUND = Set.of(PACKAGE + "DefaultOAuth2AuthorizedClientManager",
			PACKAGE + "DefaultReactiveOAuth2AuthorizedClientManager");

	private final ListableBeanFactory beanFactory;

	SecurityBeans(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Find the only bean of a type, or the primary one.
	 */
	<T> @Nullable T find(Class<T> type) {
		return this.beanFactory.getBeanProvider(type).getIfUnique();
	}

	/**
	 * Find the only manager that works outside of a request, or the primary one.
	 * @throws JsonRpcConfigurationException if there are several to choose from
	 */
	<T> @Nullable T findManager(Setting<String> registration, Class<T> type) {
		List<T> usable = this.beanFactory.getBeanProvider(type).stream().filter(SecurityBeans::isUsable).toList();
		if (usable.size() < 2) {
			return usable.isEmpty() ? null : usable.get(0);
		}
		T primary = find(type);
		if (primary == null || !isUsable(primary)) {
			throw several(registration, type, (manager) -> usable.stream().anyMatch((one) -> one == manager));
		}
		return primary;
	}

	private static boolean isUsable(Object manager) {
		return !REQUEST_BOUND.contains(ClassUtils.getUserClass(manager).getName());
	}

	/**
	 * Refuse to choose among several beans of one of the types.
	 * @throws JsonRpcConfigurationException if there are several and none is primary
	 */
	void refuseSeveral(Setting<String> registration, Class<?>... types) {
		for (Class<?> type : types) {
			if (find(type) == null && this.beanFactory.getBeanProvider(type).stream().count() > 1) {
				throw several(registration, type, (bean) -> true);
			}
		}
	}

	private <T> JsonRpcConfigurationException several(Setting<String> registration, Class<T> type,
			Predicate<Object> filter) {
		String names = BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory, type)
			.entrySet()
			.stream()
			.filter((bean) -> filter.test(bean.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.joining("', '", "'", "'"));
		return registration.refuse("has several beans of type " + type.getSimpleName() + " to choose from: " + names,
				"Mark one of these beans with @Primary, or remove the others.");
	}

}
