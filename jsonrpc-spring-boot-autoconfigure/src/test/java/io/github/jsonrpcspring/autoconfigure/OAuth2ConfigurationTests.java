package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code auth.oauth2.registration-id} at the start.
 */
class OAuth2ConfigurationTests {

	private static final String KEY = BadInput.CLIENT + "auth.oauth2.registration-id";

	private static final String REGISTRATION = "spring.security.oauth2.client.registration.";

	private final ApplicationContextRunner withoutRegistrations = TestContexts.runner()
		.withConfiguration(
				AutoConfigurations.of(OAuth2ClientAutoConfiguration.class, ReactiveOAuth2ClientAutoConfiguration.class))
		.withPropertyValues(BadInput.URL);

	private final ApplicationContextRunner runner = this.withoutRegistrations.withPropertyValues(
			REGISTRATION + "auth.client-id=app", REGISTRATION + "auth.client-secret=" + BadInput.SECRET,
			REGISTRATION + "auth.authorization-grant-type=client_credentials",
			REGISTRATION + "login.client-id=" + BadInput.SECRET, REGISTRATION + "login.provider=auth",
			REGISTRATION + "login.authorization-grant-type=authorization_code",
			REGISTRATION + "login.redirect-uri=https://example.com/",
			"spring.security.oauth2.client.provider.auth.token-uri=http://localhost/" + BadInput.SECRET,
			"spring.security.oauth2.client.provider.auth.authorization-uri=http://localhost/" + BadInput.SECRET);

	@Test
	void nothingIsFetchedAtStart() {
		this.runner.withPropertyValues(KEY + "=auth")
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcTemplate.class));
	}

	@Test
	void whenTheIdIsUnknownThenTheKnownOnesAreNamed() {
		assertFailure(this.runner, "atuh", "names a client registration 'atuh' that does not exist", "auth, login",
				"'" + REGISTRATION + "atuh'");
	}

	@Test
	void whenThereAreNoRegistrationsThenTheirKeyIsNamed() {
		assertFailure(this.withoutRegistrations, "auth", "the application has none", "'" + REGISTRATION + "auth'");
	}

	@Test
	void whenThereAreSeveralRepositoriesThenTheyAreNamed() {
		assertFailure(this.withoutRegistrations.withUserConfiguration(Repositories.class), "auth",
				"several beans of type ClientRegistrationRepository", "'one', 'two'", "@Primary");
	}

	@Test
	void repositoryThatMayBeLazyIsNotAskedAtStart() {
		this.withoutRegistrations.withUserConfiguration(LazyRepository.class)
			.withPropertyValues(KEY + "=auth")
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcTemplate.class));
	}

	@Test
	void grantThatNeedsAUserIsRefused() {
		assertFailure(this.runner, "login", "authorization_code",
				"'" + REGISTRATION + "login.authorization-grant-type'");
	}

	@Test
	void blankIdIsRefused() {
		assertFailure(this.runner, " ", "is blank");
	}

	@Test
	void managerOfTheApplicationMayGrantOtherTypesButNotUnknownIds() {
		ApplicationContextRunner own = this.runner.withUserConfiguration(Manager.class);
		own.withPropertyValues(KEY + "=login")
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcTemplate.class));
		assertFailure(own, "atuh", "does not exist", "auth, login");
	}

	@Test
	void withoutSpringSecurityTheKeyIsRefused() {
		assertFailure(withoutSecurity(), "auth", "not on the class path", "spring-boot-starter-security-oauth2-client");
	}

	@Test
	void withoutSpringSecurityOtherClientsStart() {
		withoutSecurity().withPropertyValues(BadInput.CLIENT + "auth.bearer.token=abc").run((context) -> {
			assertThat(context).hasSingleBean(JsonRpcTemplate.class);
			assertThat(context).doesNotHaveBean(OAuth2Authentications.class);
		});
	}

	private static ApplicationContextRunner withoutSecurity() {
		return TestContexts.runner()
			.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.withPropertyValues(BadInput.URL);
	}

	private static void assertFailure(ApplicationContextRunner runner, String id, String... words) {
		runner.withPropertyValues(KEY + "=" + id).run((context) -> {
			FailureAnalysis analysis = BadInput.analysis(context.getStartupFailure());
			assertThat(analysis.getDescription()).startsWith("Property '" + KEY + "'");
			assertThat(analysis.getDescription() + analysis.getAction()).contains(words)
				.doesNotContain(BadInput.SECRET);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Repositories {

		@Bean
		ClientRegistrationRepository one() {
			return (id) -> null;
		}

		@Bean
		ClientRegistrationRepository two() {
			return (id) -> null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyRepository {

		@Bean
		ClientRegistrationRepository lazy() {
			return new SupplierClientRegistrationRepository(() -> {
				throw new IllegalStateException("Asked at start");
			});
		}

		@Bean
		OAuth2AuthorizedClientService service(ClientRegistrationRepository registrations) {
			return new InMemoryOAuth2AuthorizedClientService(registrations);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Manager {

		@Bean
		OAuth2AuthorizedClientManager manager(ClientRegistrationRepository registrations,
				OAuth2AuthorizedClientService clients) {
			return new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
		}

	}

}
