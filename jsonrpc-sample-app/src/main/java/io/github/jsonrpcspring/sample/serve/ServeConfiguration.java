package io.github.jsonrpcspring.sample.serve;

import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Calls each second, and the last words of the tour.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Profile("serve")
class ServeConfiguration {

	@Bean
	Traffic traffic(@Qualifier("traffic") JsonRpcTemplate rpc, @Qualifier("secured") JsonRpcTemplate secured) {
		return new Traffic(rpc, secured.mutate().name("traffic").basicAuth("stranger", "a guess").build());
	}

	@Bean
	Invitation invitation() {
		return new Invitation();
	}

}
