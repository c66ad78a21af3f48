package io.github.jsonrpcspring.service.registry;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Registers what {@link ImportJsonRpcClients} names.
 */
class ImportJsonRpcClientsRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	ImportJsonRpcClientsRegistrar(Environment environment, ResourceLoader resourceLoader) {
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		JsonRpcClientRegistrar registrar = new JsonRpcClientRegistrar(registry, this.environment, this.resourceLoader);
		registrar.importedBy(metadata.getClassName());
		metadata
			.getMergedRepeatableAnnotationAttributes(ImportJsonRpcClients.class, ImportJsonRpcClients.Container.class,
					false)
			.forEach((attributes) -> register(registrar, attributes, metadata.getClassName()));
	}

	private static void register(JsonRpcClientRegistrar registrar, AnnotationAttributes attributes,
			String importingClass) {
		String client = attributes.getString("client");
		Class<?>[] types = attributes.getClassArray("types");
		Set<String> packages = new LinkedHashSet<>(Arrays.asList(attributes.getStringArray("basePackages")));
		for (Class<?> type : attributes.getClassArray("basePackageClasses")) {
			packages.add(type.getPackageName());
		}
		if (packages.isEmpty() && types.length == 0) {
			packages.add(ClassUtils.getPackageName(importingClass));
		}
		for (Class<?> type : types) {
			registrar.register(type, client);
		}
		registrar.scan(packages, client);
	}

}
