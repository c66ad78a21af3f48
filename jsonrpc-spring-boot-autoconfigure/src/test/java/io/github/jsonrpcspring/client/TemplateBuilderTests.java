package io.github.jsonrpcspring.client;

import java.math.BigDecimal;
import java.time.Duration;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the builders of templates and {@code mutate()}.
 */
class TemplateBuilderTests {

	private final StubTransport server = StubTransport.server(JsonRpcRequest::method);

	@Test
	void builderSetsTheSettings() {
		JsonRpcClientSettings settings = JsonRpcTemplate.builder("https://rpc.example.com/")
			.name("calculator")
			.defaultHeader("X-Key", "a", "b")
			.bearerAuth("abc")
			.validation(JsonRpcValidation.STRICT)
			.version(JsonRpcVersion.V1_0)
			.timeout(Duration.ofSeconds(1))
			.maxResponseSize(5)
			.member("token", 1)
			.batch(false, 3)
			.build()
			.settings();
		assertThat(settings).isEqualTo(JsonRpcClientSettings.builder("calculator")
			.url("https://rpc.example.com/")
			.header("X-Key", "a", "b")
			.bearerAuth("abc")
			.validation(JsonRpcValidation.STRICT)
			.version(JsonRpcVersion.V1_0)
			.timeout(Duration.ofSeconds(1))
			.maxResponseSize(5)
			.extraMember("token", 1)
			.batch(new JsonRpcClientSettings.Batch(false, 3))
			.build());
	}

	@Test
	void limitOfTheClientReachesTheTransport() {
		JsonRpcTemplate.builder(this.server).maxResponseSize(1234).build().call("m");
		assertThat(this.server.request().maxResponseSize()).isEqualTo(1234);
		assertThat(this.server.request().responseExpected()).isTrue();
	}

	@Test
	void templateOfATransportIsNamedDefault() {
		assertThat(JsonRpcTemplate.builder(this.server).build().settings())
			.isEqualTo(JsonRpcClientSettings.defaults("default"));
	}

	@Test
	void mutateSharesTransportAndIds() {
		JsonRpcTemplate first = JsonRpcTemplate.builder(this.server).build();
		JsonRpcTemplate second = first.mutate().build();
		first.call("a");
		second.call("b");
		second.reactive().mutate().build().call("c").block();
		first.call("d");
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"id\":2}", "{\"jsonrpc\":\"2.0\",\"method\":\"c\",\"id\":3}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"d\",\"id\":4}");
	}

	@Test
	void mutateChangesOnlyWhatIsSet() {
		JsonRpcTemplate first = JsonRpcTemplate.builder(this.server)
			.name("first")
			.defaultHeader("X-Key", "1")
			.basicAuth("user", "pass")
			.timeout(Duration.ofSeconds(1))
			.member("token", "x")
			.build();
		JsonRpcTemplate second = first.mutate().timeout(Duration.ofSeconds(2)).build();
		assertThat(second.settings()).isEqualTo(first.settings().mutate().timeout(Duration.ofSeconds(2)).build());
		assertThat(first.settings().timeout()).isEqualTo(Duration.ofSeconds(1));
		second.call("m");
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"token\":\"x\"}");
	}

	@Test
	void mutateKeepsInterceptorsTranslatorsAndMapper() {
		JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		StubTransport failing = StubTransport
			.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"m\"},\"id\":1}");
		JsonRpcTemplate template = JsonRpcTemplate.builder(failing).jsonMapper(mapper).interceptor((request, chain) -> {
			request.headers().set("X-Intercepted", "yes");
			return chain.next(request);
		}).exceptionTranslator((error) -> new IllegalArgumentException("translated")).build().mutate().build();
		assertThatIllegalArgumentException().isThrownBy(() -> template.call("m", new Point(1, 2)))
			.withMessage("translated");
		assertThat(failing.sent()).singleElement().asString().contains("[{\"first_value\":1,\"second_value\":2}]");
		assertThat(failing.request().headers().getFirst("X-Intercepted")).isEqualTo("yes");
	}

	@Test
	void mutatedTemplateDoesNotChangeTheFirst() {
		JsonRpcTemplate first = JsonRpcTemplate.builder(this.server).build();
		first.mutate().interceptor((request, chain) -> {
			throw new IllegalStateException("not for the first");
		}).defaultHeader("X-Key", "1").build();
		first.call("m");
		assertThat(this.server.request().headers().containsHeader("X-Key")).isFalse();
	}

	@Test
	void mapperOfTheApplicationIsNotChanged() {
		JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		JsonRpcTemplate template = JsonRpcTemplate.builder(this.server).jsonMapper(mapper).build();
		template.call("m", new BigDecimal("1.10"));
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1.10],\"id\":1}");
		assertThat(mapper.isEnabled(SerializationFeature.INDENT_OUTPUT)).isTrue();
	}

	@Test
	void settingsReplaceThoseSetBefore() {
		JsonRpcTemplate template = JsonRpcTemplate.builder(this.server)
			.defaultHeader("X-Before", "1")
			.settings(JsonRpcClientSettings.defaults("other"))
			.defaultHeader("X-After", "1")
			.build();
		assertThat(template.settings().name()).isEqualTo("other");
		assertThat(template.settings().headers().containsHeader("X-Before")).isFalse();
		assertThat(template.settings().headers().containsHeader("X-After")).isTrue();
	}

	@Test
	void credentialsOfTheUrlAreKeptWithIt() {
		JsonRpcTemplate.Builder builder = JsonRpcTemplate.builder("http://user:hush@localhost/rpc");
		assertThat(builder.settings(JsonRpcClientSettings.defaults("x")).build().settings())
			.isEqualTo(JsonRpcClientSettings.builder("x").url("http://user:hush@localhost/rpc").build());
		JsonRpcClientSettings other = JsonRpcClientSettings.builder("x").bearerAuth("token").build();
		JsonRpcClientSettings settings = builder.settings(other).build().settings();
		assertThat(settings.headers().get("Authorization")).containsExactly("Bearer token");
		assertThat(settings.target()).hasToString("http://localhost/rpc");
		JsonRpcClientSettings last = builder.settings(JsonRpcClientSettings.builder("x").url("http://other/").build())
			.settings(JsonRpcClientSettings.defaults("x"))
			.build()
			.settings();
		assertThat(last).isEqualTo(JsonRpcClientSettings.builder("x").url("http://other/").build());
	}

	@Test
	void settingsWithoutUrlKeepTheUrl() {
		ReactiveJsonRpcTemplate template = ReactiveJsonRpcTemplate.builder("http://localhost/rpc")
			.settings(JsonRpcClientSettings.defaults("x"))
			.build();
		assertThat(template.settings().target()).hasToString("http://localhost/rpc");
		assertThat(template).hasToString("ReactiveJsonRpcTemplate of client 'x' (http://localhost)");
	}

	@Test
	void reactiveBuildersBuildTheSame() {
		ReactiveJsonRpcTemplate template = ReactiveJsonRpcTemplate.builder(this.server)
			.idGenerator(JsonRpcIdGenerator.hex())
			.build();
		template.notify("m", 1).then(template.call("m", 2)).block();
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1]}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[2],\"id\":\"1\"}");
	}

	@Test
	void failureNamesTheServerWithoutItsPath() {
		JsonRpcTemplate template = JsonRpcTemplate
			.builder(StubTransport.failing(() -> new java.net.ConnectException("refused")))
			.settings(JsonRpcClientSettings.builder("x").url("https://user:secret@host:8443/secret?key=secret").build())
			.build();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> template.call("m"))
			.withMessage("Client 'x', method 'm', id 1: no answer: cannot connect (https://host:8443)");
	}

	record Point(int firstValue, int secondValue) {
	}

}
