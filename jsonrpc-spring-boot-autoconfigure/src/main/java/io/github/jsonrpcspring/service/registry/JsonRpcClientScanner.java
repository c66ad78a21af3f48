package io.github.jsonrpcspring.service.registry;

import io.github.jsonrpcspring.service.JsonRpcClient;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Finds what has {@link JsonRpcClient}, be it an interface or by mistake a class.
 */
class JsonRpcClientScanner extends ClassPathScanningCandidateComponentProvider {

	private final BeanDefinitionRegistry registry;

	JsonRpcClientScanner(BeanDefinitionRegistry registry, Environment environment, ResourceLoader resourceLoader) {
		super(false, environment);
		this.registry = registry;
		setResourceLoader(resourceLoader);
		addIncludeFilter(new AnnotationTypeFilter(JsonRpcClient.class));
	}

	/** Return the registry, for conditions on beans. */
	@Override
	protected BeanDefinitionRegistry getRegistry() {
		return this.registry;
	}

	@Override
	protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
		AnnotationMetadata metadata = definition.getMetadata();
		return metadata.isIndependent() && !metadata.isAnnotation();
	}

}
