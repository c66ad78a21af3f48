package io.github.jsonrpcspring.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Refuses properties that no field takes. A known one that is blank is as good as unset,
 * while Spring Boot's handler takes it for unknown. Names from the system environment are
 * left alone, as they are lossy and others put variables there.
 */
final class KnownElementsBindHandler extends NoUnboundElementsBindHandler {

	private final Set<ConfigurationPropertyName> known = new HashSet<>();

	KnownElementsBindHandler() {
		super(BindHandler.DEFAULT, KnownElementsBindHandler::hasExactNames);
	}

	private static Boolean hasExactNames(ConfigurationPropertySource source) {
		return !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource);
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		this.known.add(name);
		return super.onStart(name, target, context);
	}

	@Override
	public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			@Nullable Object result) throws Exception {
		try {
			super.onFinish(name, target, context, result);
		}
		catch (UnboundConfigurationPropertiesException ex) {
			Set<ConfigurationProperty> unknown = ex.getUnboundProperties()
				.stream()
				.filter((property) -> !this.known.contains(property.getName()))
				.collect(Collectors.toCollection(TreeSet::new));
			if (!unknown.isEmpty()) {
				throw new UnboundConfigurationPropertiesException(unknown);
			}
		}
	}

}
