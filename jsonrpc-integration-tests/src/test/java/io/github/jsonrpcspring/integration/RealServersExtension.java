package io.github.jsonrpcspring.integration;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the servers and applications, which are shared by all classes and end after
 * the last.
 */
class RealServersExtension implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Applications.class;
	}

	@Override
	public Applications resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(RealServersExtension.class))
			.computeIfAbsent(Applications.class, (key) -> Applications.create(), Applications.class);
	}

}
