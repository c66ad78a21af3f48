package io.github.jsonrpcspring.service.registry;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcOperations;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.InvalidJsonRpcClientException;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.registry.clients.Calculator;
import io.github.jsonrpcspring.service.registry.clients.Clients;
import io.github.jsonrpcspring.service.registry.clients.Node;
import io.github.jsonrpcspring.service.registry.clients.OwnPackage;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;

import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mockito.Mockito.mock;

/**
 * Client interfaces as beans of a plain Spring context.
 */
class ImportJsonRpcClientsTests {

	private static final String HIDDEN = Clients.class.getName() + "$Hidden";

	@Test
	void interfacesOfAPackageAreBeansWithTheirFullNames() {
		try (AnnotationConfigApplicationContext context = context(OfPackage.class)) {
			assertThat(context.getBean(Calculator.class)).isSameAs(context.getBean(Calculator.class.getName()));
			assertThat(context.getBean(Calculator.class).add(2, 3)).isEqualTo(5);
			assertThat(context.containsBean(HIDDEN)).isTrue();
			assertThat(context.getBeansOfType(Node.class)).isEmpty();
		}
	}

	@Test
	void packagesMayBeGivenByClasses() {
		try (AnnotationConfigApplicationContext context = context(OfPackageClass.class)) {
			assertThat(context.getBean(Calculator.class).add(2, 3)).isEqualTo(5);
		}
	}

	@Test
	void conditionsOnInterfacesCount() {
		try (AnnotationConfigApplicationContext context = context(OfPackage.class)) {
			assertThat(context.getBeansOfType(Clients.Special.class)).isEmpty();
		}
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getEnvironment().setActiveProfiles("special");
			context.register(OfPackage.class);
			context.refresh();
			assertThat(context.getBeansOfType(Clients.Special.class)).hasSize(1);
		}
	}

	@Test
	void withoutPackagesThatOfTheImportingClassIsScanned() {
		try (AnnotationConfigApplicationContext context = context(Templates.class, OwnPackage.class)) {
			assertThat(context.getBean(Calculator.class).add(2, 3)).isEqualTo(5);
		}
	}

	@Test
	void interfacesWithoutAnnotationNeedAClient() {
		try (AnnotationConfigApplicationContext context = context(OfType.class)) {
			assertThat(context.getBean(Node.class).version()).isEqualTo("main");
		}
		assertThatException().isThrownBy(() -> context(OfTypeWithoutClient.class))
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessage("JSON-RPC client " + Node.class.getName()
					+ " is imported without saying which client it calls. Annotate it with @JsonRpcClient(\"...\"), "
					+ "or set 'client' of @ImportJsonRpcClients.");
	}

	@Test
	void theImportDecidesBeforeTheAnnotation() {
		try (AnnotationConfigApplicationContext context = context(OfTypeForMain.class)) {
			assertThat(context.getBean(Calculator.class)).asString().contains("of client 'main'");
		}
	}

	@Test
	void oneInterfaceMayBeBoundToTwoClients() {
		try (AnnotationConfigApplicationContext context = context(TwoClients.class, Qualified.class)) {
			Qualified qualified = context.getBean(Qualified.class);
			assertThat(qualified.main.version()).isEqualTo("main");
			assertThat(qualified.backup.version()).isEqualTo("backup");
			assertThat(context.getBeansOfType(Node.class)).containsOnlyKeys(Node.class.getName(),
					Node.class.getName() + "#backup");
		}
	}

	@Test
	void theSameInterfaceOfTheSameClientIsOneBean() {
		try (AnnotationConfigApplicationContext context = context(OfPackage.class, OfPackageClass.class)) {
			assertThat(context.getBeansOfType(Calculator.class)).hasSize(1);
		}
	}

	@Test
	void composedAnnotationsImport() {
		try (AnnotationConfigApplicationContext context = context(Composed.class)) {
			assertThat(context.getBean(Node.class).version()).isEqualTo("main");
		}
	}

	@Test
	void aBeanOfTheApplicationsOwnIsPreferred() {
		try (AnnotationConfigApplicationContext context = context(OfPackage.class, OwnCalculator.class)) {
			assertThat(context.getBean(Calculator.class).add(1, 1)).isEqualTo(-1);
		}
	}

	@Test
	void aBeanOfTheApplicationsOwnMayDecorateTheClient() {
		try (AnnotationConfigApplicationContext context = context(OfPackage.class, Doubling.class)) {
			assertThat(context.getBean(Calculator.class).add(2, 3)).isEqualTo(10);
		}
	}

	@Test
	void withoutANameTheOnlyOrPrimaryClientIsUsed() {
		try (AnnotationConfigApplicationContext context = context(OfUnnamed.class)) {
			assertThat(context.getBean(Unnamed.class)).asString().contains("of client 'main'");
		}
	}

	@Test
	void withoutANameAndWithoutAPrimaryClientTheContextFails() {
		assertThatException().isThrownBy(() -> context(OfUnnamedAmongEquals.class))
			.havingRootCause()
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessage("JSON-RPC client " + Unnamed.class.getName()
					+ " names no client, and none is the only or primary one. Name one with @JsonRpcClient(\"...\"). "
					+ "Known clients: a, b.");
	}

	@Test
	void anUnknownClientFails() {
		assertThatException().isThrownBy(() -> context(OfUnknownClient.class))
			.havingRootCause()
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessage("JSON-RPC client " + Node.class.getName()
					+ " names the client 'nowhere', which is not configured. "
					+ "Known clients: backup, calculator, main. Correct the name, define a bean 'nowhereJsonRpcTemplate', "
					+ "or add the client to the configuration:\n\njsonrpc:\n  clients:\n    nowhere:\n      url: https://...\n");
	}

	@Test
	void aTemplateOfAnotherTypeFails() {
		assertThatException().isThrownBy(() -> context(OfOperations.class))
			.havingRootCause()
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessageContaining("needs the bean 'otherJsonRpcTemplate', which is no JsonRpcTemplate");
	}

	@Test
	void aClassWithTheAnnotationFails() {
		assertThatException().isThrownBy(() -> context(OfClass.class))
			.havingRootCause()
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessageContaining(NoInterface.class.getName() + " is no interface");
	}

	@Test
	void placeholdersComeFromTheEnvironment() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test", Map.of("remote.name", "remote")));
			context.register(OfPlaceholder.class);
			context.refresh();
			assertThat(context.getBean(Placeholder.class).call()).isEqualTo("resolved");
		}
	}

	@Test
	void aPlaceholderThatCannotBeResolvedFails() {
		assertThatException().isThrownBy(() -> context(OfPlaceholder.class))
			.havingRootCause()
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessage("JSON-RPC client " + Placeholder.class.getName()
					+ ": method call() has '${remote.name}' in an annotation, which cannot be resolved. "
					+ "Set the property, or write the text itself.");
	}

	@Test
	void aPlaceholderForTheClientFails() {
		assertThatException().isThrownBy(() -> context(OfClientPlaceholder.class))
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessageContaining("names the client '${client}', which is not resolved");
	}

	@Test
	void aPrivateInterfaceCannotBeProcessedAheadOfTime() {
		try (AnnotationConfigApplicationContext context = context(OfPrivate.class)) {
			assertThat(context.getBean(Private.class).version()).isEqualTo("main");
		}
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(OfPrivate.class);
		assertThatException()
			.isThrownBy(
					() -> new ApplicationContextAotGenerator().processAheadOfTime(context, new TestGenerationContext()))
			.havingRootCause()
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessageContaining("is private, so that no generated code can name it. Make it, and the class "
					+ "around it, package-private.");
	}

	@Test
	void commonAnnotationsOnTheInterfaceCount() {
		try (AnnotationConfigApplicationContext context = context(OfLazy.class)) {
			assertThat(context.getBeanFactory().getBeanDefinition(LazyClient.class.getName()).isLazyInit()).isTrue();
			assertThat(context.getBeanFactory().getBeanDefinition(LazyClient.class.getName()).isPrimary()).isTrue();
			assertThat(context.getBeanFactory().containsSingleton(LazyClient.class.getName())).isFalse();
		}
	}

	private static AnnotationConfigApplicationContext context(Class<?>... configurations) {
		return new AnnotationConfigApplicationContext(configurations);
	}

	@Configuration(proxyBeanMethods = false)
	static class Templates {

		@Bean
		JsonRpcTemplate calculatorJsonRpcTemplate() {
			return template("calculator", 5);
		}

		@Bean
		@Primary
		JsonRpcTemplate mainJsonRpcTemplate() {
			return JsonRpcTemplate
				.builder(StubTransport.server((request) -> request.method().equals("remote") ? "resolved" : "main"))
				.name("main")
				.build();
		}

		@Bean
		JsonRpcTemplate backupJsonRpcTemplate() {
			return template("backup", "backup");
		}

		static JsonRpcTemplate template(String name, Object result) {
			return JsonRpcTemplate.builder(StubTransport.server((request) -> result)).name(name).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(basePackages = "io.github.jsonrpcspring.service.registry.clients")
	static class OfPackage {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(basePackageClasses = Node.class)
	static class OfPackageClass {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Node.class, client = "main")
	static class OfType {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Node.class)
	static class OfTypeWithoutClient {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Calculator.class, client = "main")
	static class OfTypeForMain {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Node.class, client = "main")
	@ImportJsonRpcClients(types = Node.class, client = "backup")
	static class TwoClients {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Node.class, client = "nowhere")
	static class OfUnknownClient {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = NoInterface.class)
	static class OfClass {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Unnamed.class)
	static class OfUnnamed {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Placeholder.class)
	static class OfPlaceholder {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = LazyClient.class)
	static class OfLazy {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportMain
	static class Composed {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@Lazy
	static class OwnCalculator {

		@Bean
		Calculator ownCalculator() {
			return (a, b) -> -1;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@Lazy
	static class Doubling {

		@Bean
		Calculator doubling(Calculator delegate) {
			return (a, b) -> 2 * delegate.add(a, b);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Node.class, client = "other")
	static class OfOperations {

		@Bean
		JsonRpcOperations otherJsonRpcTemplate() {
			return mock();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportJsonRpcClients(types = Unnamed.class)
	static class OfUnnamedAmongEquals {

		@Bean
		JsonRpcTemplate aJsonRpcTemplate() {
			return Templates.template("a", 1);
		}

		@Bean
		JsonRpcTemplate bJsonRpcTemplate() {
			return Templates.template("b", 2);
		}

	}

	static class Qualified {

		private final Node main;

		private final Node backup;

		Qualified(@Qualifier("main") Node main, @Qualifier("backup") Node backup) {
			this.main = main;
			this.backup = backup;
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@ImportJsonRpcClients(types = Node.class, client = "main")
	@interface ImportMain {

	}

	@JsonRpcClient("main")
	static class NoInterface {

	}

	@JsonRpcClient
	interface Unnamed {

		String version();

	}

	@Lazy
	@Primary
	@JsonRpcClient("main")
	interface LazyClient {

		String version();

	}

	@Configuration(proxyBeanMethods = false)
	@ImportJsonRpcClients(types = Node.class, client = "${client}")
	static class OfClientPlaceholder {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Templates.class)
	@ImportJsonRpcClients(types = Private.class)
	static class OfPrivate {

	}

	@JsonRpcClient("main")
	private interface Private {

		String version();

	}

	@JsonRpcClient("main")
	interface Placeholder {

		@JsonRpcMethod("${remote.name}")
		String call();

	}

}
