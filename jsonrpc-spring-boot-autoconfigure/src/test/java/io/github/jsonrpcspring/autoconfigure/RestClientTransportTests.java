package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for clients whose transport is a RestClient.
 */
class RestClientTransportTests {

	private static final String REST_CLIENT = "jsonrpc.clients.node.transport=rest-client";

	private final RawHttpServer server = RawHttpServer.answering((request) -> RawAnswer.json(
			"{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":" + request.text().replaceAll(".*\"id\":(\\d+).*", "$1") + "}"));

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private ApplicationContextRunner runner() {
		return TestContexts.runner().withPropertyValues("jsonrpc.clients.node.url=" + this.server.uri() + "rpc?key=s");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk", "reactor", "simple" })
	void callsAreAnswered(String factory) {
		runner().withPropertyValues(REST_CLIENT, "spring.http.clients.imperative.factory=" + factory).run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			assertThat(template.request("add", Integer.class, 2, 3)).isEqualTo(5);
			assertThat(template.reactive().request("add", Integer.class, 2, 3).block()).isEqualTo(5);
		});
		assertThat(this.server.requests()).hasSize(2).allSatisfy((request) -> {
			assertThat(request.line()).isEqualTo("POST /rpc?key=s HTTP/1.1");
			assertThat(request.header("Content-Type")).isEqualTo("application/json");
			assertThat(request.header("Transfer-Encoding")).isNull();
			assertThat(request.header("Upgrade")).isNull();
		});
	}

	@Test
	void withoutWebFluxItIsTheDefault() {
		runner().withClassLoader(new FilteredClassLoader("org.springframework.web.reactive", "reactor.netty"))
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveJsonRpcTemplate.class);
				assertThat(context.getBean(JsonRpcTemplate.class).request("add", Integer.class)).isEqualTo(5);
			});
	}

	@Test
	void clientThatBlocksHasNoReactiveTemplate() {
		runner()
			.withPropertyValues("jsonrpc.defaults.transport=rest-client", "jsonrpc.clients.other.transport=web-client",
					"jsonrpc.clients.other.url=" + this.server.uri())
			.run((context) -> assertThat(context.getBeanNamesForType(ReactiveJsonRpcTemplate.class))
				.containsExactly("otherReactiveJsonRpcTemplate"));
	}

	@Test
	void withoutWebFluxAWebClientIsRefused() {
		runner().withPropertyValues("jsonrpc.clients.node.transport=web-client")
			.withClassLoader(new FilteredClassLoader("org.springframework.web.reactive"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContainingAll("jsonrpc.clients.node.transport", "is 'web-client', which needs WebFlux"));
	}

	@Test
	void builderOfTheApplicationIsUsedAndNotChanged() {
		runner().withPropertyValues(REST_CLIENT).withUserConfiguration(OwnBuilder.class).run((context) -> {
			context.getBean(JsonRpcTemplate.class).call("add");
			assertThat(this.server.requests().get(0).header("X-Own")).isEqualTo("yes");
			context.getBean(RestClient.Builder.class)
				.requestInterceptors((interceptors) -> assertThat(interceptors).isEmpty());
		});
	}

	@Test
	void interceptorsSeeTheWholeTarget() {
		runner().withPropertyValues(REST_CLIENT).withUserConfiguration(Intercepting.class).run((context) -> {
			assertThat(context.getBean(JsonRpcTemplate.class).request("add", Integer.class)).isEqualTo(5);
			assertThat(this.server.requests().get(0).header("X-Path")).isEqualTo("/rpc");
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBuilder {

		@Bean
		RestClient.Builder ownBuilder() {
			return RestClient.builder().defaultHeader("X-Own", "yes");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Intercepting {

		@Bean
		RestClient.Builder intercepting() {
			return RestClient.builder().requestInterceptor((request, body, execution) -> {
				request.getHeaders().set("X-Path", request.getURI().getPath());
				return execution.execute(request, body);
			});
		}

	}

}
