package io.github.jsonrpcspring.autoconfigure;

import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Every key that can be wrong: a wrong value fails at start, names the key and the way
 * out, and shows no secret.
 */
@ExtendWith(OutputCaptureExtension.class)
class JsonRpcBadInputTests {

	private static final String SECRET = BadInput.SECRET;

	private static final String CLIENT = BadInput.CLIENT;

	private static final String URL = BadInput.URL;

	static Stream<BadInput> badInput() {
		return Stream.of(UrlAndAuthCases.all(), ValueCases.all(), KeyCases.all(), HealthCases.all())
			.flatMap(Function.identity());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void badInput(BadInput input) {
		input.run(TestContexts.runner());
	}

	@ParameterizedTest
	@ValueSource(strings = { "url=", "validation=loose", "id-strategy=none", "ssl.bundle=none", "connect-timeout=0" })
	void badInputFailsWhenBeansAreLazy(String property) {
		TestContexts.runner()
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withPropertyValues(URL, CLIENT + property)
			.run((context) -> assertThat(BadInput.analysis(context.getStartupFailure()).getDescription())
				.contains(CLIENT + property.substring(0, property.indexOf('='))));
	}

	@Test
	void analysisIsReported(CapturedOutput output) {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.pasword=" + SECRET)
			.build();
		assertThatException().isThrownBy(application::run);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property '" + CLIENT + "auth.basic.pasword'")
			.contains("Did you mean '" + CLIENT + "auth.basic.password'")
			.doesNotContain(SECRET);
	}

	@Test
	void descriptionSaysWhereThePropertyStands() {
		TestContexts.runner()
			.withInitializer(TestContexts.yaml(BadInput.client("validation: loose")))
			.run((context) -> assertThat(BadInput.analysis(context.getStartupFailure()).getDescription()).isEqualTo(
					"Property 'jsonrpc.clients.node.validation' (originating from 'Byte array resource [application.yml] - 5:19') "
							+ "must be one of 'lenient', 'strict', 'off', not 'loose'."));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
