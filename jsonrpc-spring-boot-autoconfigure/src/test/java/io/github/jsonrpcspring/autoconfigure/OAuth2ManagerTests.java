package io.github.jsonrpcspring.autoconfigure;

import java.time.Instant;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Managers of authorized clients that the application has.
 */
class OAuth2ManagerTests {

	private static final String OTHER_CLIENT = "jsonrpc.clients.other.";

	@RegisterExtension
	static final OAuth2Servers servers = new OAuth2Servers();

	private final ApplicationContextRunner runner = TestContexts.runner()
		.withConfiguration(
				AutoConfigurations.of(OAuth2ClientAutoConfiguration.class, ReactiveOAuth2ClientAutoConfiguration.class))
		.withPropertyValues(servers.properties());

	@Test
	void blockingManagerOfTheApplicationIsUsed() {
		servers.accept("own-blocking");
		this.runner.withUserConfiguration(BlockingManager.class).run((context) -> {
			context.getBean(JsonRpcTemplate.class).call("add");
			assertThat(servers.tokenRequests()).isZero();
		});
	}

	@Test
	void reactiveManagerOfTheApplicationIsUsed() {
		servers.accept("own-reactive");
		this.runner.withUserConfiguration(ReactiveManager.class).run((context) -> {
			context.getBean(JsonRpcTemplate.class).call("add");
			assertThat(servers.tokenRequests()).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { PrimaryManager.class, PrimaryManagerForRequests.class })
	void primaryManagerThatWorksOutsideOfARequestIsUsed(Class<?> configuration) {
		servers.accept("own-primary");
		this.runner.withUserConfiguration(configuration)
			.run((context) -> context.getBean(JsonRpcTemplate.class).call("add"));
	}

	@Test
	void severalManagersAreRefused() {
		this.runner.withUserConfiguration(BlockingManager.class, OtherManager.class).run((context) -> {
			FailureAnalysis analysis = BadInput.analysis(context.getStartupFailure());
			assertThat(analysis.getDescription()).startsWith("Property 'jsonrpc.clients.node.auth.oauth2.")
				.contains("has several beans of type OAuth2AuthorizedClientManager to choose from: "
						+ "'manager', 'other'");
			assertThat(analysis.getAction()).contains("@Primary");
		});
	}

	@Test
	void managerAloneIsEnough() {
		servers.accept("own-reactive");
		TestContexts.runner()
			.withPropertyValues(servers.properties())
			.withUserConfiguration(ReactiveManager.class)
			.run((context) -> context.getBean(JsonRpcTemplate.class).call("add"));
	}

	@Test
	void tokenThatTheManagerKeepsIsNotTriedTwice() {
		servers.accept();
		this.runner.withUserConfiguration(ReactiveManager.class).run((context) -> {
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).call("add"));
			assertThat(servers.calls()).isEqualTo(1);
		});
	}

	@Test
	void managerThatGrantsNothingIsAFailure() {
		servers.accept();
		this.runner.withUserConfiguration(EmptyManager.class)
			.run((context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).call("add"))
				.havingCause()
				.withMessageContaining("'auth': it grants none"));
		assertThat(servers.calls()).isZero();
	}

	@Test
	void managerThatSpringSecurityDefinesForRequestsIsNotUsed() {
		servers.grant(3600);
		servers.accept("t1");
		new WebApplicationContextRunner().withConfiguration(TestContexts.autoConfigurations())
			.withConfiguration(AutoConfigurations.of(OAuth2ClientAutoConfiguration.class,
					OAuth2ClientWebSecurityAutoConfiguration.class))
			.withUserConfiguration(WebSecurity.class)
			.withPropertyValues(servers.properties())
			.run((context) -> {
				assertThat(context.getBean(OAuth2AuthorizedClientManager.class))
					.isInstanceOf(DefaultOAuth2AuthorizedClientManager.class);
				context.getBean(JsonRpcTemplate.class).call("add");
				assertThat(servers.tokenRequests()).isEqualTo(1);
			});
	}

	@Test
	void clientsOfOneRegistrationShareItsToken() {
		servers.grant(3600);
		servers.accept("t1");
		this.runner
			.withPropertyValues(OTHER_CLIENT + "url=" + servers.baseUrl() + "/rpc",
					OTHER_CLIENT + "auth.oauth2.registration-id=auth")
			.run((context) -> {
				context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).call("add");
				context.getBean("otherJsonRpcTemplate", JsonRpcTemplate.class).call("add");
				assertThat(servers.tokenRequests()).isEqualTo(1);
			});
	}

	private static OAuth2AuthorizedClient client(String token) {
		ClientRegistration registration = ClientRegistration.withRegistrationId("auth")
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.clientId("app")
			.tokenUri("http://localhost/")
			.build();
		return new OAuth2AuthorizedClient(registration, "auth",
				new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token, Instant.EPOCH, Instant.MAX));
	}

	@Configuration(proxyBeanMethods = false)
	static class BlockingManager {

		@Bean
		OAuth2AuthorizedClientManager manager() {
			return (request) -> client("own-blocking");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherManager {

		@Bean
		OAuth2AuthorizedClientManager other() {
			return (request) -> client("own-other");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ BlockingManager.class, OtherManager.class })
	static class PrimaryManager {

		@Bean
		@Primary
		OAuth2AuthorizedClientManager primary() {
			return (request) -> client("own-primary");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryManagerForRequests {

		@Bean
		@Primary
		OAuth2AuthorizedClientManager forRequests(ClientRegistrationRepository registrations) {
			return new DefaultOAuth2AuthorizedClientManager(registrations,
					mock(OAuth2AuthorizedClientRepository.class));
		}

		@Bean
		OAuth2AuthorizedClientManager manager() {
			return (request) -> client("own-primary");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveManager {

		@Bean
		ReactiveOAuth2AuthorizedClientManager manager() {
			return (request) -> Mono.just(client("own-reactive"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EmptyManager {

		@Bean
		OAuth2AuthorizedClientManager manager() {
			return (request) -> null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class WebSecurity {

	}

}
