package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that authenticate with a bean of the application, or with a file.
 */
@ExtendWith(OutputCaptureExtension.class)
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

	@ParameterizedTest
	@ValueSource(classes = { Scoped.class, NamedAndScoped.class })
	void beanOfAScopeIsLookedUpForEachCall(Class<?> configuration) {
		server.run(configuration, (context) -> {
			JsonRpcTemplate rpc = context.getBean(JsonRpcTemplate.class);
			rpc.call("add");
			rpc.call("add");
			assertThat(server.requests()).extracting((request) -> request.getHeader("Authorization"))
				.containsExactly("Bearer own1", "Bearer own2");
		});
	}

	@Test
	void beanOfNoClientIsWarnedOf(CapturedOutput output) {
		server.run(Misspelt.class, (context) -> {
			context.getBean("nodeJsonRpcTemplate", JsonRpcTemplate.class).call("add");
			assertThat(StringUtils.countOccurrencesOf(output.toString(), "WARN")).isEqualTo(2);
			assertThat(output)
				.contains("The bean 'tokens', with the qualifier 'nod', authenticates no client. "
						+ "The clients are: 'node', 'other'")
				.contains("The bean 'noJsonRpcAuthentication' authenticates no client. ");
		}, "jsonrpc.clients.other.url=" + server.baseUrl());
	}

	@ParameterizedTest
	@ValueSource(classes = { Named.class, Qualified.class, Scoped.class, NamedAndScoped.class, OwnTemplate.class,
			OwnTemplates.class })
	void beanThatIsUsedIsNotWarnedOf(Class<?> configuration, CapturedOutput output) {
		server.run(configuration, (context) -> assertThat(output).doesNotContain("WARN"));
	}

	@Test
	void defaultsAreNoClient() {
		server.run(Defaults.class, (context) -> context.getBean(JsonRpcTemplate.class).call("add"));
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
			"auth.basic.file,'a:s3cr3t\nb:s3cr3t',on one line",
			"auth.basic.file,:,has neither a user name nor a password" })
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
		return authentication("own");
	}

	private static JsonRpcAuthentication authentication(String token) {
		return (request) -> {
			HttpHeaders headers = new HttpHeaders();
			headers.setBearerAuth(token);
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

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		private final AtomicInteger created = new AtomicInteger();

		@Bean
		@Qualifier("node")
		@Scope(scopeName = BeanDefinition.SCOPE_PROTOTYPE, proxyMode = ScopedProxyMode.INTERFACES)
		JsonRpcAuthentication tokens() {
			return authentication("own" + this.created.incrementAndGet());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NamedAndScoped {

		private final AtomicInteger created = new AtomicInteger();

		@Bean
		@Qualifier("node")
		@Scope(scopeName = BeanDefinition.SCOPE_PROTOTYPE, proxyMode = ScopedProxyMode.INTERFACES)
		JsonRpcAuthentication nodeJsonRpcAuthentication() {
			return authentication("own" + this.created.incrementAndGet());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Misspelt {

		@Bean
		@Qualifier("nod")
		JsonRpcAuthentication tokens() {
			return authentication();
		}

		@Bean
		JsonRpcAuthentication noJsonRpcAuthentication() {
			return authentication();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTemplate {

		@Bean
		JsonRpcTemplate rpc(JsonRpcAuthentication tokens) {
			return JsonRpcTemplate.builder(server.baseUrl()).authentication(tokens).build();
		}

		@Bean
		JsonRpcAuthentication tokens() {
			return authentication();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTemplates {

		@Bean
		@Qualifier("wallet")
		JsonRpcTemplate template() {
			return JsonRpcTemplate.builder(server.baseUrl()).build();
		}

		@Bean
		@Qualifier("wallet")
		JsonRpcAuthentication tokens() {
			return authentication();
		}

		@Bean
		JsonRpcTemplate faucetJsonRpcTemplate() {
			return JsonRpcTemplate.builder(server.baseUrl()).build();
		}

		@Bean
		JsonRpcAuthentication faucetJsonRpcAuthentication() {
			return authentication();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Defaults {

		@Bean
		JsonRpcAuthentication defaultsJsonRpcAuthentication() {
			return authentication();
		}

		@Bean
		@Qualifier("defaults")
		JsonRpcAuthentication others() {
			return authentication();
		}

	}

}
