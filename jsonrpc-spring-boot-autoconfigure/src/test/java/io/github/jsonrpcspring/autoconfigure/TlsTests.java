package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import io.github.jsonrpcspring.testsupport.TestCertificate;
import io.github.jsonrpcspring.testsupport.TlsServerSockets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Which servers are believed to be those of the URL. What is refused receives nothing.
 */
class TlsTests {

	private static final TestCertificate AUTHORITY = TestCertificate.authority("authority");

	private static final String NO_CA = "the certificate of the server comes from no trusted CA; 'ssl.bundle' sets which ones are trusted";

	private static final String OTHER_HOST = "the certificate of the server is for another host than that of 'url'";

	private static final String ANSWER = RawAnswer.json("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}");

	@TempDir
	static Path directory;

	@BeforeAll
	static void writeAuthority() throws IOException {
		Files.writeString(directory.resolve("ca.pem"), AUTHORITY.certificatePem());
	}

	static Stream<Arguments> trusted() {
		return both(List.of("localhost", "127.0.0.1"));
	}

	@ParameterizedTest
	@MethodSource
	void trusted(String connector, String host) {
		try (RawHttpServer server = server(AUTHORITY.issue("server", host))) {
			run(connector, url(server, host), (template) -> {
				assertThat(template.request("add", Integer.class)).isEqualTo(5);
				assertThat(server.requests().get(0).header("Authorization")).startsWith("Basic ");
			});
		}
	}

	record Refused(String name, TestCertificate certificate, String host, String advice) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	static Stream<Arguments> refused() {
		Instant now = Instant.now();
		Instant before = now.minus(Duration.ofDays(2));
		Instant after = now.plus(Duration.ofDays(2));
		return both(List.of(
				new Refused("other name", AUTHORITY.issue("localhost", "other.example"), "localhost", OTHER_HOST),
				new Refused("name in common name only", AUTHORITY.issue("127.0.0.1", "localhost"), "127.0.0.1",
						OTHER_HOST),
				new Refused("other address", AUTHORITY.issue("server", "127.0.0.2"), "127.0.0.1", OTHER_HOST),
				new Refused("address as name of host", AUTHORITY.issue("server", "127.0.0.1"), "localhost", OTHER_HOST),
				new Refused("wildcard of another level", AUTHORITY.issue("server", "*.localhost"), "localhost",
						OTHER_HOST),
				new Refused("expired", AUTHORITY.issue(before, now.minusSeconds(60), "server", "localhost"),
						"localhost", "the certificate of the server has expired"),
				new Refused("not yet valid", AUTHORITY.issue(now.plusSeconds(3600), after, "server", "localhost"),
						"localhost", "the certificate of the server is not valid yet"),
				new Refused("self-signed", TestCertificate.selfSigned("server", "localhost"), "localhost", NO_CA),
				new Refused("unknown authority", TestCertificate.authority("other").issue("server", "localhost"),
						"localhost", NO_CA),
				new Refused("authority with the same name",
						TestCertificate.authority("authority").issue("server", "localhost"), "localhost", NO_CA),
				new Refused("issued by a certificate that is no authority",
						AUTHORITY.issue("server", "localhost").issue("server", "localhost"), "localhost", NO_CA)));
	}

	@ParameterizedTest
	@MethodSource
	void refused(String connector, Refused refused) {
		try (RawHttpServer server = server(refused.certificate())) {
			run(connector, url(server, refused.host()), (template) -> assertRefused(template, server,
					"(https://" + refused.host() + ":" + server.port() + "); " + refused.advice()));
		}
	}

	static Stream<Arguments> withoutBundle() {
		return Stream.of("reactor", "jdk", "rest-http-components", "rest-jdk", "by hand")
			.flatMap((connector) -> Stream
				.of(AUTHORITY.issue("server", "localhost"), TestCertificate.selfSigned("server", "localhost"))
				.map((certificate) -> Arguments.of(connector, certificate)));
	}

	@ParameterizedTest
	@MethodSource
	void withoutBundle(String connector, TestCertificate certificate) {
		try (RawHttpServer server = server(certificate)) {
			run(connector, url(server, "localhost"), (template) -> assertRefused(template, server, NO_CA),
					"jsonrpc.clients.node.ssl.bundle=none", "spring.ssl.bundle.pem.none.protocol=TLS");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void noCommonProtocol(String connector) {
		try (RawHttpServer server = RawHttpServer.start(sockets("TLSv1.2"), script())) {
			run(connector, url(server, "localhost"),
					(template) -> assertRefused(template, server, "the server refused it"),
					"spring.ssl.bundle.pem.mine.options.enabled-protocols=TLSv1.3");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk", "by hand" })
	void obsoleteProtocolsAreNotOffered(String connector) {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.awaitBytes();
			connection.close();
		})) {
			run(connector, url(server, "localhost"), (template) -> {
				assertThat(failure(template)).hasMessageContaining("https://localhost:" + server.port());
				// The extension supported_versions: 1.3 and 1.2, nothing else
				assertThat(server.received()).contains("\0+\0\5\4\3\4\3\3");
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk", "by hand" })
	void plainServerOfAnHttpsUrlReceivesNoSecret(String connector) {
		String answer = RawAnswer.of("400 Bad Request", "no TLS");
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.write(answer);
			connection.awaitEnd();
		})) {
			run(connector, url(server, "localhost"), (template) -> {
				JsonRpcTransportException failure = failure(template);
				assertThat(failure).hasMessageContaining(
						"the server does not speak TLS there; 'url' may need http:// or another port");
				assertThat(failure.getCause()).isInstanceOf(SSLException.class);
				assertThat(server.requests()).isEmpty();
				server.awaitOpenConnections(0);
				assertThat(server.received()).doesNotContain("POST", "Basic", "add", "hidden");
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk", "by hand" })
	void tlsServerOfAnHttpUrlHasNoAnswer(String connector) {
		try (RawHttpServer server = server(AUTHORITY.issue("server", "localhost"))) {
			run(connector, url(server, "localhost").replace("https:", "http:"), (template) -> {
				JsonRpcTransportException failure = failure(template);
				assertThat(failure.status()).isNull();
				assertThat(failure).hasMessageContaining("node");
				server.awaitOpenConnections(0);
				assertThat(server.received()).isEmpty();
			});
		}
	}

	/**
	 * The client of the JDK finds out on a thread of its own, sooner or later.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "reactor", "rest-http-components" })
	void row76AnswerThatCameBeforeTheRequestIsNotItsOwn(String connector) {
		Semaphore forged = new Semaphore(0);
		try (RawHttpServer server = RawHttpServer.start(sockets("TLSv1.3"), (connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				int id = Integer.parseInt(request.text().replaceAll(".*\"id\":(\\d+).*", "$1"));
				connection.write(RawAnswer.json("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":" + id + "}"));
				if (id % 2 == 0) {
					connection.isOpenAfter(Duration.ofMillis(100));
					try {
						connection.write(RawAnswer.json("{\"jsonrpc\":\"2.0\",\"result\":6,\"id\":" + (id + 1) + "}"));
					}
					finally {
						forged.release();
					}
				}
			}
		})) {
			run(connector, url(server, "localhost"), (template) -> {
				for (int i = 0; i < 3; i++) {
					assertThat(template.request("get", Integer.class)).isEqualTo(5);
					assertThat(template.request("get", Integer.class)).isEqualTo(5);
					forged.acquireUninterruptibly();
				}
			});
		}
	}

	@Test
	void everythingReceivedIsSeenByTheServer() {
		try (RawHttpServer server = server(AUTHORITY.issue("server", "localhost"))) {
			run("jdk", url(server, "localhost"), (template) -> {
				assertThat(template.request("add", Integer.class)).isEqualTo(5);
				assertThat(server.received()).contains("POST", "Basic", "\"method\":\"add\"");
			});
		}
	}

	private static void assertRefused(JsonRpcTemplate template, RawHttpServer server, String message) {
		JsonRpcTransportException failure = failure(template);
		assertThat(failure).hasMessageContaining("node")
			.hasMessageContaining("no answer: no secure connection")
			.hasMessageContaining(message);
		assertThat(failure.getCause()).isInstanceOf(SSLException.class);
		assertThat(failure.status()).isNull();
		assertReceivedNothing(server);
	}

	private static void assertReceivedNothing(RawHttpServer server) {
		server.awaitConnections(1);
		server.awaitOpenConnections(0);
		assertThat(server.received()).isEmpty();
	}

	private static JsonRpcTransportException failure(JsonRpcTemplate template) {
		JsonRpcTransportException failure = catchThrowableOfType(JsonRpcTransportException.class,
				() -> template.call("add", "hidden"));
		assertThat(failure).isExactlyInstanceOf(JsonRpcTransportException.class);
		assertThat(failure.getMessage()).doesNotContain("hidden", "hush", "Basic");
		return failure;
	}

	private static void run(String connector, String url, Consumer<JsonRpcTemplate> test, String... properties) {
		if (connector.equals("by hand")) {
			test.accept(JsonRpcTemplate.builder(url.replace("//", "//user:hush@")).name("node").build());
			return;
		}
		TestContexts.runner()
			.withPropertyValues("jsonrpc.clients.node.url=" + url, "jsonrpc.clients.node.auth.basic.username=user",
					"jsonrpc.clients.node.auth.basic.password=hush", "jsonrpc.clients.node.ssl.bundle=mine",
					"spring.ssl.bundle.pem.mine.truststore.certificate=file:" + directory.resolve("ca.pem"),
					TestContexts.transport(connector), TestContexts.httpClient(connector))
			.withPropertyValues(properties)
			.run((context) -> test.accept(context.getBean(JsonRpcTemplate.class)));
	}

	private static RawHttpServer server(TestCertificate certificate) {
		return RawHttpServer.start(certificate.serverContext().getServerSocketFactory(), script());
	}

	private static RawHttpServer.Script script() {
		return RawHttpServer.script((request) -> ANSWER);
	}

	private static TlsServerSockets sockets(String protocol) {
		return new TlsServerSockets(protocol, AUTHORITY.issue("server", "localhost"));
	}

	private static String url(RawHttpServer server, String host) {
		return "https://" + host + ":" + server.port() + "/";
	}

	private static Stream<Arguments> both(List<?> cases) {
		return Stream.of("reactor", "jdk", "rest-http-components", "rest-jdk")
			.flatMap((connector) -> cases.stream().map((each) -> Arguments.of(connector, each)));
	}

}
