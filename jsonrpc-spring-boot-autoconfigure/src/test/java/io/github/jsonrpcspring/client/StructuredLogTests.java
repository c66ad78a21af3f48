package io.github.jsonrpcspring.client;

import java.net.ConnectException;
import java.util.List;
import java.util.Locale;

import ch.qos.logback.classic.LoggerContext;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for the key-values of the wire log in Spring Boot's structured formats.
 */
class StructuredLogTests {

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(StubTransport.server(JsonRpcRequest::method))
		.name("wire")
		.build();

	@ParameterizedTest
	@EnumSource
	void linesOfACall(Format format) {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			this.rpc.call("add", 2, 3);
			JsonNode request = format.line(log, 0);
			assertThat(format.message(request))
				.isEqualTo("--> {\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[2,3],\"id\":1}");
			assertThat(format.field(request, "jsonrpc.client").stringValue()).isEqualTo("wire");
			assertThat(format.field(request, "rpc.method").stringValue()).isEqualTo("add");
			assertThat(format.field(request, "jsonrpc.request.id").stringValue()).isEqualTo("1");
			assertThat(format.has(request, "http.response.status_code")).isFalse();
			JsonNode response = format.line(log, 1);
			assertThat(format.message(response)).startsWith("<-- 200 {");
			assertThat(format.field(response, "jsonrpc.client").stringValue()).isEqualTo("wire");
			assertThat(format.field(response, "rpc.method").stringValue()).isEqualTo("add");
			assertThat(format.field(response, "jsonrpc.request.id").stringValue()).isEqualTo("1");
			assertThat(format.field(response, "http.response.status_code").isInt()).isTrue();
			assertThat(format.field(response, "http.response.status_code").intValue()).isEqualTo(200);
			assertThat(format.field(response, "jsonrpc.duration_ms").isIntegralNumber()).isTrue();
			assertThat(format.has(response, "error.type")).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource
	void linesOfABatch(Format format) {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			this.rpc.send(List.of(JsonRpcRequest.of("a").build(), JsonRpcRequest.of("b").build()));
			for (int i = 0; i < 2; i++) {
				JsonNode line = format.line(log, i);
				assertThat(format.field(line, "jsonrpc.client").stringValue()).isEqualTo("wire");
				assertThat(format.field(line, "jsonrpc.batch.size").isInt()).isTrue();
				assertThat(format.field(line, "jsonrpc.batch.size").intValue()).isEqualTo(2);
				assertThat(format.has(line, "rpc.method")).isFalse();
			}
			assertThat(format.field(format.line(log, 1), "http.response.status_code").intValue()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource
	void lineOfAFailure(Format format) {
		JsonRpcTemplate failing = JsonRpcTemplate.builder(StubTransport.failing(() -> new ConnectException("secret")))
			.name("wire")
			.build();
		try (CapturedLog log = CapturedLog.debug("wire")) {
			assertThat(catchThrowable(() -> failing.method("m").id("an-id").retrieve(String.class)))
				.isInstanceOf(JsonRpcTransportException.class);
			JsonNode line = format.line(log, 1);
			assertThat(format.field(line, "error.type").stringValue()).isEqualTo(ConnectException.class.getName());
			assertThat(format.field(line, "jsonrpc.request.id").stringValue()).isEqualTo("an-id");
			assertThat(format.field(line, "jsonrpc.duration_ms").isIntegralNumber()).isTrue();
			assertThat(line.toString()).doesNotContain("secret");
		}
	}

	@Test
	void ecsNestsTheFields() {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			this.rpc.call("add", 2, 3);
			JsonNode line = Format.ECS.line(log, 1);
			assertThat(line.get("jsonrpc").propertyNames()).containsExactlyInAnyOrder("client", "request",
					"duration_ms");
			assertThat(line.get("rpc")).hasToString("{\"method\":\"add\"}");
			assertThat(line.get("http")).hasToString("{\"response\":{\"status_code\":200}}");
		}
	}

	@Test
	void logstashKeepsTheFieldsFlat() {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			this.rpc.call("add", 2, 3);
			assertThat(Format.LOGSTASH.line(log, 1).propertyNames()).contains("jsonrpc.client", "rpc.method",
					"jsonrpc.request.id", "http.response.status_code", "jsonrpc.duration_ms");
		}
	}

	@ParameterizedTest
	@EnumSource
	void fieldsOfATraceAreBesideThem(Format format) {
		try (CapturedLog log = CapturedLog.debug("wire")) {
			MDC.put("traceId", "t");
			this.rpc.call("m");
			JsonNode line = format.line(log, 0);
			assertThat(format.field(line, "traceId").stringValue()).isEqualTo("t");
			assertThat(format.field(line, "rpc.method").stringValue()).isEqualTo("m");
		}
		finally {
			MDC.remove("traceId");
		}
	}

	/**
	 * A structured format, and how it names the key-values of a line.
	 */
	enum Format {

		ECS {

			@Override
			String path(String key) {
				return "/" + key.replace('.', '/');
			}

		},

		LOGSTASH {

			@Override
			String path(String key) {
				return "/" + key;
			}

		};

		abstract String path(String key);

		JsonNode line(CapturedLog log, int index) {
			LoggerContext context = new LoggerContext();
			context.putObject(Environment.class.getName(), new MockEnvironment());
			StructuredLogEncoder encoder = new StructuredLogEncoder();
			encoder.setContext(context);
			encoder.setFormat(name().toLowerCase(Locale.ROOT));
			encoder.start();
			return JsonMapper.shared().readTree(encoder.encode(log.events().get(index)));
		}

		boolean has(JsonNode line, String key) {
			return !line.at(path(key)).isMissingNode();
		}

		JsonNode field(JsonNode line, String key) {
			assertThat(has(line, key)).as(key + " in " + line).isTrue();
			return line.at(path(key));
		}

		String message(JsonNode line) {
			return line.get("message").stringValue();
		}

	}

}
