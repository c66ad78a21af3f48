package io.github.jsonrpcspring.testsupport.application;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;

/**
 * The application, which says nothing of its client interfaces.
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
public class Application {

}
