package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SslBundleTests {

	@TempDir
	static Path directory;

	private static WireMockServer server;

	@BeforeAll
	static void startServer() throws Exception {
		Path keyStore = directory.resolve("server.p12");
		keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"san=dns:localhost", "-storetype", "PKCS12", "-keystore", keyStore.toString(), "-storepass",
				"password");
		keytool("-exportcert", "-rfc", "-alias", "server", "-keystore", keyStore.toString(), "-storepass", "password",
				"-file", directory.resolve("server.pem").toString());
		server = new WireMockServer(WireMockConfiguration.options()
			.dynamicPort()
			.dynamicHttpsPort()
			.keystoreType("PKCS12")
			.keystorePath(keyStore.toString())
			.keystorePassword("password")
			.keyManagerPassword("password"));
		server.start();
		server.stubFor(post(anyUrl()).willReturn(aResponse().withBody("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}")));
	}

	@AfterAll
	static void stopServer() {
		server.stop();
	}

	private static void keytool(String... arguments) throws IOException, InterruptedException {
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		List<String> command = new ArrayList<>(List.of(arguments));
		command.add(0, keytool.toString());
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "jsonrpc.clients.node.ssl.bundle,reactor", "jsonrpc.defaults.ssl.bundle,reactor",
			"spring.http.clients.ssl.bundle,reactor", "jsonrpc.clients.node.ssl.bundle,jdk" })
	void bundleIsTrusted(String property, String connector) {
		runner().withPropertyValues(property + "=mine", "spring.http.clients.reactive.connector=" + connector)
			.run((context) -> assertThat(context.getBean(JsonRpcTemplate.class).request("add", Integer.class))
				.isEqualTo(5));
	}

	@Test
	void whenNoBundleIsSetThenTheServerIsNotTrusted() {
		runner().run((context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).request("add", Integer.class)));
	}

	private static ApplicationContextRunner runner() {
		return TestContexts.runner()
			.withPropertyValues("jsonrpc.clients.node.url=https://localhost:" + server.httpsPort(),
					"spring.ssl.bundle.pem.mine.truststore.certificate=file:" + directory.resolve("server.pem"));
	}

}
