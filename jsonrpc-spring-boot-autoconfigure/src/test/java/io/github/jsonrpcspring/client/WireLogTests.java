package io.github.jsonrpcspring.client;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for which lines the wire log has, and their key-values.
 */
class WireLogTests {

	private final StubTransport server = StubTransport.server((request) -> request.method().equals("fail")
			? new JsonRpcError(-32601, "Method not found") : request.method());

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).name("wire").build();

	@Test
	void nothingIsLoggedUnlessAsked() {
		try (CapturedLog log = CapturedLog.at("wire", Level.INFO)) {
			this.rpc.call("m");
			this.rpc.notify("m");
			assertThat(log.events()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void linesOfACallAreOfLevelDebug(Style style) {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			style.request(this.rpc, "m", String.class, 1, "ä");
			assertThat(log.lines()).containsExactly(
					"--> {\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1,\"ä\"],\"id\":1}",
					"<-- 200 {\"jsonrpc\":\"2.0\",\"result\":\"m\",\"id\":1} (n ms)");
			assertThat(log.events()).map(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
			assertThat(log.events()).map(ILoggingEvent::getLoggerName).containsOnly("jsonrpc.client.wire");
		}
	}

	@ParameterizedTest
	@EnumSource
	void errorIsAnAnswerInTheLog(Style style) {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			style.send(this.rpc, JsonRpcRequest.of("fail").build());
			assertThat(log.lines()).element(1)
				.isEqualTo("<-- 200 {\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"},"
						+ "\"id\":1} (n ms)");
		}
	}

	@ParameterizedTest
	@EnumSource
	void linesOfANotification(Style style) {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			style.notify(this.rpc, "m", 1);
			assertThat(log.lines()).containsExactly("--> {\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1]}",
					"<-- 204 (n ms)");
			assertThat(log.keyValues(0)).isEqualTo(Map.of("jsonrpc.client", "wire", "rpc.method", "m"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void linesOfABatch(Style style) {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			style.send(this.rpc,
					List.of(JsonRpcRequest.of("a").build(), JsonRpcRequest.of("b").notification().build()));
			assertThat(log.lines()).containsExactly(
					"--> [{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1},{\"jsonrpc\":\"2.0\",\"method\":\"b\"}]",
					"<-- 200 [{\"jsonrpc\":\"2.0\",\"result\":\"a\",\"id\":1}] (n ms)");
			assertThat(log.keyValues(0)).isEqualTo(Map.of("jsonrpc.client", "wire", "jsonrpc.batch.size", 2));
		}
	}

	@Test
	void keyValuesOfACall() {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			this.rpc.method("m").id("an-id").retrieve(String.class);
			assertThat(log.keyValues(0))
				.isEqualTo(Map.of("jsonrpc.client", "wire", "rpc.method", "m", "jsonrpc.request.id", "an-id"));
			assertThat(log.keyValues(1)).containsEntry("jsonrpc.request.id", "an-id")
				.containsEntry("http.response.status_code", 200)
				.containsOnlyKeys("jsonrpc.client", "rpc.method", "jsonrpc.request.id", "http.response.status_code",
						"jsonrpc.duration_ms");
		}
	}

	@ParameterizedTest
	@EnumSource
	void linesOfAFailure(Style style) {
		JsonRpcTemplate broken = JsonRpcTemplate.builder(StubTransport.failing(() -> new ConnectException("secret")))
			.name("wire")
			.build();
		try (CapturedLog log = CapturedLog.debug("wire")) {
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> style.call(broken, "m"));
			assertThat(log.lines()).containsExactly("--> {\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}",
					"<-- cannot connect (n ms)");
			assertThat(log.keyValues(1)).containsEntry("error.type", ConnectException.class.getName());
		}
	}

	@ParameterizedTest
	@EnumSource
	void linesOfATimeout(Style style) {
		JsonRpcTemplate silent = JsonRpcTemplate.builder(StubTransport.silent())
			.name("wire")
			.timeout(Duration.ofMillis(5))
			.build();
		try (CapturedLog log = CapturedLog.debug("wire")) {
			assertThatExceptionOfType(JsonRpcTimeoutException.class).isThrownBy(() -> style.call(silent, "m"));
			assertThat(log.lines()).containsExactly("--> {\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}",
					"<-- no answer in time (n ms)");
			assertThat(log.keyValues(1)).containsEntry("error.type", TimeoutException.class.getName());
		}
	}

	@Test
	void linesOfACancelledCall() {
		JsonRpcTemplate silent = JsonRpcTemplate.builder(StubTransport.silent()).name("wire").build();
		try (CapturedLog log = CapturedLog.debug("wire")) {
			Disposable call = silent.reactive().call("m").subscribe();
			call.dispose();
			assertThat(log.lines()).containsExactly("--> {\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}",
					"<-- cancelled (n ms)");
		}
	}

	@Test
	void answeredCallIsNotLoggedAsCancelled() {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			this.rpc.reactive().request("m", String.class).flux().take(1).blockLast();
			assertThat(log.lines()).hasSize(2).noneMatch((line) -> line.contains("cancelled"));
		}
	}

	@Test
	void everyAttemptHasItsLines() {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			this.rpc.reactive().call("m").repeat(1).blockLast();
			assertThat(log.lines()).hasSize(4).element(2).asString().endsWith("\"id\":2}");
		}
	}

	@Test
	void answerThatIsNoJsonIsShown() {
		JsonRpcTemplate html = JsonRpcTemplate
			.builder(StubTransport.http(502, HttpHeaders.EMPTY, "<html>\n<b>Bad gateway</b>\n</html>"))
			.name("wire")
			.build();
		try (CapturedLog log = CapturedLog.debug("wire")) {
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> html.call("m"));
			assertThat(log.lines()).element(1).isEqualTo("<-- 502 <html> <b>Bad gateway</b> </html> (n ms)");
		}
	}

	@Test
	void methodsWithLogOffAreNotShownAloneNorInABatch() {
		JsonRpcTemplate quiet = this.rpc.mutate()
			.settings(this.rpc.settings()
				.mutate()
				.methods(List.of(new JsonRpcClientSettings.Method("login*", null, false),
						new JsonRpcClientSettings.Method("*", null, true)))
				.build())
			.build();
		try (CapturedLog log = CapturedLog.debug("wire")) {
			quiet.call("login", "secret");
			quiet.notify("login_again", "secret");
			quiet.send(List.of(JsonRpcRequest.of("m").build(), JsonRpcRequest.of("login").params("secret").build()));
			assertThat(log.events()).isEmpty();
			quiet.send(List.of(JsonRpcRequest.of("m").build()));
			assertThat(log.lines()).hasSize(2);
		}
	}

	@ParameterizedTest
	@EnumSource
	void credentialsNeverAppear(Style style) {
		JsonRpcTemplate secured = this.rpc.mutate()
			.basicAuth("user", "pass")
			.defaultHeader("X-Api-Key", "secret")
			.member("token", "secret")
			.build();
		try (CapturedLog log = CapturedLog.debug("wire")) {
			style.call(secured, "m");
			style.notify(secured, "m");
			style.send(secured, List.of(JsonRpcRequest.of("a").build()),
					JsonRpcCallOptions.builder()
						.header("Authorization", "Bearer secret")
						.member("session", Map.of("key", "secret"))
						.build());
			assertThat(this.server.sent()).allMatch((message) -> message.contains("secret"));
			assertThat(log.lines()).hasSize(6)
				.noneMatch(
						(line) -> line.contains("secret") || line.contains("Authorization") || line.contains("dXNl"));
			assertThat(log.lines()).element(0)
				.isEqualTo("--> {\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"token\":\"***\"}");
			assertThat(log.lines()).element(4)
				.isEqualTo(
						"--> [{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":2,\"token\":\"***\",\"session\":\"***\"}]");
			assertThat(log.events()).map(ILoggingEvent::getKeyValuePairs)
				.map(Object::toString)
				.noneMatch((pairs) -> pairs.contains("secret"));
		}
	}

	@Test
	void textsOfParamsCannotForgeLines() {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			this.rpc.call("m", "a\n<-- 200 {}\r\u0085\u2028\u2029\u001b[0m");
			assertThat(log.lines()).hasSize(2)
				.noneMatch((line) -> line.chars()
					.anyMatch((c) -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029'));
		}
	}

	@Test
	void maskedNamesAreHiddenInRequestsAnswersAndExceptions() {
		StubTransport echo = StubTransport.http(500, HttpHeaders.EMPTY,
				"{\"user\":\"me\",\"password\":{\"old\":\"secret\"}}");
		JsonRpcTemplate masking = JsonRpcTemplate.builder(echo)
			.settings(JsonRpcClientSettings.builder("wire")
				.log(new JsonRpcClientSettings.Log(1000, Set.of("password")))
				.build())
			.build();
		try (CapturedLog log = CapturedLog.debug("wire")) {
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> masking.call("m", Map.of("password", "secret")))
				.withMessageContaining("{\"user\":\"me\",\"password\":\"***\"}")
				.satisfies((ex) -> assertThat(ex.body()).isEqualTo("{\"user\":\"me\",\"password\":\"***\"}"));
			assertThat(log.lines()).containsExactly(
					"--> {\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[{\"password\":\"***\"}],\"id\":1}",
					"<-- 500 {\"user\":\"me\",\"password\":\"***\"} (n ms)");
		}
	}

}
