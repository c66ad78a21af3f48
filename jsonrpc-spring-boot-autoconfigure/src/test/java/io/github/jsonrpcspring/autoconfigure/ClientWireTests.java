package io.github.jsonrpcspring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What properties make of the bytes on the wire.
 */
class ClientWireTests {

	private static final String CLIENT = ClientWire.CLIENT;

	@RegisterExtension
	static final ClientWire server = new ClientWire(Ids.class);

	@Test
	void requestIsPostedAsTheSpecificationWantsIt() {
		LoggedRequest request = server.call();
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
		LoggedRequest request = server.call(CLIENT + "auth.basic.username=app",
				CLIENT + "auth.basic.password=pässword");
		assertThat(request.getHeader("Authorization")).isEqualTo(basic("app:pässword"));
	}

	@Test
	void emptyPasswordIsSent() {
		LoggedRequest request = server.call(CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.password=");
		assertThat(request.getHeader("Authorization")).isEqualTo(basic("app:"));
	}

	@Test
	void userInfoIsSentDecodedAndLeavesTheUrl() {
		String url = server.baseUrl().replace("http://", "http://us%40er:pa%3Ass@") + "/v1/x?key=a%20b";
		LoggedRequest request = server.call(CLIENT + "url=" + url);
		assertThat(request.getHeader("Authorization")).isEqualTo(basic("us@er:pa:ss"));
		assertThat(request.getUrl()).isEqualTo("/v1/x?key=a%20b");
		assertThat(request.getHeader("Host")).doesNotContain("@");
	}

	@Test
	void bearerTokenIsSent() {
		assertThat(server.call(CLIENT + "auth.bearer.token=abc.def").getHeader("Authorization"))
			.isEqualTo("Bearer abc.def");
	}

	@Test
	void headerOfTheServersOwnIsSent() {
		LoggedRequest request = server.call(CLIENT + "auth.header.name=X-Api-Key",
				CLIENT + "auth.header.value=abc def");
		assertThat(request.getHeader("X-Api-Key")).isEqualTo("abc def");
	}

	@Test
	void defaultHeadersAndContentTypeAreSent() {
		LoggedRequest request = server.call(CLIENT + "default-header.X-Tenant=blue",
				"jsonrpc.defaults.default-header.X-App=shop", CLIENT + "content-type=application/json-rpc");
		assertThat(request.getHeader("X-Tenant")).isEqualTo("blue");
		assertThat(request.getHeader("X-App")).isEqualTo("shop");
		assertThat(request.getHeaders().getContentTypeHeader().values()).containsExactly("application/json-rpc");
	}

	@ParameterizedTest
	@CsvSource({ "decimal,1", "hex,\"1\"", "HEX,\"1\"", "random,\"[a-z0-9]{8}\"",
			"uuid,\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"", "myIds,\"mine-1\"" })
	void idsAreMadeByTheStrategy(String strategy, String pattern) {
		assertThat(server.call(CLIENT + "id-strategy=" + strategy).getBodyAsString())
			.containsPattern("\"id\":" + pattern + "}");
		assertThat(server.call("jsonrpc.defaults.id-strategy=" + strategy).getBodyAsString())
			.containsPattern("\"id\":" + pattern + "}");
	}

	@Test
	void clientsCountIdsEachOnItsOwnAndReactiveTemplateWithIts() {
		server.run((context) -> {
			context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).request("a", Integer.class);
			context.getBean("nodeReactiveJsonRpcTemplate", ReactiveJsonRpcTemplate.class)
				.request("b", Integer.class)
				.block();
			context.getBean("otherJsonRpcTemplate", JsonRpcTemplate.class).request("c", Integer.class);
			assertThat(server.bodies()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"id\":2}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"c\",\"id\":1}");
		}, "jsonrpc.clients.other.url=" + server.baseUrl());
	}

	@Test
	void version1IsSpoken() {
		server.stubFor(post(anyUrl()).willReturn(ClientWire.json("{\"result\":5,\"error\":null,\"id\":1}")));
		server.run((context) -> {
			context.getBean(JsonRpcTemplate.class).request("add", Integer.class);
			assertThat(server.bodies()).containsExactly("{\"method\":\"add\",\"params\":[],\"id\":1}");
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
		server.stubFor(post(anyUrl()).willReturn(ClientWire.json(answer)));
		server.run((context) -> {
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
		LoggedRequest request = server.call(CLIENT + "extra-members.auth=token",
				"jsonrpc.defaults.extra-members.shard=a");
		assertThat(request.getBodyAsString()).contains("\"auth\":\"token\"").contains("\"shard\":\"a\"");
	}

	@Test
	void emptyParamsAndNullParamsAreSentAsSet() {
		server.run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			template.request("a", Integer.class);
			template.method("b").param("x", null).param("y", 1).retrieve(Integer.class);
			assertThat(server.bodies()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[],\"id\":1}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"params\":{\"y\":1},\"id\":2}");
		}, CLIENT + "empty-params=send", CLIENT + "null-params=omit");
	}

	@Test
	void batchesAreSplit() {
		server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
		server.run((context) -> {
			var batch = context.getBean(JsonRpcTemplate.class).batch();
			batch.notify("a");
			batch.notify("b");
			batch.notify("c");
			batch.execute();
			assertThat(server.bodies()).containsExactly(
					"[{\"jsonrpc\":\"2.0\",\"method\":\"a\"},{\"jsonrpc\":\"2.0\",\"method\":\"b\"}]",
					"[{\"jsonrpc\":\"2.0\",\"method\":\"c\"}]");
		}, CLIENT + "batch.max-size=2");
	}

	@Test
	void batchesAreSentSingly() {
		server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
		server.run((context) -> {
			var batch = context.getBean(JsonRpcTemplate.class).batch();
			batch.notify("a");
			batch.notify("b");
			batch.execute();
			assertThat(server.bodies()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\"}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"b\"}");
		}, CLIENT + "batch.enabled=false");
	}

	@Test
	void nothingIsSentAtStart() {
		server.run((context) -> {
			assertThat(context.getBean(JsonRpcTemplate.class)).isNotNull();
			assertThat(server.getAllServeEvents()).isEmpty();
		});
	}

	private static String basic(String credentials) {
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	@Configuration(proxyBeanMethods = false)
	static class Ids {

		@Bean
		JsonRpcIdGenerator myIds() {
			return () -> JsonRpcId.of("mine-1");
		}

	}

}
