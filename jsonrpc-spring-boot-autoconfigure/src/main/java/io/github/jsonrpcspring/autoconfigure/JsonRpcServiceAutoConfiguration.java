package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.registry.ImportJsonRpcClients;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link JsonRpcClient}
 * interfaces: each one in the {@link AutoConfigurationPackages application's packages}
 * becomes a bean, unless the application has a bean of its type or uses
 * {@link ImportJsonRpcClients}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = JsonRpcClientAutoConfiguration.class)
@Conditional(OnJsonRpcEnabledCondition.class)
@Import(ApplicationPackagesRegistrar.class)
public final class JsonRpcServiceAutoConfiguration {

}
