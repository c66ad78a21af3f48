package io.github.jsonrpcspring.client.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.testsupport.ClosedPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Row 55: credentials and keys in the URL. That no exception shows them is asserted for
 * every {@link WireCase} as well.
 */
class UrlTests {

	private WireServer server;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
		this.server.json("{'jsonrpc':'2.0','result':5,'id':1}");
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@EveryCall
	void row55UserinfoBecomesBasicAuthentication(CallStyle style) {
		style.call(this.server.client(), Integer.class);
		String expected = Base64.getEncoder().encodeToString("us3r:pa:55".getBytes(StandardCharsets.UTF_8));
		assertThat(this.server.lastRequest().headers("Authorization")).containsExactly("Basic " + expected);
		assertThat(this.server.lastRequest().line()).isEqualTo("POST /p4th?key=qu3ry HTTP/1.1");
		assertThat(this.server.lastRequest().header("Host"))
			.isEqualTo("127.0.0.1:" + this.server.raw().uri().getPort());
	}

	@EveryCall
	void row55NoConnectionShowsNoSecret(CallStyle style) {
		try (ClosedPort port = new ClosedPort()) {
			String url = this.server.url()
				.replace(":" + this.server.raw().uri().getPort() + "/", ":" + port.number() + "/");
			JsonRpcTemplate client = JsonRpcTemplate.builder(url).name("wire").build();
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> style.call(client, Integer.class))
				.withMessageContainingAll("Client 'wire', method 'get', id 1", "cannot connect", "127.0.0.1")
				.satisfies(WireServer::assertNoSecret);
		}
	}

	@Test
	void row55SettingsAndLogShowNoSecret() {
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		appender.start();
		Logger logger = (Logger) LoggerFactory.getLogger("jsonrpc.client.wire");
		Level level = logger.getLevel();
		logger.setLevel(Level.TRACE);
		logger.addAppender(appender);
		try {
			JsonRpcTemplate client = this.server.builder().member("auth", "us3r").build();
			client.request("get", Integer.class);
			client.batch().notify("log").execute();
			this.server.status("500 Internal Server Error", "oops");
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> client.request("get", Integer.class));
			WireServer.assertNoSecret(new IllegalStateException(client.settings().toString()));
		}
		finally {
			logger.detachAppender(appender);
			logger.setLevel(level);
		}
		List<String> lines = appender.list.stream()
			.map((event) -> event.getFormattedMessage() + " " + event.getKeyValuePairs())
			.toList();
		assertThat(lines).hasSize(6);
		assertThat(lines).allSatisfy((line) -> WireServer.assertNoSecret(new IllegalStateException(line)));
		assertThat(lines.get(0)).contains("\"auth\":\"***\"");
	}

	@Test
	void row55AMalformedUrlIsNotShown() {
		for (String url : List.of("ftp://us3r:pa%3A55@host/p4th?key=qu3ry", "http://us3r:pa:55@ho st/p4th",
				"http:///p4th?key=qu3ry", "us3r:p4th")) {
			assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcTemplate.builder(url).build())
				.satisfies(WireServer::assertNoSecret);
		}
	}

}
