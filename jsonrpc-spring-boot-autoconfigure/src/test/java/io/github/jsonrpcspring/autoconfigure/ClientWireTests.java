package io.github.jsonrpcspring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.jsonrpcspring.client.JsonRpcClientInterceptor;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcExceptionTranslator;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcResponseTooLargeException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What properties and beans make of the bytes on the wire.
 */
class ClientWireTests {

	private static final String CLIENT = "jsonrpc.clients.node.";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().globalTemplating(true))
		.build();

	private static final String ECHO = """
			{"jsonrpc":"2.0","id":{{toJson (jsonPath request.body '$.id')}},"result":5}""";

	@Test
	void requestIsPostedAsTheSpecificationWantsIt() {
		LoggedRequest request = call();
		assertThat(request.getBodyAsString())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[2,3],\"id\":1}");
		assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
		assertThat(request.getHeader("Content-Length")).isEqualTo("54");
		assertThat(request.getHeaders().keys()).doesNotContainAnyElementsOf(
				List.of("Authorization", "Upgrade", "Expect", "HTTP2-Settings", "Transfer-Encoding"));
		assertThat(request.getProtocol()).isEqualTo("HTTP/1.1");
		assertThat(request.getUrl()).isEqualTo("/");
	}

	@Test
	void basicCredentialsAreSent() {
		LoggedRequest request = call(CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.password=pässword");
		assertThat(request.getHeader("Authorization")).isEqualTo(basic("app:pässword"));
	}

	@Test
	void emptyPasswordIsSent() {
		LoggedRequest request = call(CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.password=");
		assertThat(request.getHeader("Authorization")).isEqualTo(basic("app:"));
	}

	@Test
	void userInfoIsSentDecodedAndLeavesTheUrl() {
		String url = server.baseUrl().replace("http://", "http://us%40er:pa%3Ass@") + "/v1/x?key=a%20b";
		LoggedRequest request = call(CLIENT + "url=" + url);
		assertThat(request.getHeader("Authorization")).isEqualTo(basic("us@er:pa:ss"));
		assertThat(request.getUrl()).isEqualTo("/v1/x?key=a%20b");
		assertThat(request.getHeader("Host")).doesNotContain("@");
	}

	@Test
	void bearerTokenIsSent() {
		assertThat(call(CLIENT + "auth.bearer.token=abc.def").getHeader("Authorization")).isEqualTo("Bearer abc.def");
	}

	@Test
	void headerOfTheServersOwnIsSent() {
		LoggedRequest request = call(CLIENT + "auth.header.name=X-Api-Key", CLIENT + "auth.header.value=abc def");
		assertThat(request.getHeader("X-Api-Key")).isEqualTo("abc def");
	}

	@Test
	void defaultHeadersAndContentTypeAreSent() {
		LoggedRequest request = call(CLIENT + "default-header.X-Tenant=blue",
				"jsonrpc.defaults.default-header.X-App=shop", CLIENT + "content-type=application/json-rpc");
		assertThat(request.getHeader("X-Tenant")).isEqualTo("blue");
		assertThat(request.getHeader("X-App")).isEqualTo("shop");
		assertThat(request.getHeaders().getContentTypeHeader().values()).containsExactly("application/json-rpc");
	}

	@ParameterizedTest
	@CsvSource({ "decimal,1", "hex,\"1\"", "HEX,\"1\"", "random,\"[a-z0-9]{8}\"",
			"uuid,\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"", "myIds,\"mine-1\"" })
	void idsAreMadeByTheStrategy(String strategy, String pattern) {
		assertThat(call(CLIENT + "id-strategy=" + strategy).getBodyAsString())
			.containsPattern("\"id\":" + pattern + "}");
		assertThat(call("jsonrpc.defaults.id-strategy=" + strategy).getBodyAsString())
			.containsPattern("\"id\":" + pattern + "}");
	}

	@Test
	void clientsCountIdsEachOnItsOwnAndReactiveTemplateWithIts() {
		run((context) -> {
			context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).request("a", Integer.class);
			context.getBean("nodeReactiveJsonRpcTemplate", ReactiveJsonRpcTemplate.class)
				.request("b", Integer.class)
				.block();
			context.getBean("otherJsonRpcTemplate", JsonRpcTemplate.class).request("c", Integer.class);
			assertThat(bodies()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"id\":2}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"c\",\"id\":1}");
		}, "jsonrpc.clients.other.url=" + server.baseUrl());
	}

	@Test
	void version1IsSpoken() {
		server.stubFor(post(anyUrl()).willReturn(json("{\"result\":5,\"error\":null,\"id\":1}")));
		run((context) -> {
			context.getBean(JsonRpcTemplate.class).request("add", Integer.class);
			assertThat(bodies()).containsExactly("{\"method\":\"add\",\"params\":[],\"id\":1}");
		}, CLIENT + "version=1.0", CLIENT + "validation=strict");
	}

	@Test
	void answersAreJudgedByTheValidation() {
		String answer = "{\"result\":5,\"error\":null,\"id\":\"7\"}";
		assertRefused("strict", answer, true);
		assertRefused("lenient", answer, true);
		assertRefused("off", answer, false);
		String deviating = "{\"result\":5,\"error\":null,\"id\":\"1\"}";
		assertRefused("strict", deviating, true);
		assertRefused("lenient", deviating, false);
	}

	private void assertRefused(String validation, String answer, boolean refused) {
		server.stubFor(post(anyUrl()).willReturn(json(answer)));
		run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			if (refused) {
				assertThatExceptionOfType(JsonRpcInvalidResponseException.class).as(validation)
					.isThrownBy(() -> template.request("add", Integer.class));
			}
			else {
				assertThat(template.request("add", Integer.class)).as(validation).isEqualTo(5);
			}
		}, CLIENT + "validation=" + validation);
	}

	@Test
	void extraMembersAreSent() {
		LoggedRequest request = call(CLIENT + "extra-members.auth=token", "jsonrpc.defaults.extra-members.shard=a");
		assertThat(request.getBodyAsString()).contains("\"auth\":\"token\"").contains("\"shard\":\"a\"");
	}

	@Test
	void emptyParamsAndNullParamsAreSentAsSet() {
		run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			template.request("a", Integer.class);
			template.method("b").param("x", null).param("y", 1).retrieve(Integer.class);
			assertThat(bodies()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[],\"id\":1}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"params\":{\"y\":1},\"id\":2}");
		}, CLIENT + "empty-params=send", CLIENT + "null-params=omit");
	}

	@Test
	void batchesAreSplit() {
		server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
		run((context) -> {
			var batch = context.getBean(JsonRpcTemplate.class).batch();
			batch.notify("a");
			batch.notify("b");
			batch.notify("c");
			batch.execute();
			assertThat(bodies()).containsExactly(
					"[{\"jsonrpc\":\"2.0\",\"method\":\"a\"},{\"jsonrpc\":\"2.0\",\"method\":\"b\"}]",
					"[{\"jsonrpc\":\"2.0\",\"method\":\"c\"}]");
		}, CLIENT + "batch.max-size=2");
	}

	@Test
	void batchesAreSentSingly() {
		server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
		run((context) -> {
			var batch = context.getBean(JsonRpcTemplate.class).batch();
			batch.notify("a");
			batch.notify("b");
			batch.execute();
			assertThat(bodies()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\"}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"b\"}");
		}, CLIENT + "batch.enabled=false");
	}

	@Test
	void timeoutEndsACall() {
		server.stubFor(post(anyUrl()).willReturn(json(ECHO).withFixedDelay(20_000)));
		run((context) -> assertThatExceptionOfType(JsonRpcTimeoutException.class)
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)),
				CLIENT + "timeout=100ms");
	}

	@ParameterizedTest
	@ValueSource(strings = { CLIENT + "read-timeout=100ms", "jsonrpc.defaults.read-timeout=100ms",
			"spring.http.clients.read-timeout=100ms" })
	void readTimeoutEndsACall(String property) {
		server.stubFor(post(anyUrl()).willReturn(json(ECHO).withFixedDelay(20_000)));
		run((context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)), property);
	}

	@Test
	void timeoutOfAMethodEndsItsCalls() {
		server.stubFor(post(anyUrl()).willReturn(json(ECHO).withFixedDelay(1_000)));
		run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			assertThatExceptionOfType(JsonRpcTimeoutException.class)
				.isThrownBy(() -> template.request("slow_add", Integer.class));
			assertThat(template.request("add", Integer.class)).isEqualTo(5);
		}, CLIENT + "methods[0].match=slow_*", CLIENT + "methods[0].timeout=50ms");
	}

	@Test
	void largeAnswersAreRefused() {
		server.stubFor(post(anyUrl()).willReturn(json("{\"result\":\"" + "x".repeat(200) + "\"}")));
		run((context) -> assertThatExceptionOfType(JsonRpcResponseTooLargeException.class)
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)),
				CLIENT + "max-response-size=100B");
	}

	@Test
	void redirectsAreNotFollowed() {
		redirect();
		run((context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class))
			.withMessageContaining("307"));
	}

	@ParameterizedTest
	@ValueSource(strings = { CLIENT + "redirects=follow", "jsonrpc.defaults.redirects=follow-when-possible",
			"spring.http.clients.redirects=follow" })
	void redirectsAreFollowedWhereWanted(String property) {
		redirect();
		run((context) -> {
			assertThat(context.getBean(JsonRpcTemplate.class).request("add", Integer.class)).isEqualTo(5);
			server.verify(postRequestedFor(urlEqualTo("/target")));
		}, property);
	}

	@Test
	void clientWinsOverThePropertiesOfAllHttpClients() {
		redirect();
		run((context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)),
				CLIENT + "redirects=dont-follow", "jsonrpc.defaults.redirects=follow",
				"spring.http.clients.redirects=follow");
	}

	private static void redirect() {
		server.stubFor(post(urlEqualTo("/"))
			.willReturn(aResponse().withStatus(307).withHeader("Location", server.url("/target"))));
		server.stubFor(post(urlEqualTo("/target")).willReturn(json(ECHO)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void everyHttpClientSpeaksPlainHttp1(String connector) {
		LoggedRequest request = call("spring.http.clients.reactive.connector=" + connector);
		assertThat(request.getProtocol()).isEqualTo("HTTP/1.1");
		assertThat(request.getHeader("Content-Length")).isEqualTo("54");
		assertThat(request.getHeaders().keys())
			.doesNotContainAnyElementsOf(List.of("Upgrade", "HTTP2-Settings", "Expect", "Transfer-Encoding"));
	}

	@Test
	void webClientCustomizersApplyToEachClient() {
		run((context) -> {
			context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).request("a", Integer.class);
			context.getBean("otherJsonRpcTemplate", JsonRpcTemplate.class).request("b", Integer.class);
			assertThat(requests()).allSatisfy((request) -> {
				assertThat(request.getHeader("X-Filter")).isEqualTo("yes");
				assertThat(request.getUrl()).isEqualTo("/");
			});
			assertThat(context.getBean(Beans.class).builders).doesNotHaveDuplicates().hasSize(2);
		}, "jsonrpc.clients.other.url=" + server.baseUrl());
	}

	@Test
	void callsReachTheInterceptorsAndCustomizersInOrder() {
		run((context) -> {
			context.getBean(JsonRpcTemplate.class).request("a", Integer.class);
			assertThat(context.getBean(Beans.class).calls).containsExactly("customizer 1 node", "customizer 2 node",
					"interceptor 1", "interceptor 2");
		});
	}

	@Test
	void customizersComeAfterProperties() {
		assertThat(call(CLIENT + "default-header.X-Customized=property").getHeader("X-Customized")).isEqualTo("bean");
	}

	@Test
	void errorsReachTheTranslators() {
		server.stubFor(post(anyUrl())
			.willReturn(json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":7,\"message\":\"x\"},\"id\":1}")));
		run((context) -> assertThatIllegalStateException()
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("a", Integer.class))
			.withMessage("translated")
			.withCauseInstanceOf(JsonRpcErrorException.class));
	}

	@Test
	void mapperOfTheApplicationWritesParameters() {
		run((context) -> {
			context.getBean(JsonRpcTemplate.class).request("a", Integer.class, new Named("x"));
			assertThat(bodies())
				.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[{\"first_name\":\"x\"}],\"id\":1}");
		});
	}

	@Test
	void nothingIsSentAtStart() {
		run((context) -> {
			assertThat(context.getBean(JsonRpcTemplate.class)).isNotNull();
			assertThat(server.getAllServeEvents()).isEmpty();
		});
	}

	private LoggedRequest call(String... properties) {
		List<LoggedRequest> requests = new ArrayList<>();
		run((context) -> {
			assertThat(context.getBean(JsonRpcTemplate.class).request("add", Integer.class, 2, 3)).isEqualTo(5);
			requests.addAll(requests());
		}, properties);
		assertThat(requests).hasSize(1);
		return requests.get(0);
	}

	private static void run(Consumer<ApplicationContext> test, String... properties) {
		server.resetRequests();
		if (server.listAllStubMappings().getMappings().isEmpty()) {
			server.stubFor(post(anyUrl()).willReturn(json(ECHO)));
		}
		ApplicationContextRunner runner = TestContexts.runner()
			.withUserConfiguration(Beans.class)
			.withPropertyValues(CLIENT + "url=" + server.baseUrl() + "/")
			.withPropertyValues(properties);
		runner.run((context) -> test.accept(context));
	}

	private static List<LoggedRequest> requests() {
		return server.findAll(postRequestedFor(anyUrl()));
	}

	private static List<String> bodies() {
		return requests().stream().map(LoggedRequest::getBodyAsString).toList();
	}

	private static ResponseDefinitionBuilder json(String body) {
		return aResponse().withHeader("Content-Type", "application/json").withBody(body);
	}

	private static String basic(String credentials) {
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	record Named(String firstName) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		private final List<String> calls = new ArrayList<>();

		private final List<WebClient.Builder> builders = new ArrayList<>();

		@Bean
		JsonRpcIdGenerator myIds() {
			return () -> JsonRpcId.of("mine-1");
		}

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
