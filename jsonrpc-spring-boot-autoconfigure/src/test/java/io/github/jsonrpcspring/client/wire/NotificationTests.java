package io.github.jsonrpcspring.client.wire;

import java.io.IOException;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Notifications, and what servers do with them.
 */
class NotificationTests {

	private WireServer server;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	void row22ANotificationOf20HasNoId() {
		this.server.status("202 Accepted", "");
		this.server.client().notify("log", "x");
		assertThat(this.server.bodies()).containsExactly(Json.of("{'jsonrpc':'2.0','method':'log','params':['x']}"));
	}

	@Test
	void row22ANotificationOf10HasIdNull() {
		this.server.status("202 Accepted", "");
		this.server.builder().version(JsonRpcVersion.V1_0).build().notify("log");
		assertThat(this.server.bodies()).containsExactly(Json.of("{'method':'log','params':[],'id':null}"));
	}

	@EveryNotification
	void row23Status200WithoutABody(NotificationStyle style, JsonRpcValidation level) {
		this.server.status("200 OK", "");
		assertCompletesTwice(style, level);
	}

	@EveryNotification
	void row23Status202(NotificationStyle style, JsonRpcValidation level) {
		this.server.status("202 Accepted", "");
		assertCompletesTwice(style, level);
	}

	@EveryNotification
	void row23Status204(NotificationStyle style, JsonRpcValidation level) {
		this.server.http("HTTP/1.1 204 No Content\r\n\r\n");
		assertCompletesTwice(style, level);
	}

	@EveryNotification
	void row23AnEmptyArray(NotificationStyle style, JsonRpcValidation level) {
		this.server.json("[]");
		assertCompletesTwice(style, level);
	}

	@EveryNotification
	void row23AnAnswerIsIgnored(NotificationStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'2.0','error':{'code':-32601,'message':'no'},'id':null}");
		assertCompletesTwice(style, level);
	}

	@EveryNotification
	void row23APageIsIgnored(NotificationStyle style, JsonRpcValidation level) {
		this.server.status("200 OK", "<html>" + "thanks ".repeat(20_000), "Content-Type: text/html");
		assertCompletesTwice(style, level);
	}

	private void assertCompletesTwice(NotificationStyle style, JsonRpcValidation level) {
		JsonRpcTemplate client = this.server.client(level);
		style.send(client);
		style.send(client);
		assertThat(this.server.bodies()).hasSize(2);
	}

	@EveryNotification
	void row23AnErrorStatusIsAnError(NotificationStyle style, JsonRpcValidation level) {
		this.server.status("503 Service Unavailable", "busy", "Content-Type: text/plain");
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> style.send(this.server.client(level)))
			.withMessageContainingAll("Client 'wire'", "HTTP 503", "busy")
			.satisfies((ex) -> assertThat(ex.status().value()).isEqualTo(503))
			.satisfies(WireServer::assertNoSecret);
	}

	@EveryNotification
	void row23AnErrorStatusWithAnErrorIsThatError(NotificationStyle style, JsonRpcValidation level) {
		this.server.status("400 Bad Request",
				Json.of("{'jsonrpc':'2.0','error':{'code':-32600,'message':'bad'},'id':null}"));
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> style.send(this.server.client(level)))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32600))
			.satisfies((ex) -> assertThat(ex.status().value()).isEqualTo(400));
	}

	@EveryNotification
	void row72AConnectionClosedWithoutAnAnswer(NotificationStyle style, JsonRpcValidation level) {
		try (WireServer closing = new WireServer(NotificationTests::readAndClose)) {
			if (level == JsonRpcValidation.STRICT) {
				assertThatExceptionOfType(JsonRpcTransportException.class)
					.isThrownBy(() -> style.send(closing.client(level)))
					.withMessageContainingAll("Client 'wire'", "outcome", "unknown", "'validation: lenient'")
					.satisfies(WireServer::assertNoSecret);
			}
			else {
				style.send(closing.client(level));
			}
			assertThat(closing.bodies()).hasSize(1);
		}
	}

	private static void readAndClose(RawConnection connection) throws IOException, InterruptedException {
		if (connection.read() != null) {
			connection.close();
		}
	}

}
