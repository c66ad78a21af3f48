package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class JsonRpcClientAutoConfigurationTests {

	private static final String NODE = "jsonrpc.clients.node.url=http://node.example.com/";

	private static final String WALLET = "jsonrpc.clients.my-wallet.url=http://wallet.example.com/";

	private final ApplicationContextRunner runner = TestContexts.runner();

	@Test
	void whenNoClientIsConfiguredThenThereAreNoTemplates() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(JsonRpcTemplate.class)
			.doesNotHaveBean(ReactiveJsonRpcTemplate.class));
	}

	@Test
	void whenOneClientIsConfiguredThenBothTemplatesAreInjectedUnqualified() {
		this.runner.withPropertyValues(NODE).withUserConfiguration(Unqualified.class).run((context) -> {
			Unqualified unqualified = context.getBean(Unqualified.class);
			assertThat(unqualified.template).isSameAs(context.getBean("nodeJsonRpcTemplate"));
			assertThat(unqualified.reactiveTemplate).isSameAs(context.getBean("nodeReactiveJsonRpcTemplate"));
		});
	}

	@Test
	void reactiveTemplateSharesEverythingWithTheTemplate() {
		this.runner.withPropertyValues(NODE)
			.run((context) -> assertThat(context.getBean(ReactiveJsonRpcTemplate.class))
				.isSameAs(context.getBean(JsonRpcTemplate.class).reactive()));
	}

	@Test
	void templatesHaveTheNameOfTheClientAsQualifier() {
		this.runner.withPropertyValues(NODE, WALLET).withUserConfiguration(Qualified.class).run((context) -> {
			Qualified qualified = context.getBean(Qualified.class);
			assertThat(qualified.node.settings().name()).isEqualTo("node");
			assertThat(qualified.wallet.settings().name()).isEqualTo("my-wallet");
			assertThat(qualified.reactiveWallet).isSameAs(qualified.wallet.reactive());
			assertThat(context).hasBean("my-walletJsonRpcTemplate").hasBean("my-walletReactiveJsonRpcTemplate");
		});
	}

	@Test
	void whenSeveralClientsAreConfiguredThenNoneIsInjectedUnqualified() {
		this.runner.withPropertyValues(NODE, WALLET)
			.withUserConfiguration(Unqualified.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NoUniqueBeanDefinitionException.class)
				.hasMessageContaining("nodeJsonRpcTemplate,my-walletJsonRpcTemplate"));
	}

	@Test
	void beansSayWhereTheyAreDefined() {
		this.runner.withPropertyValues(NODE)
			.run((context) -> assertThat(context.getSourceApplicationContext(GenericApplicationContext.class)
				.getBeanDefinition("nodeReactiveJsonRpcTemplate")
				.getResourceDescription()).isEqualTo("jsonrpc.clients.node"));
	}

	@Test
	void whenSeveralClientsAreConfiguredThenThePrimaryOneIsInjectedUnqualified() {
		this.runner.withPropertyValues(NODE, WALLET, "jsonrpc.clients.my-wallet.primary=true")
			.withUserConfiguration(Unqualified.class)
			.run((context) -> {
				Unqualified unqualified = context.getBean(Unqualified.class);
				assertThat(unqualified.template).isSameAs(context.getBean("my-walletJsonRpcTemplate"));
				assertThat(unqualified.reactiveTemplate).isSameAs(context.getBean("my-walletReactiveJsonRpcTemplate"));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "off", "No", "0" })
	void whenNotEnabledThenThereIsNothing(String enabled) {
		this.runner.withPropertyValues(NODE, "jsonrpc.clients.node.validation=wrong", "jsonrpc.enabled=" + enabled)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JsonRpcTemplate.class)
				.doesNotHaveBean(JsonRpcClientAutoConfiguration.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "on", "yes", "" })
	void whenEnabledThenThereAreTemplates(String enabled) {
		this.runner.withPropertyValues(NODE, "jsonrpc.enabled=" + enabled)
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcTemplate.class));
	}

	@ParameterizedTest
	@CsvSource({ "false,is false", "off,is false", "on,is true", "'',is not set",
			"maybe,'is neither true nor false, which is refused later'" })
	void conditionIsReported(String enabled, String reason) {
		GenericApplicationContext context = new GenericApplicationContext();
		TestPropertyValues.of("jsonrpc.enabled=" + enabled).applyTo(context);
		ConditionContext conditionContext = mock(ConditionContext.class);
		given(conditionContext.getEnvironment()).willReturn(context.getEnvironment());
		assertThat(new OnJsonRpcEnabledCondition()
			.getMatchOutcome(conditionContext, AnnotationMetadata.introspect(JsonRpcClientAutoConfiguration.class))
			.getMessage()).isEqualTo("JSON-RPC clients 'jsonrpc.enabled' " + reason);
	}

	@Test
	void whenWebFluxIsMissingThenThereAreNoReactiveTemplates() {
		this.runner.withPropertyValues(NODE)
			.withClassLoader(new FilteredClassLoader(WebClient.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(JsonRpcTemplate.class)
				.doesNotHaveBean(ReactiveJsonRpcTemplate.class)
				.doesNotHaveBean(Connectors.class));
	}

	@Test
	void whenTheHttpClientModuleIsMissingThenThereIsNothing() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JsonRpcClientAutoConfiguration.class))
			.withPropertyValues(NODE)
			.withClassLoader(new FilteredClassLoader(HttpClientSettings.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRpcTemplate.class));
	}

	@Test
	void whenReactorNettyIsMissingThenAnotherClientIsUsed() {
		this.runner.withPropertyValues(NODE)
			.withClassLoader(new FilteredClassLoader("reactor.netty"))
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcTemplate.class));
	}

	@Test
	void whenOtherAutoConfigurationsAreMissingThenDefaultsAreUsed() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JsonRpcClientAutoConfiguration.class))
			.withPropertyValues(NODE)
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcTemplate.class));
	}

	@Test
	void templatesCanBeLazy() {
		List<String> customized = new ArrayList<>();
		this.runner.withPropertyValues(NODE)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withBean(JsonRpcTemplateCustomizer.class, () -> (client, builder) -> customized.add(client))
			.run((context) -> {
				assertThat(customized).isEmpty();
				assertThat(context.getBean(ReactiveJsonRpcTemplate.class)).isNotNull();
				assertThat(customized).containsExactly("node");
			});
	}

	@Test
	void autoConfigurationIsFound() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
			.contains(JsonRpcClientAutoConfiguration.class.getName());
	}

	static class Unqualified {

		private final JsonRpcTemplate template;

		private final ReactiveJsonRpcTemplate reactiveTemplate;

		Unqualified(JsonRpcTemplate template, ReactiveJsonRpcTemplate reactiveTemplate) {
			this.template = template;
			this.reactiveTemplate = reactiveTemplate;
		}

	}

	static class Qualified {

		private final JsonRpcTemplate node;

		private final JsonRpcTemplate wallet;

		private final ReactiveJsonRpcTemplate reactiveWallet;

		Qualified(@Qualifier("node") JsonRpcTemplate node, @Qualifier("my-wallet") JsonRpcTemplate wallet,
				@Qualifier("my-wallet") ReactiveJsonRpcTemplate reactiveWallet) {
			this.node = node;
			this.wallet = wallet;
			this.reactiveWallet = reactiveWallet;
		}

	}

}
