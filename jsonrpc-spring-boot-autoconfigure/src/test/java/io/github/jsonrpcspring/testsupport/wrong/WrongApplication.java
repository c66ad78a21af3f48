package io.github.jsonrpcspring.testsupport.wrong;

import java.util.stream.IntStream;

import io.github.jsonrpcspring.service.JsonRpcClient;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;

/**
 * The application.
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
public class WrongApplication {

	/**
	 * A client that returns what no result can be read as.
	 */
	@JsonRpcClient("calculator")
	interface Streaming {

		IntStream lines();

	}

}
