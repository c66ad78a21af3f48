package io.github.jsonrpcspring.autoconfigure;

import java.util.Arrays;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;

/**
 * Finds the application's own {@link JsonRpcAuthentication} beans, by their name or their
 * qualifier.
 */
final class AuthenticationBeans {

	private final ListableBeanFactory beanFactory;

	AuthenticationBeans(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Find the name of the bean of a client, without creating it yet.
	 * @throws JsonRpcConfigurationException if there are several
	 */
	@Nullable String find(String client) {
		List<String> names = Arrays
			.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, JsonRpcAuthentication.class,
					true, false))
			.filter((name) -> isOf(client, name))
			.map(AuthenticationBeans::withoutScope)
			.distinct()
			.toList();
		if (names.size() > 1) {
			throw new JsonRpcConfigurationException(JsonRpcProperties.PREFIX + ".clients." + client + ".auth",
					"has several beans in its place: '" + String.join("', '", names) + "'",
					"Keep one of these beans, or give them different qualifiers.");
		}
		return names.isEmpty() ? null : names.get(0);
	}

	private boolean isOf(String client, String name) {
		return name.equals(BeanNames.authentication(client)) || BeanFactoryAnnotationUtils
			.isQualifierMatch((qualifier) -> qualifier.equals(client), name, this.beanFactory);
	}

	/**
	 * Return the proxy of a bean with a scope of its own. The annotations are on the bean
	 * behind it.
	 */
	static String withoutScope(String name) {
		return ScopedProxyUtils.isScopedTarget(name) ? ScopedProxyUtils.getOriginalBeanName(name) : name;
	}

	JsonRpcAuthentication get(String name) {
		return this.beanFactory.getBean(name, JsonRpcAuthentication.class);
	}

}
