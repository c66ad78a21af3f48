package io.github.jsonrpcspring.autoconfigure;

import java.util.List;

import io.github.jsonrpcspring.service.registry.JsonRpcClientRegistrar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Registers the client interfaces in the application's packages, unless it imports client
 * interfaces itself. By then its own beans are known, as auto-configuration comes after
 * them.
 */
class ApplicationPackagesRegistrar implements ImportBeanDefinitionRegistrar {

	private static final Logger logger = LoggerFactory.getLogger(ApplicationPackagesRegistrar.class);

	private final BeanFactory beanFactory;

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	ApplicationPackagesRegistrar(BeanFactory beanFactory, Environment environment, ResourceLoader resourceLoader) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		if (!AutoConfigurationPackages.has(this.beanFactory)) {
			return;
		}
		List<String> packages = AutoConfigurationPackages.get(this.beanFactory);
		for (String importing : JsonRpcClientRegistrar.importingClasses(registry)) {
			if (!isAutoConfiguration(importing)) {
				logger.debug("Interfaces in {} are not scanned for, as {} imports interfaces", packages, importing);
				return;
			}
		}
		TypeExcludeFilter excluded = new TypeExcludeFilter();
		excluded.setBeanFactory(this.beanFactory);
		new JsonRpcClientRegistrar(registry, this.environment, this.resourceLoader).scan(packages,
				(ListableBeanFactory) this.beanFactory, excluded);
	}

	/**
	 * What a library imports for itself says nothing of the application.
	 */
	private boolean isAutoConfiguration(String className) {
		return ClassUtils.resolveClassName(className, this.resourceLoader.getClassLoader())
			.isAnnotationPresent(AutoConfiguration.class);
	}

}
