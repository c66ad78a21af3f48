package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.service.registry.JsonRpcClientRegistrar;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the client interfaces in the application's packages, unless it imports client
 * interfaces itself. By then its own beans are known, as auto-configuration comes after
 * them.
 */
class ApplicationPackagesRegistrar implements ImportBeanDefinitionRegistrar {

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
		if (!JsonRpcClientRegistrar.hasImports(registry) && AutoConfigurationPackages.has(this.beanFactory)) {
			new JsonRpcClientRegistrar(registry, this.environment, this.resourceLoader)
				.scan(AutoConfigurationPackages.get(this.beanFactory), (ListableBeanFactory) this.beanFactory);
		}
	}

}
