package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcOperations;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Applications that have beans of the names that ours would have.
 */
class OwnTemplateTests {

	private static final String NODE = "jsonrpc.clients.node.url=http://node.example.com/";

	private static final String WALLET = "jsonrpc.clients.my-wallet.url=http://wallet.example.com/";

	private final ApplicationContextRunner runner = TestContexts.runner();

	@Test
	void whenApplicationHasTheTemplateThenOursBacksOff() {
		this.runner.withPropertyValues(NODE, WALLET).withUserConfiguration(OwnTemplate.class).run((context) -> {
			assertThat(context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).settings().name())
				.isEqualTo("own");
			assertThat(context.getBean("nodeReactiveJsonRpcTemplate"))
				.isSameAs(context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).reactive());
			assertThat(context).hasBean("my-walletJsonRpcTemplate");
		});
	}

	@Test
	void whenApplicationHasTheTemplateThenItsClientNeedsNoUrl() {
		this.runner.withPropertyValues("jsonrpc.clients.node.timeout=5s")
			.withUserConfiguration(OwnTemplate.class)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(JsonRpcTemplate.class));
	}

	@Test
	void whenApplicationHasTheReactiveTemplateThenOursBacksOff() {
		this.runner.withPropertyValues(NODE).withUserConfiguration(OwnReactiveTemplate.class).run((context) -> {
			assertThat(context.getBean("nodeReactiveJsonRpcTemplate")).isSameAs(OwnReactiveTemplate.TEMPLATE);
			assertThat(context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).settings().name())
				.isEqualTo("node");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnOperations.class, TemplateAsOperations.class, OwnFactoryBean.class })
	void whenApplicationHasSomethingElseThenThereIsNoReactiveTemplate(Class<?> configuration) {
		this.runner.withPropertyValues("jsonrpc.clients.node.timeout=5s", WALLET)
			.withUserConfiguration(configuration)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("nodeJsonRpcTemplate")
				.doesNotHaveBean("nodeReactiveJsonRpcTemplate")
				.hasSingleBean(ReactiveJsonRpcTemplate.class)
				.hasBean("my-walletReactiveJsonRpcTemplate"));
	}

	@Test
	void whenApplicationHasSomethingElseThenItsReactiveTemplateIsKept() {
		this.runner.withPropertyValues(NODE)
			.withUserConfiguration(OwnOperations.class, OwnReactiveTemplate.class)
			.run((context) -> assertThat(context.getBean(ReactiveJsonRpcTemplate.class))
				.isSameAs(OwnReactiveTemplate.TEMPLATE));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTemplate {

		@Bean
		JsonRpcTemplate nodeJsonRpcTemplate() {
			return JsonRpcTemplate.builder("http://own.example.com/").name("own").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnReactiveTemplate {

		static final ReactiveJsonRpcTemplate TEMPLATE = JsonRpcTemplate.builder("http://own.example.com/")
			.build()
			.reactive();

		@Bean
		ReactiveJsonRpcTemplate nodeReactiveJsonRpcTemplate() {
			return TEMPLATE;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnOperations {

		@Bean
		JsonRpcOperations nodeJsonRpcTemplate() {
			return mock(JsonRpcOperations.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TemplateAsOperations {

		@Bean
		JsonRpcOperations nodeJsonRpcTemplate() {
			return JsonRpcTemplate.builder("http://own.example.com/").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFactoryBean {

		@Bean
		FactoryBean<?> nodeJsonRpcTemplate() {
			return new FactoryBean<Object>() {

				@Override
				public Object getObject() {
					return new Object();
				}

				@Override
				public Class<?> getObjectType() {
					return Object.class;
				}

			};
		}

	}

}
