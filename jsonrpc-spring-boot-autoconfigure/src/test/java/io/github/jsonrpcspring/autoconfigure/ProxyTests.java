package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.transport.ProxyProvider;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No client uses a proxy that only the environment of the application names, but for the
 * SOCKS proxy of the JVM with Apache HttpComponents.
 */
class ProxyTests {

	private static final String ANSWER = RawAnswer.json("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}");

	private RawHttpServer server;

	private RawHttpServer proxy;

	@BeforeEach
	void startServers() {
		this.server = RawHttpServer.answering(ANSWER);
		this.proxy = RawHttpServer.answering(ANSWER);
	}

	@AfterEach
	void stopServers() {
		this.server.close();
		this.proxy.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk", "by hand" })
	void environmentAndSystemPropertiesAreNotUsed(String connector, @TempDir Path directory) throws Exception {
		List<String> kinds = connector.equals("rest-http-components") ? List.of("http.proxy", "https.proxy")
				: List.of("http.proxy", "https.proxy", "socksProxy");
		Path log = directory.resolve("caller.log");
		assertThat(runInAnotherJvm(connector, kinds, log)).as(() -> read(log)).isZero();
		assertThat(this.proxy.connections()).isZero();
		assertThat(this.server.requests()).hasSize(1);
	}

	/**
	 * Apache HttpComponents uses plain sockets, which the JVM connects by way of its
	 * SOCKS proxy.
	 */
	@Test
	void socksProxyOfTheJvmIsThatOfPlainSockets(@TempDir Path directory) throws Exception {
		this.proxy.close();
		this.proxy = RawHttpServer.start((connection) -> {
			connection.awaitBytes();
			connection.close();
		});
		Path log = directory.resolve("caller.log");
		assertThat(runInAnotherJvm("rest-http-components", List.of("socksProxy"), log)).isNotZero();
		assertThat(read(log)).contains(JsonRpcTransportException.class.getName(), "SOCKS");
		assertThat(this.proxy.received()).startsWith("\5").doesNotContain("add");
		assertThat(this.server.connections()).isZero();
	}

	/**
	 * Call the server in a JVM that has proxies, as neither its environment nor the
	 * default proxies of a JVM can be changed.
	 * @return its exit value
	 */
	private int runInAnotherJvm(String connector, List<String> kinds, Path log) throws Exception {
		String address = "127.0.0.1:" + this.proxy.port();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Djava.net.useSystemProxies=true", "-Dhttp.nonProxyHosts=", "-DsocksNonProxyHosts="));
		for (String kind : kinds) {
			command.add("-D" + kind + "Host=127.0.0.1");
			command.add("-D" + kind + "Port=" + this.proxy.port());
		}
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Caller.class.getName(), connector,
				this.server.uri().toString()));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		for (String variable : List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")) {
			builder.environment().put(variable, "http://" + address);
			builder.environment().put(variable.toLowerCase(Locale.ROOT), "http://" + address);
		}
		builder.environment().keySet().removeAll(List.of("NO_PROXY", "no_proxy"));
		Process process = builder.start();
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
			return process.exitValue();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static String read(Path log) {
		try {
			return Files.readString(log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void proxyOfACustomizerIsUsed(String connector) {
		assertProxyIsUsed(connector, ProxyConfiguration.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "rest-jdk" })
	void proxySelectorOfTheBuilderIsUsed(String connector) {
		assertProxyIsUsed(connector, SelectorConfiguration.class);
	}

	/**
	 * The proxy of Reactor Netty opens a tunnel, so all it does here is to see where it
	 * should lead.
	 */
	private void assertProxyIsUsed(String connector, Class<?> configuration) {
		TestContexts.runner()
			.withUserConfiguration(configuration)
			.withPropertyValues("test.proxy-port=" + this.proxy.port(), "jsonrpc.clients.node.url=" + this.server.uri(),
					"jsonrpc.clients.node.timeout=10s", TestContexts.transport(connector),
					TestContexts.httpClient(connector))
			.run((context) -> {
				try {
					context.getBean(JsonRpcTemplate.class).call("add");
				}
				catch (JsonRpcTransportException ex) {
					assertThat(connector).isEqualTo("reactor");
				}
			});
		assertThat(this.server.connections()).isZero();
		assertThat(this.proxy.received()).contains("127.0.0.1:" + this.server.port());
	}

	private static ProxySelector proxy(int port) {
		return ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
	}

	@Configuration(proxyBeanMethods = false)
	static class ProxyConfiguration {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> reactorProxy(
				@Value("${test.proxy-port}") int port) {
			return (builder) -> builder.withHttpClientCustomizer((client) -> client
				.proxy((proxy) -> proxy.type(ProxyProvider.Proxy.HTTP).host("127.0.0.1").port(port)));
		}

		@Bean
		ClientHttpConnectorBuilderCustomizer<JdkClientHttpConnectorBuilder> jdkProxy(
				@Value("${test.proxy-port}") int port) {
			return (builder) -> builder.withHttpClientCustomizer((client) -> client.proxy(proxy(port)));
		}

		@Bean
		ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> restHttpComponentsProxy(
				@Value("${test.proxy-port}") int port) {
			return (builder) -> builder
				.withHttpClientCustomizer((client) -> client.setProxy(new HttpHost("127.0.0.1", port)));
		}

		@Bean
		ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> restJdkProxy(
				@Value("${test.proxy-port}") int port) {
			return (builder) -> builder.withHttpClientCustomizer((client) -> client.proxy(proxy(port)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SelectorConfiguration {

		@Bean
		ClientHttpConnectorBuilderCustomizer<JdkClientHttpConnectorBuilder> jdkProxy(
				@Value("${test.proxy-port}") int port) {
			return (builder) -> builder.withProxySelector(proxy(port));
		}

		@Bean
		ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> restJdkProxy(
				@Value("${test.proxy-port}") int port) {
			return (builder) -> builder.withProxySelector(proxy(port));
		}

	}

	/**
	 * Calls a server, in a JVM of its own.
	 */
	static final class Caller {

		private Caller() {
		}

		public static void main(String[] arguments) {
			if (ProxySelector.getDefault().select(URI.create(arguments[1])).contains(Proxy.NO_PROXY)) {
				throw new IllegalStateException("The JVM has no proxy that could be used");
			}
			if (arguments[0].equals("by hand")) {
				JsonRpcTemplate.builder(arguments[1]).build().call("add");
				return;
			}
			TestContexts.runner()
				.withPropertyValues("jsonrpc.clients.node.url=" + arguments[1], TestContexts.transport(arguments[0]),
						TestContexts.httpClient(arguments[0]))
				.run((context) -> context.getBean(JsonRpcTemplate.class).call("add"));
		}

	}

}
