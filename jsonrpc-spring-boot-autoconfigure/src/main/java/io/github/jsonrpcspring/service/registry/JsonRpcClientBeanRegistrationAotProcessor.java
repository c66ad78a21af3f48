package io.github.jsonrpcspring.service.registry;

import java.lang.reflect.Modifier;

import io.github.jsonrpcspring.service.InvalidJsonRpcClientException;
import io.github.jsonrpcspring.service.JsonRpcServiceRuntimeHints;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragments;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragmentsDecorator;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.javapoet.ClassName;

/**
 * Adds the hints of client interfaces that are beans, and puts their bean definitions
 * into the packages of the interfaces, which need not be public.
 */
class JsonRpcClientBeanRegistrationAotProcessor implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		String factory = registeredBean.getMergedBeanDefinition().getFactoryBeanName();
		if (!JsonRpcClientRegistrar.PROXY_REGISTRY.equals(factory)) {
			return null;
		}
		Class<?> type = registeredBean.getBeanClass();
		for (Class<?> part = type; part != null; part = part.getEnclosingClass()) {
			if (Modifier.isPrivate(part.getModifiers())) {
				throw new InvalidJsonRpcClientException(type, "is private, so that no generated code can name it",
						"Make it, and the class around it, package-private.");
			}
		}
		return new Contribution(type);
	}

	/**
	 * What is added for one interface.
	 */
	private record Contribution(Class<?> type) implements BeanRegistrationAotContribution {

		@Override
		public BeanRegistrationCodeFragments customizeBeanRegistrationCodeFragments(GenerationContext generationContext,
				BeanRegistrationCodeFragments codeFragments) {
			return new BeanRegistrationCodeFragmentsDecorator(codeFragments) {

				@Override
				public ClassName getTarget(RegisteredBean registeredBean) {
					return ClassName.get(Contribution.this.type);
				}

			};
		}

		@Override
		public void applyTo(GenerationContext generationContext, BeanRegistrationCode beanRegistrationCode) {
			JsonRpcServiceRuntimeHints.forTypes(this.type)
				.registerHints(generationContext.getRuntimeHints(), this.type.getClassLoader());
		}

	}

}
