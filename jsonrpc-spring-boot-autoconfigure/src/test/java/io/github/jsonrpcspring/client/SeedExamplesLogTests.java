package io.github.jsonrpcspring.client;

import java.util.Map;

import ch.qos.logback.classic.Level;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the client documents (seeds 000 to 003) that show the log, with their
 * lines.
 */
class SeedExamplesLogTests {

	private final StubTransport server = StubTransport.server(SeedExamplesTests::answer);

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).build();

	@ParameterizedTest
	@EnumSource
	void seed000And002SendPing(Style style) {
		try (CapturedLog log = CapturedLog.debug("default")) {
			style.send(this.rpc, JsonRpcRequest.of("ping").build());
			assertThat(log.lines()).containsExactly("--> {\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}",
					"<-- 200 {\"jsonrpc\":\"2.0\",\"result\":\"pong\",\"id\":1} (n ms)");
		}
	}

	@ParameterizedTest
	@EnumSource
	void seed002SendAReadyMadeMessage(Style style) {
		try (CapturedLog log = CapturedLog.debug("default")) {
			style.sendJson(this.rpc, "{\"jsonrpc\": \"2.0\", \"method\": \"ping\", \"id\": 1}");
			assertThat(log.lines()).containsExactly("--> {\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}",
					"<-- 200 {\"jsonrpc\":\"2.0\",\"result\":\"pong\",\"id\":1} (n ms)");
		}
	}

	@ParameterizedTest
	@EnumSource
	void seed002RequestWithAKeywordArgument(Style style) {
		try (CapturedLog log = CapturedLog.debug("default")) {
			String meow = style.send(this.rpc, JsonRpcRequest.of("cat").param("name", "Mittens").build())
				.resultAs(String.class);
			assertThat(meow).isEqualTo("meow");
			assertThat(log.lines()).containsExactly(
					"--> {\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"params\":{\"name\":\"Mittens\"},\"id\":1}",
					"<-- 200 {\"jsonrpc\":\"2.0\",\"result\":\"meow\",\"id\":1} (n ms)");
		}
	}

	@ParameterizedTest
	@EnumSource
	void seed003Add(Style style) {
		try (CapturedLog log = CapturedLog.debug("default")) {
			assertThat(style.request(this.rpc, "add", Integer.class, 2, 3)).isEqualTo(5);
			assertThat(log.lines()).containsExactly(
					"--> {\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[2,3],\"id\":1}",
					"<-- 200 {\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1} (n ms)");
		}
	}

	@ParameterizedTest
	@EnumSource
	void seed003FindWithMixedParams(Style style) {
		try (CapturedLog log = CapturedLog.debug("default")) {
			assertThat(style.request(this.rpc, "find", String.class, 42, Map.of("name", "Foo"))).isEqualTo("Bar");
			assertThat(log.lines()).containsExactly(
					"--> {\"jsonrpc\":\"2.0\",\"method\":\"find\",\"params\":[42,{\"name\":\"Foo\"}],\"id\":1}",
					"<-- 200 {\"jsonrpc\":\"2.0\",\"result\":\"Bar\",\"id\":1} (n ms)");
		}
	}

	@Test
	void seed003FindWithMixedParamsInTheFluentForm() {
		assertThat(this.rpc.method("find").params(42).param("name", "Foo").retrieve(String.class)).isEqualTo("Bar");
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"find\",\"params\":[42,{\"name\":\"Foo\"}],\"id\":1}");
	}

	@ParameterizedTest
	@EnumSource
	void seed003NotifyGo(Style style) {
		JsonRpcTemplate quiet = JsonRpcTemplate.builder(StubTransport.http(200, HttpHeaders.EMPTY, "")).build();
		try (CapturedLog log = CapturedLog.debug("default")) {
			style.notify(quiet, "go");
			assertThat(log.lines()).containsExactly("--> {\"jsonrpc\":\"2.0\",\"method\":\"go\"}", "<-- 200 (n ms)");
		}
	}

	@ParameterizedTest
	@EnumSource
	void seed003MessagesAreHiddenByDefault(Style style) {
		try (CapturedLog log = CapturedLog.at("default", Level.INFO)) {
			style.request(this.rpc, "add", Integer.class, 2, 3);
			assertThat(log.events()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void durationStandsBehindEveryAnswer(Style style) {
		try (CapturedLog log = CapturedLog.debug("default")) {
			style.notify(this.rpc, "go");
			assertThat(log.events().get(1).getFormattedMessage()).matches("<-- 204 \\(\\d+ ms\\)");
		}
	}

}
