package io.github.jsonrpcspring.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.registry.ImportJsonRpcClients;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.github.jsonrpcspring.testsupport.application.Application;
import io.github.jsonrpcspring.testsupport.application.Calculator;
import io.github.jsonrpcspring.testsupport.application.FileCounter;
import io.github.jsonrpcspring.testsupport.wrong.WrongApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mockito.Mockito.mock;

/**
 * Client interfaces of a Spring Boot application.
 */
@ExtendWith(OutputCaptureExtension.class)
class JsonRpcServiceAutoConfigurationTests {

	private static final String URL = "jsonrpc.clients.calculator.url=http://calculator.example.com/";

	private final ApplicationContextRunner runner = TestContexts.runner()
		.withConfiguration(AutoConfigurations.of(JsonRpcServiceAutoConfiguration.class))
		.withUserConfiguration(Application.class);

	@Test
	void interfacesOfTheApplicationsPackagesAreBeans() {
		this.runner.withPropertyValues(URL).run((context) -> {
			assertThat(context).hasSingleBean(Calculator.class);
			assertThat(context.getBean(Calculator.class.getName())).isSameAs(context.getBean(Calculator.class));
			assertThat(context.getBean(Calculator.class)).asString()
				.isEqualTo(Calculator.class.getName() + " of client 'calculator'");
		});
	}

	@Test
	void severalInterfacesShareTheTemplateOfTheirClient() {
		this.runner.withUserConfiguration(OwnTemplate.class).withBean(FileCounter.class).run((context) -> {
			assertThat(context.getBean(Calculator.class).twice(2)).isEqualTo(4);
			assertThat(context.getBean(FileCounter.class).count("/")).isEqualTo(2);
			assertThat(OwnTemplate.TRANSPORT.sent()).contains(
					"{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[2,2],\"id\":1}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"Files.list\",\"params\":{\"filter\":{\"directory\":\"/\"}},\"id\":2}");
		});
	}

	@Test
	void theNameOfTheClientIsTheQualifier() {
		this.runner.withPropertyValues(URL)
			.withUserConfiguration(Qualified.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenTheApplicationHasABeanOfTheTypeThenNoneIsAdded() {
		this.runner.withPropertyValues(URL).withUserConfiguration(OwnCalculator.class).run((context) -> {
			assertThat(context).hasSingleBean(Calculator.class);
			assertThat(context.getBean(Calculator.class)).isSameAs(context.getBean("ownCalculator"));
		});
	}

	@Test
	void whenTheApplicationImportsInterfacesThenItsPackagesAreNotScanned() {
		this.runner.withPropertyValues(URL)
			.withUserConfiguration(Importing.class)
			.run((context) -> assertThat(context).doesNotHaveBean(Calculator.class).hasSingleBean(Other.class));
	}

	@Test
	void whenALibraryImportsInterfacesThenTheApplicationsPackagesAreScannedAsWell() {
		this.runner.withPropertyValues(URL)
			.withConfiguration(AutoConfigurations.of(LibraryAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(Calculator.class).hasSingleBean(Other.class));
	}

	@Test
	void whatTestsExcludeIsNotScanned() {
		this.runner.withPropertyValues(URL)
			.withBean(ExcludeCalculator.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Calculator.class));
	}

	@Test
	void whenDisabledThenThereIsNone() {
		this.runner.withPropertyValues(URL, "jsonrpc.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Calculator.class));
	}

	@Test
	void whenThereIsNoPackageThenNothingIsScanned() {
		TestContexts.runner()
			.withConfiguration(AutoConfigurations.of(JsonRpcServiceAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Calculator.class));
	}

	@Test
	void whenThereIsNoWebClientThenTemplatesOfTheApplicationsOwnAreUsed() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(JsonRpcClientAutoConfiguration.class, JsonRpcServiceAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(WebClient.class))
			.withUserConfiguration(Application.class, OwnTemplate.class)
			.run((context) -> assertThat(context.getBean(Calculator.class).add(2, 3)).isEqualTo(5));
	}

	@Test
	void whenTheClientIsNotConfiguredThenTheStartFails() {
		this.runner.withPropertyValues("jsonrpc.clients.other.url=http://other.example.com/")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("names the client 'calculator', which is not configured. Known clients: other."));
	}

	@Test
	void whenBeansAreLazyThenMistakesAreStillFoundAtStart() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("names the client 'calculator', which is not configured."));
	}

	@Test
	void theFailureOfAStartSaysWhatToDo(CapturedOutput output) {
		assertThatException().isThrownBy(() -> run(Application.class, "--jsonrpc.clients.other.url=http://other/"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("JSON-RPC client " + Calculator.class.getName()
					+ " names the client 'calculator', which is not configured.")
			.contains("Known clients: other. Correct the name, define a bean 'calculatorJsonRpcTemplate', or add the "
					+ "client to the configuration:")
			.contains("jsonrpc:\n  clients:\n    calculator:\n      url: https://...\n");
	}

	@Test
	void theFailureOfAWrongInterfaceNamesItsMethod(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> run(WrongApplication.class, "--jsonrpc.clients.calculator.url=http://calculator/"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("WrongApplication$Streaming: method lines() returns a type that no result can be read as: "
					+ "java.util.stream.IntStream.")
			.contains("Return a type that Jackson can read");
	}

	@Test
	void theFailureOfAStartSaysThatClientsAreDisabled(CapturedOutput output) {
		assertThatException().isThrownBy(() -> run(Importing.class, "--jsonrpc.enabled=off"));
		assertThat(output)
			.contains("names the client 'calculator', which is not configured. 'jsonrpc.enabled' is false, "
					+ "so that no client is configured by properties.");
	}

	private static void run(Class<?> application, String... arguments) {
		SpringApplication run = new SpringApplication(application, Clients.class);
		run.setWebApplicationType(WebApplicationType.NONE);
		run.run(arguments).close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ JsonRpcClientAutoConfiguration.class, JsonRpcServiceAutoConfiguration.class,
			ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class })
	static class Clients {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTemplate {

		private static final StubTransport TRANSPORT = StubTransport
			.server((request) -> request.method().equals("Files.list")
					? List.of(Map.of("name", "a", "size", 1), Map.of("name", "b", "size", 2))
					: request.positionalParams().stream().mapToInt((value) -> ((Number) value).intValue()).sum());

		@Bean
		JsonRpcTemplate calculatorJsonRpcTemplate() {
			return JsonRpcTemplate.builder(TRANSPORT).name("calculator").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnCalculator {

		@Bean
		Calculator ownCalculator() {
			return mock();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportJsonRpcClients(types = Other.class, client = "calculator")
	static class Importing {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(QualifiedUse.class)
	static class Qualified {

	}

	@AutoConfiguration(before = JsonRpcServiceAutoConfiguration.class)
	@ImportJsonRpcClients(types = Other.class, client = "calculator")
	static class LibraryAutoConfiguration {

	}

	static class ExcludeCalculator extends TypeExcludeFilter {

		@Override
		public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
			return reader.getClassMetadata().getClassName().equals(Calculator.class.getName());
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof ExcludeCalculator;
		}

		@Override
		public int hashCode() {
			return ExcludeCalculator.class.hashCode();
		}

	}

	static class QualifiedUse {

		QualifiedUse(@Qualifier("calculator") Calculator calculator) {
			assertThat(calculator).isNotNull();
		}

	}

	interface Other {

		void call();

	}

}
