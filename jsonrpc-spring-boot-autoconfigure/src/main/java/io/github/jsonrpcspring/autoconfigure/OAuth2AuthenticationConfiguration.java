package io.github.jsonrpcspring.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

/**
 * Authentication with OAuth2. It is found by the beans that there are, not by the kind of
 * the application: one that is no web application has beans of both kinds.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(OAuth2AuthorizedClientManager.class)
class OAuth2AuthenticationConfiguration {

	@Bean
	OAuth2Authentications jsonRpcOAuth2Authentications(ListableBeanFactory beanFactory) {
		return new RegistrationAuthentications(new SecurityBeans(beanFactory));
	}

}
