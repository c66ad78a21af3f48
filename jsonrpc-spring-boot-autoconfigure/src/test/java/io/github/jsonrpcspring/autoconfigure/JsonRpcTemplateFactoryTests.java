package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Builders and mappers of the application's own.
 */
class JsonRpcTemplateFactoryTests {

	private static final String HEADER = "X-Builder";

	@RegisterExtension
	static final ClientWire server = new ClientWire();

	@Test
	void builderThatIsASingletonIsUsedAndNotChanged() {
		server.run(OneBuilder.class, (context) -> {
			call(context);
			assertThat(server.requests().get(0).getHeader(HEADER)).isEqualTo("one");
			assertThat(ReflectionTestUtils.getField(context.getBean(WebClient.Builder.class), "connector"))
				.isSameAs(OneBuilder.CONNECTOR);
			then(OneBuilder.CONNECTOR).shouldHaveNoInteractions();
		});
	}

	@Test
	void whenThereAreSeveralBuildersThenNoneIsUsed() {
		server.run(TwoBuilders.class, (context) -> {
			call(context);
			assertThat(server.requests().get(0).containsHeader(HEADER)).isFalse();
		});
	}

	@Test
	void whenThereAreSeveralBuildersThenThePrimaryOneIsUsed() {
		server.run(PrimaryBuilder.class, (context) -> {
			call(context);
			assertThat(server.requests().get(0).getHeader(HEADER)).isEqualTo("primary");
		});
	}

	@Test
	void whenThereAreSeveralMappersThenNoneIsUsed() {
		server.run(TwoMappers.class, (context) -> {
			call(context);
			assertThat(server.bodies().get(0)).contains("\"params\":[{\"firstName\":\"x\"}]");
		});
	}

	@Test
	void whenThereAreSeveralMappersThenThePrimaryOneIsUsed() {
		server.run(PrimaryMapper.class, (context) -> {
			call(context);
			assertThat(server.bodies().get(0)).contains("\"params\":[{\"FirstName\":\"x\"}]");
		});
	}

	private static void call(ApplicationContext context) {
		context.getBean(JsonRpcTemplate.class).request("a", Integer.class, new Named("x"));
	}

	record Named(String firstName) {

	}

	@Configuration(proxyBeanMethods = false)
	static class OneBuilder {

		static final ClientHttpConnector CONNECTOR = mock(ClientHttpConnector.class);

		@Bean
		WebClient.Builder one() {
			return WebClient.builder().defaultHeader(HEADER, "one").clientConnector(CONNECTOR);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoBuilders extends OneBuilder {

		@Bean
		WebClient.Builder two() {
			return WebClient.builder().defaultHeader(HEADER, "two");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryBuilder extends TwoBuilders {

		@Bean
		@Primary
		WebClient.Builder primary() {
			return WebClient.builder().defaultHeader(HEADER, "primary");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoMappers {

		@Bean
		JsonMapper snakes() {
			return JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		}

		@Bean
		JsonMapper kebabs() {
			return JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryMapper extends TwoMappers {

		@Bean
		@Primary
		JsonMapper camels() {
			return JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE).build();
		}

	}

}
