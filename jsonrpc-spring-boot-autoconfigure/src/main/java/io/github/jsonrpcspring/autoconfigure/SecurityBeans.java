package io.github.jsonrpcspring.autoconfigure;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
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

	private final BeanFactory beanFactory;

	SecurityBeans(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Find the only bean of a type, or the primary one.
	 */
	<T> @Nullable T find(Class<T> type) {
		return this.beanFactory.getBeanProvider(type).getIfUnique();
	}

	/**
	 * Find the only manager that works outside of a request.
	 */
	<T> @Nullable T findManager(Class<T> type) {
		List<T> managers = this.beanFactory.getBeanProvider(type)
			.stream()
			.filter((manager) -> !REQUEST_BOUND.contains(ClassUtils.getUserClass(manager).getName()))
			.toList();
		return (managers.size() == 1) ? managers.get(0) : null;
	}

}
