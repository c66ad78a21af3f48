package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import io.github.jsonrpcspring.testsupport.TestCertificate;
import io.github.jsonrpcspring.testsupport.TlsServerSockets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

/**
 * Servers that want a certificate of the client, and certificates that change while the
 * application runs.
 */
@ExtendWith(OutputCaptureExtension.class)
class MutualTlsTests {

	private static final TestCertificate CLIENTS = TestCertificate.authority("clients");

	private static final TestCertificate OLD_SERVERS = TestCertificate.authority("old servers");

	private static final TestCertificate NEW_SERVERS = TestCertificate.authority("new servers");

	private static final TestCertificate OLD_CLIENT = CLIENTS.issue("old client");

	private static final TestCertificate NEW_CLIENT = CLIENTS.issue("new client");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@BeforeEach
	void writeOld() throws IOException {
		write(OLD_CLIENT, OLD_SERVERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void serverSeesTheCertificateOfTheBundle(String connector) {
		try (RawHttpServer server = server(OLD_SERVERS, "TLSv1.3")) {
			run(connector, server, server, (context) -> {
				assertThat(call(context, "one")).isEqualTo("old client");
				assertThat(server.requests()).hasSize(1);
			});
		}
	}

	/**
	 * Reactor Netty may give a connection back just after its answer.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void callsShareTheConnectionThatTheCertificateOpened(String connector) {
		try (RawHttpServer server = server(OLD_SERVERS, "TLSv1.3")) {
			run(connector, server, server, (context) -> {
				for (int call = 0; call < 20; call++) {
					assertThat(call(context, "one")).isEqualTo("old client");
				}
				assertThat(server.connections()).isLessThan(5);
			});
		}
	}

	@ParameterizedTest
	@CsvSource({ "reactor,TLSv1.2", "reactor,TLSv1.3", "jdk,TLSv1.2", "jdk,TLSv1.3", "rest-http-components,TLSv1.2",
			"rest-http-components,TLSv1.3", "rest-jdk,TLSv1.2", "rest-jdk,TLSv1.3" })
	void withoutCertificateTheClientIsRefused(String connector, String protocol) {
		assertRefused(connector, protocol, "spring.ssl.bundle.pem.mine.keystore.certificate=",
				"spring.ssl.bundle.pem.mine.keystore.private-key=");
	}

	@ParameterizedTest
	@CsvSource({ "reactor,TLSv1.2", "reactor,TLSv1.3", "jdk,TLSv1.2", "jdk,TLSv1.3", "rest-http-components,TLSv1.2",
			"rest-http-components,TLSv1.3", "rest-jdk,TLSv1.2", "rest-jdk,TLSv1.3" })
	void certificateOfAnotherAuthorityIsRefused(String connector, String protocol) throws IOException {
		write(TestCertificate.authority("others").issue("client"), OLD_SERVERS);
		assertRefused(connector, protocol);
	}

	/**
	 * What the server says of it may be lost, as it resets the connection: the kind of
	 * the cause is a matter of luck. It reads nothing of a request in any case.
	 */
	private void assertRefused(String connector, String protocol, String... properties) {
		try (RawHttpServer server = server(OLD_SERVERS, protocol)) {
			runner(connector, server, server, properties).withPropertyValues("jsonrpc.defaults.ssl.bundle=mine")
				.run((context) -> {
					JsonRpcTransportException failure = catchThrowableOfType(JsonRpcTransportException.class,
							() -> call(context, "one"));
					assertThat(failure).isExactlyInstanceOf(JsonRpcTransportException.class)
						.hasMessageContaining("'one'");
					assertThat(failure.getCause()).isInstanceOf(IOException.class);
					server.awaitOpenConnections(0);
					assertThat(server.received()).isEmpty();
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void updatedFilesAreUsedByTheNextCall(String connector) {
		try (RawHttpServer old = server(OLD_SERVERS, "TLSv1.3"); RawHttpServer next = server(NEW_SERVERS, "TLSv1.3")) {
			run(connector, old, next, (context) -> {
				assertThat(call(context, "one")).isEqualTo("old client");
				assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> call(context, "two"));
				updateFiles(context);
				assertThat(call(context, "two")).isEqualTo("new client");
				assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> call(context, "one"))
					.withMessageContaining("no trusted CA");
				assertThat(old.requests()).hasSize(1);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void callUnderWayEndsOnItsOldConnection(String connector) {
		CountDownLatch updated = new CountDownLatch(1);
		try (RawHttpServer server = RawHttpServer.start(sockets(OLD_SERVERS, "TLSv1.3"), (connection) -> {
			RawRequest request = connection.read();
			await(updated);
			if (request != null) {
				connection.write(answer(connection, request));
			}
		})) {
			run(connector, server, server, (context) -> {
				CompletableFuture<String> call = context.getBean("oneJsonRpcTemplate", JsonRpcTemplate.class)
					.reactive()
					.request("who", String.class)
					.toFuture();
				server.awaitRequests(1);
				updateFiles(context);
				updated.countDown();
				assertThat(call.join()).isEqualTo("old client");
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void whenAnUpdateCannotBeUsedThenTheOldBundleIs(String connector, CapturedOutput output) {
		SslBundle broken = mock(SslBundle.class, (invocation) -> {
			throw new IllegalStateException("broken bundle");
		});
		try (RawHttpServer server = server(OLD_SERVERS, "TLSv1.3")) {
			run(connector, server, server, (context) -> {
				assertThat(call(context, "one")).isEqualTo("old client");
				context.getBean(SslBundleRegistry.class).updateBundle("mine", broken);
				assertThat(output).contains("The update of the SSL bundle 'mine' cannot be used", "broken bundle");
				assertThat(call(context, "one")).isEqualTo("old client");
				updateFiles(context);
				assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> call(context, "one"));
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void bundleOfAllHttpClientsIsWatchedToo(String connector) {
		try (RawHttpServer server = server(NEW_SERVERS, "TLSv1.3")) {
			runner(connector, server, server, "spring.http.clients.ssl.bundle=mine").run((context) -> {
				assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> call(context, "one"));
				updateFiles(context);
				assertThat(call(context, "one")).isEqualTo("new client");
			});
		}
	}

	/**
	 * A template that is made after the update gets what the bundle is then.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void lateTemplateUsesTheUpdate(String connector) {
		try (RawHttpServer server = server(NEW_SERVERS, "TLSv1.3")) {
			runner(connector, server, server, "jsonrpc.defaults.ssl.bundle=mine").withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
				.run((context) -> {
					updateFiles(context);
					assertThat(call(context, "one")).isEqualTo("new client");
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void updatesLeaveNoThreadsBehind(String connector) {
		try (RawHttpServer server = server(OLD_SERVERS, "TLSv1.3")) {
			run(connector, server, server, (context) -> {
				SslBundleRegistry registry = context.getBean(SslBundleRegistry.class);
				assertThat(call(context, "one")).isEqualTo("old client");
				long before = threads();
				for (int i = 0; i < 20; i++) {
					registry.updateBundle("mine", registry(context).getBundle("mine"));
					assertThat(call(context, "one")).isEqualTo("old client");
				}
				assertThat(server.connections()).isEqualTo(21);
				awaitThreads(before + 4);
			});
		}
	}

	private static SslBundles registry(ApplicationContext context) {
		return context.getBean(SslBundles.class);
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().matches("HttpClient-.*|reactor-.*"))
			.count();
	}

	/**
	 * A client of the JDK ends its threads when it was collected as garbage.
	 */
	@SuppressWarnings("ThreadPriorityCheck")
	private static void awaitThreads(long most) {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (threads() > most && System.nanoTime() < deadline) {
			System.gc();
			Thread.yield();
		}
		assertThat(threads()).isLessThanOrEqualTo(most);
	}

	private void write(TestCertificate client, TestCertificate servers) throws IOException {
		Files.writeString(this.directory.resolve("client.key"), client.keyPem());
		Files.writeString(this.directory.resolve("client.pem"), client.certificatePem());
		Files.writeString(this.directory.resolve("ca.pem"), servers.certificatePem());
	}

	/**
	 * Write the new files, and wait until the bundle holds all of them: the watcher may
	 * see the first ones before the last one is written.
	 */
	private void updateFiles(ApplicationContext context) {
		CountDownLatch updated = new CountDownLatch(1);
		context.getBean(SslBundles.class).addBundleUpdateHandler("mine", (bundle) -> {
			if (holds(bundle.getStores().getKeyStore(), NEW_CLIENT)
					&& holds(bundle.getStores().getTrustStore(), NEW_SERVERS)) {
				updated.countDown();
			}
		});
		try {
			write(NEW_CLIENT, NEW_SERVERS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		await(updated);
	}

	private static boolean holds(@Nullable KeyStore store, TestCertificate certificate) {
		try {
			return store != null && store.getCertificateAlias(certificate.certificate()) != null;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Call a method whose result is the name in the certificate of the client.
	 */
	private static String call(ApplicationContext context, String client) {
		return context.getBean(client + "JsonRpcTemplate", JsonRpcTemplate.class).request("who", String.class);
	}

	private static RawHttpServer server(TestCertificate authority, String protocol) {
		return RawHttpServer.start(sockets(authority, protocol), (connection) -> {
			for (RawRequest request = connection.read(); request != null; request = connection.read()) {
				connection.write(answer(connection, request));
			}
		});
	}

	private static String answer(RawConnection connection, RawRequest request) throws IOException {
		String id = request.text().replaceFirst(".*\"id\":(\\d+).*", "$1");
		return RawAnswer.json("{\"jsonrpc\":\"2.0\",\"result\":\"" + connection.clientName() + "\",\"id\":" + id + "}");
	}

	private static TlsServerSockets sockets(TestCertificate authority, String protocol) {
		return new TlsServerSockets(protocol, authority.issue("server", "localhost"), CLIENTS);
	}

	private void run(String connector, RawHttpServer one, RawHttpServer two, Consumer<ApplicationContext> test) {
		runner(connector, one, two, "jsonrpc.defaults.ssl.bundle=mine").run((context) -> test.accept(context));
	}

	private ApplicationContextRunner runner(String connector, RawHttpServer one, RawHttpServer two,
			String... properties) {
		String bundle = "spring.ssl.bundle.pem.mine.";
		return TestContexts.runner()
			.withPropertyValues("jsonrpc.clients.one.url=https://localhost:" + one.port(),
					"jsonrpc.clients.two.url=https://localhost:" + two.port(), bundle + "reload-on-update=true",
					"spring.ssl.bundle.watch.file.quiet-period=100ms",
					bundle + "keystore.certificate=" + this.directory.resolve("client.pem"),
					bundle + "keystore.private-key=" + this.directory.resolve("client.key"),
					bundle + "truststore.certificate=" + this.directory.resolve("ca.pem"),
					TestContexts.transport(connector), TestContexts.httpClient(connector))
			.withPropertyValues(properties);
	}

}
