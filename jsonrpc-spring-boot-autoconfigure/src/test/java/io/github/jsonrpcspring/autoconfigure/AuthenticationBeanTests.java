package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that authenticate with a bean of the application, or with a file.
 */
class AuthenticationBeanTests {

	private static final String CLIENT = ClientWire.CLIENT;

	@RegisterExtension
	static final ClientWire server = new ClientWire();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@ParameterizedTest
	@ValueSource(classes = { Named.class, Qualified.class })
	void beanOfTheClientIsUsedForItAlone(Class<?> configuration) {
		server.run(configuration, (context) -> {
			context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).call("add");
			context.getBean("otherJsonRpcTemplate", JsonRpcTemplate.class).call("add");
			assertThat(server.requests()).extracting((request) -> request.getHeader("Authorization"))
				.containsExactly("Bearer own", null);
		}, "jsonrpc.clients.other.url=" + server.baseUrl());
	}

	@ParameterizedTest
	@CsvSource({ "auth.bearer.token=s3cr3t,auth.bearer", "auth.bearer.token-file=s3cr3t,auth.bearer.token-file",
			"auth.basic.file=s3cr3t,auth.basic.file", "auth.oauth2.registration-id=s3cr3t,auth.oauth2.registration-id",
			"default-header.Authorization=s3cr3t,default-header.Authorization", "url=http://u:s3cr3t@localhost/,url" })
	void beanAndAPropertyAreTooMuch(String property, String key) {
		TestContexts.runner()
			.withUserConfiguration(Named.class)
			.withPropertyValues(CLIENT + "url=http://localhost/", CLIENT + property)
			.run((context) -> assertThat(description(context.getStartupFailure())).contains("'" + CLIENT + key + "'")
				.contains("authenticates, and so does the bean 'nodeJsonRpcAuthentication'")
				.doesNotContain("s3cr3t"));
	}

	@Test
	void twoBeansAreTooMuch() {
		TestContexts.runner()
			.withUserConfiguration(Named.class, Qualified.class)
			.withPropertyValues(CLIENT + "url=http://localhost/")
			.run((context) -> assertThat(description(context.getStartupFailure()))
				.contains("'nodeJsonRpcAuthentication', 'tokens'"));
	}

	@Test
	void tokenIsReadFromAFile() throws IOException {
		LoggedRequest request = server.call(CLIENT + "auth.bearer.token-file=" + file("abc.def\n"));
		assertThat(request.getHeader("Authorization")).isEqualTo("Bearer abc.def");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "file:", "file://" })
	void userAndPasswordAreReadFromAFile(String prefix) throws IOException {
		LoggedRequest request = server.call(CLIENT + "auth.basic.file=" + prefix + file("__cookie__:4f2a\n"));
		assertThat(request.getHeader("Authorization")).isEqualTo("Basic X19jb29raWVfXzo0ZjJh");
	}

	@ParameterizedTest
	@CsvSource({ "auth.bearer.token-file,'',is empty", "auth.bearer.token-file,s3cr3t s3cr3t,without the word 'Bearer'",
			"auth.basic.file,' ',is empty", "auth.basic.file,s3cr3t,user:password",
			"auth.basic.file,'a:s3cr3t\nb:s3cr3t',on one line" })
	void contentIsCheckedAtStart(String key, String content, String problem) throws IOException {
		Path file = file(content);
		BadInput.of(key)
			.with(BadInput.URL, CLIENT + key + "=" + file)
			.expect(CLIENT + key, "names a file that", problem)
			.run(TestContexts.runner());
	}

	private Path file(String content) throws IOException {
		return Files.writeString(this.directory.resolve("credentials"), content);
	}

	private static String description(Throwable failure) {
		FailureAnalysis analysis = BadInput.analysis(failure);
		return analysis.getDescription() + analysis.getAction();
	}

	private static JsonRpcAuthentication authentication() {
		return (request) -> {
			HttpHeaders headers = new HttpHeaders();
			headers.setBearerAuth("own");
			return Mono.just(headers);
		};
	}

	@Configuration(proxyBeanMethods = false)
	static class Named {

		@Bean
		JsonRpcAuthentication nodeJsonRpcAuthentication() {
			return authentication();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Qualified {

		@Bean
		@Qualifier("node")
		JsonRpcAuthentication tokens() {
			return authentication();
		}

	}

}
