package io.github.jsonrpcspring.autoconfigure;

import java.util.List;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.jsonrpcspring.client.JsonRpcResponseTooLargeException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What properties make of the HTTP client.
 */
class ClientHttpWireTests {

	private static final String CLIENT = ClientWire.CLIENT;

	@RegisterExtension
	static final ClientWire server = new ClientWire();

	@Test
	void timeoutEndsACall() {
		server.stubFor(post(anyUrl()).willReturn(ClientWire.json(ClientWire.ECHO).withFixedDelay(20_000)));
		server.run(
				(context) -> assertThatExceptionOfType(JsonRpcTimeoutException.class)
					.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)),
				CLIENT + "timeout=100ms");
	}

	@ParameterizedTest
	@ValueSource(strings = { CLIENT + "read-timeout=100ms", "jsonrpc.defaults.read-timeout=100ms",
			"spring.http.clients.read-timeout=100ms" })
	void readTimeoutEndsACall(String property) {
		server.stubFor(post(anyUrl()).willReturn(ClientWire.json(ClientWire.ECHO).withFixedDelay(20_000)));
		server.run((context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)), property);
	}

	@Test
	void timeoutOfAMethodEndsItsCalls() {
		server.stubFor(post(anyUrl()).willReturn(ClientWire.json(ClientWire.ECHO).withFixedDelay(1_000)));
		server.run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			assertThatExceptionOfType(JsonRpcTimeoutException.class)
				.isThrownBy(() -> template.request("slow_add", Integer.class));
			assertThat(template.request("add", Integer.class)).isEqualTo(5);
		}, CLIENT + "methods[0].match=slow_*", CLIENT + "methods[0].timeout=50ms");
	}

	@Test
	void largeAnswersAreRefused() {
		server.stubFor(post(anyUrl()).willReturn(ClientWire.json("{\"result\":\"" + "x".repeat(200) + "\"}")));
		server.run(
				(context) -> assertThatExceptionOfType(JsonRpcResponseTooLargeException.class)
					.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)),
				CLIENT + "max-response-size=100B");
	}

	@Test
	void redirectsAreNotFollowed() {
		redirect();
		server.run((context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class))
			.withMessageContaining("307"));
	}

	@ParameterizedTest
	@ValueSource(strings = { CLIENT + "redirects=follow", "jsonrpc.defaults.redirects=follow-when-possible",
			"spring.http.clients.redirects=follow" })
	void redirectsAreFollowedWhereWanted(String property) {
		redirect();
		server.run((context) -> {
			assertThat(context.getBean(JsonRpcTemplate.class).request("add", Integer.class)).isEqualTo(5);
			server.verify(postRequestedFor(urlEqualTo("/target")));
		}, property);
	}

	@Test
	void clientWinsOverThePropertiesOfAllHttpClients() {
		redirect();
		server.run(
				(context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
					.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)),
				CLIENT + "redirects=dont-follow", "jsonrpc.defaults.redirects=follow",
				"spring.http.clients.redirects=follow");
	}

	private static void redirect() {
		server.stubFor(post(urlEqualTo("/"))
			.willReturn(aResponse().withStatus(307).withHeader("Location", server.url("/target"))));
		server.stubFor(post(urlEqualTo("/target")).willReturn(ClientWire.json(ClientWire.ECHO)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void everyHttpClientSpeaksPlainHttp1(String connector) {
		LoggedRequest request = server.call("spring.http.clients.reactive.connector=" + connector);
		assertThat(request.getProtocol()).isEqualTo("HTTP/1.1");
		assertThat(request.getHeader("Content-Length")).isEqualTo("54");
		assertThat(request.getHeaders().keys())
			.doesNotContainAnyElementsOf(List.of("Upgrade", "HTTP2-Settings", "Expect", "Transfer-Encoding"));
	}

}
