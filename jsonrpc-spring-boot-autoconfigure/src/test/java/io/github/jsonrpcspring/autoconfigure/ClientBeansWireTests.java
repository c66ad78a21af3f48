package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcClientInterceptor;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcExceptionTranslator;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What beans of the application make of the bytes on the wire.
 */
class ClientBeansWireTests {

	private static final String CLIENT = ClientWire.CLIENT;

	@RegisterExtension
	static final ClientWire server = new ClientWire(Beans.class);

	@Test
	void webClientCustomizersApplyToEachClient() {
		server.run((context) -> {
			context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).request("a", Integer.class);
			context.getBean("otherJsonRpcTemplate", JsonRpcTemplate.class).request("b", Integer.class);
			assertThat(server.requests()).allSatisfy((request) -> {
				assertThat(request.getHeader("X-Filter")).isEqualTo("yes");
				assertThat(request.getUrl()).isEqualTo("/");
			});
			assertThat(context.getBean(Beans.class).builders).doesNotHaveDuplicates().hasSize(2);
		}, "jsonrpc.clients.other.url=" + server.baseUrl());
	}

	@Test
	void callsReachTheInterceptorsAndCustomizersInOrder() {
		server.run((context) -> {
			context.getBean(JsonRpcTemplate.class).request("a", Integer.class);
			assertThat(context.getBean(Beans.class).calls).containsExactly("customizer 1 node", "customizer 2 node",
					"interceptor 1", "interceptor 2");
		});
	}

	@Test
	void customizersComeAfterProperties() {
		assertThat(server.call(CLIENT + "default-header.X-Customized=property").getHeader("X-Customized"))
			.isEqualTo("bean");
	}

	@Test
	void errorsReachTheTranslators() {
		server.stubFor(post(anyUrl())
			.willReturn(ClientWire.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":7,\"message\":\"x\"},\"id\":1}")));
		server.run((context) -> assertThatIllegalStateException()
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("a", Integer.class))
			.withMessage("translated")
			.withCauseInstanceOf(JsonRpcErrorException.class));
	}

	@Test
	void mapperOfTheApplicationWritesParameters() {
		server.run((context) -> {
			context.getBean(JsonRpcTemplate.class).request("a", Integer.class, new Named("x"));
			assertThat(server.bodies())
				.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[{\"first_name\":\"x\"}],\"id\":1}");
		});
	}

	record Named(String firstName) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		private final List<String> calls = new ArrayList<>();

		private final List<WebClient.Builder> builders = new ArrayList<>();

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		}

		@Bean
		WebClientCustomizer webClientCustomizer() {
			return (builder) -> {
				this.builders.add(builder);
				builder.baseUrl("http://wrong.example.com/wrong").defaultHeader("X-Filter", "yes");
			};
		}

		@Bean
		@Order(2)
		JsonRpcTemplateCustomizer second() {
			return (client, builder) -> this.calls.add("customizer 2 " + client);
		}

		@Bean
		@Order(1)
		JsonRpcTemplateCustomizer first() {
			return (client, builder) -> {
				this.calls.add("customizer 1 " + client);
				builder.defaultHeader("X-Customized", "bean");
			};
		}

		@Bean
		@Order(2)
		JsonRpcClientInterceptor secondInterceptor() {
			return (request, chain) -> {
				this.calls.add("interceptor 2");
				return chain.next(request);
			};
		}

		@Bean
		@Order(1)
		JsonRpcClientInterceptor firstInterceptor() {
			return (request, chain) -> {
				this.calls.add("interceptor 1");
				return chain.next(request);
			};
		}

		@Bean
		@Order(1)
		JsonRpcExceptionTranslator firstTranslator() {
			return (error) -> (error.code() == 7) ? new IllegalStateException("translated", error) : null;
		}

		@Bean
		@Order(2)
		JsonRpcExceptionTranslator secondTranslator() {
			return (error) -> new IllegalArgumentException("too late", error);
		}

	}

}
