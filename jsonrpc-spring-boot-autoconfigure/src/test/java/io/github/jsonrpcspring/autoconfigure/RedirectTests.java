package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import io.github.jsonrpcspring.testsupport.TestCertificate;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.entity.BufferedHttpEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where a redirect leads: to another path of the same server where that is wanted, and
 * never to another server, whatever is wanted.
 */
class RedirectTests {

	private static final String ANSWER = RawAnswer.json("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}");

	private static final List<String> SECRETS = List.of("Authorization", "Cookie", "X-Api-Key", "hush", "hidden");

	private static final TestCertificate AUTHORITY = TestCertificate.authority("authority");

	@TempDir
	static Path directory;

	private volatile String location = "";

	private volatile String moved = "moved";

	private volatile String status = "307 Temporary Redirect";

	private RawHttpServer server;

	private RawHttpServer other;

	@BeforeAll
	static void writeAuthority() throws IOException {
		Files.writeString(directory.resolve("ca.pem"), AUTHORITY.certificatePem());
	}

	@BeforeEach
	void startServers() {
		this.server = RawHttpServer.answering(this::answer);
		this.other = RawHttpServer.answering(ANSWER);
	}

	@AfterEach
	void stopServers() {
		this.server.close();
		this.other.close();
	}

	private String answer(RawRequest request) {
		return request.line().contains(" /target") ? ANSWER
				: RawAnswer.of(this.status, this.moved, "Location: " + this.location);
	}

	static Stream<Arguments> redirects() {
		return connectors("301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect",
				"308 Permanent Redirect");
	}

	@ParameterizedTest
	@MethodSource("redirects")
	void nothingIsSentToAnotherPort(String connector, String status) {
		this.status = status;
		assertNotFollowed(connector, this.other.uri().toString(), "//127.0.0.1:" + this.other.port());
	}

	static Stream<Arguments> locations() {
		return connectors("http://localhost:%d/", "//localhost:%d/", "http://user:password@127.0.0.1:%d/",
				"http://127.0.0.1:%d?query=1", "HTTP://LOCALHOST:%d/");
	}

	@ParameterizedTest
	@MethodSource("locations")
	void nothingIsSentToAnotherHost(String connector, String location) {
		assertNotFollowed(connector, location.replace("%d", String.valueOf(this.other.port())),
				":" + this.other.port());
	}

	/**
	 * The same server by another name is another host.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void nothingIsSentToAnotherNameOfTheServer(String connector) {
		assertNotFollowed(connector, "http://localhost:" + this.server.port() + "/target",
				"http://localhost:" + this.server.port());
		assertThat(this.server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void nothingIsSentFromHttpsToHttp(String connector) {
		TestCertificate certificate = AUTHORITY.issue("server", "localhost", "127.0.0.1");
		try (RawHttpServer secure = RawHttpServer.start(certificate.serverContext().getServerSocketFactory(),
				RawHttpServer.script(this::answer))) {
			for (String target : List.of("http://127.0.0.1:" + this.other.port() + "/", "http:/target",
					"http://127.0.0.1:" + secure.port() + "/target")) {
				this.location = target;
				run(connector, "https://127.0.0.1:" + secure.port() + "/",
						(template) -> assertThatExceptionOfType(JsonRpcTransportException.class)
							.isThrownBy(() -> call(template))
							.withMessageContaining("307")
							.withMessageNotContaining("hush"));
			}
			assertThat(secure.requests()).hasSize(3)
				.allSatisfy((request) -> assertThat(request.line()).isEqualTo("POST / HTTP/1.1"));
			assertThat(this.other.connections()).isZero();
		}
	}

	static Stream<Arguments> followed() {
		return connectors("301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect");
	}

	@ParameterizedTest
	@MethodSource
	void followed(String connector, String status) {
		this.status = status;
		for (String target : List.of("/target", "target", this.server.uri() + "target?a=b")) {
			this.location = target;
			run(connector, this.server.uri().toString(), RedirectTests::call);
		}
		assertThat(this.server.requests()).hasSize(6).allSatisfy((request) -> {
			assertThat(request.line()).startsWith("POST /");
			assertThat(request.head()).contains("Authorization: Basic", "X-Api-Key: hush");
			assertThat(request.text())
				.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[\"hidden\"],\"id\":1}");
		});
	}

	/**
	 * RFC 3986, section 5.2.2.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void locationWithoutAPathKeepsThePath(String connector) {
		this.location = "?to=/target";
		run(connector, this.server.uri() + "a/b",
				(template) -> assertThatExceptionOfType(JsonRpcTransportException.class)
					.isThrownBy(() -> call(template)));
		assertThat(this.server.requests().get(1).line()).isEqualTo("POST /a/b?to=/target HTTP/1.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void redirectWithoutABodyKeepsItsConnection(String connector) {
		this.location = "/target";
		this.moved = "";
		run(connector, this.server.uri().toString(), (template) -> {
			for (int i = 0; i < 20; i++) {
				assertThat(template.method("add").params(2, 3).id(1).retrieve(Integer.class)).isEqualTo(5);
			}
		});
		assertThat(this.server.requests()).hasSize(40);
		assertThat(this.server.connections()).isLessThan(6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void seeOtherIsNotFollowed(String connector) {
		this.status = "303 See Other";
		assertNotFollowed(connector, "/target", "another path of the same host, which is not followed");
		assertThat(this.server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void circleEnds(String connector) {
		assertNotFollowed(connector, "/", "HTTP 307");
		assertThat(this.server.requests()).hasSize(6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void malformedLocationIsNotFollowed(String connector) {
		for (String target : List.of("http://[", "%zz", "", "mailto:someone", "http:///target", "//")) {
			assertNotFollowed(connector, target, "307");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "rest-http-components", "rest-jdk" })
	void customizersOfTheApplicationCannotFollow(String connector) {
		this.location = this.other.uri().toString();
		TestContexts.runner()
			.withUserConfiguration(FollowingConfiguration.class)
			.withPropertyValues(properties(connector, this.server.uri().toString()))
			.run((context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> call(context.getBean(JsonRpcTemplate.class))));
		assertThat(this.other.connections()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/target", "http://localhost:%d/" })
	void templateMadeByHandFollowsNone(String location) {
		this.location = location.replace("%d", String.valueOf(this.other.port()));
		JsonRpcTemplate template = JsonRpcTemplate.builder(this.server.uri().toString())
			.basicAuth("user", "hush")
			.build();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> call(template));
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.other.connections()).isZero();
	}

	private void assertNotFollowed(String connector, String location, String message) {
		this.location = location;
		run(connector, this.server.uri().toString(),
				(template) -> assertThatExceptionOfType(JsonRpcTransportException.class)
					.isThrownBy(() -> call(template))
					.withMessageContaining("node")
					.withMessageContaining(this.status.substring(0, 3))
					.withMessageContaining(message)
					.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain(SECRETS)));
		assertThat(this.other.connections()).isZero();
		assertThat(this.server.requests().get(0).head()).contains("Authorization", "Cookie", "X-Api-Key");
	}

	private static void call(JsonRpcTemplate template) {
		assertThat(template.request("add", Integer.class, "hidden")).isEqualTo(5);
	}

	private static void run(String connector, String url, Consumer<JsonRpcTemplate> test) {
		TestContexts.runner()
			.withPropertyValues(properties(connector, url))
			.run((context) -> test.accept(context.getBean(JsonRpcTemplate.class)));
	}

	private static String[] properties(String connector, String url) {
		String client = "jsonrpc.clients.node.";
		return new String[] { client + "url=" + url, client + "redirects=follow", client + "auth.basic.username=user",
				client + "auth.basic.password=hush", client + "default-header.X-Api-Key=hush",
				client + "default-header.Cookie=session=hush", client + "ssl.bundle=mine",
				"spring.ssl.bundle.pem.mine.truststore.certificate=file:" + directory.resolve("ca.pem"),
				TestContexts.transport(connector), TestContexts.httpClient(connector) };
	}

	private static Stream<Arguments> connectors(String... values) {
		return Stream.of("reactor", "jdk", "rest-http-components", "rest-jdk")
			.flatMap((connector) -> Stream.of(values).map((value) -> Arguments.of(connector, value)));
	}

	@Configuration(proxyBeanMethods = false)
	static class FollowingConfiguration {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> reactorCustomizer() {
			return (builder) -> builder.withHttpClientCustomizer((client) -> client.followRedirect(true));
		}

		@Bean
		ClientHttpConnectorBuilderCustomizer<JdkClientHttpConnectorBuilder> jdkCustomizer() {
			return (builder) -> builder
				.withHttpClientCustomizer((client) -> client.followRedirects(HttpClient.Redirect.ALWAYS));
		}

		/**
		 * By itself it leads no request to another server that has credentials, nor
		 * anywhere a body that cannot be written twice.
		 */
		@Bean
		ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> restHttpComponentsCustomizer() {
			return (builder) -> builder
				.withHttpClientCustomizer((client) -> client.setRedirectStrategy(new Everywhere())
					.addExecInterceptorFirst("buffer", (request, scope, chain) -> {
						request.setEntity(new BufferedHttpEntity(request.getEntity()));
						return chain.proceed(request, scope);
					}));
		}

		@Bean
		ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> restJdkCustomizer() {
			return (builder) -> builder
				.withHttpClientCustomizer((client) -> client.followRedirects(HttpClient.Redirect.ALWAYS));
		}

	}

	private static final class Everywhere extends DefaultRedirectStrategy {

		@Override
		public boolean isRedirectAllowed(HttpHost current, HttpHost next, HttpRequest request, HttpContext context) {
			return true;
		}

	}

}
