package io.github.jsonrpcspring.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.jsonrpcspring.actuate.JsonRpcClientsEndpoint;
import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.github.jsonrpcspring.testsupport.application.Application;
import io.github.jsonrpcspring.testsupport.application.Calculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRpcClientsEndpointAutoConfigurationTests {

	private static final String SECRET = "s3cr3t";

	private static final String[] PROPERTIES = { "management.endpoints.web.exposure.include=jsonrpcclients",
			"jsonrpc.clients.calculator.url=https://app:" + SECRET + "@rpc.example.com/" + SECRET + "?key=" + SECRET,
			"jsonrpc.clients.calculator.default-header.X-Api-Key=" + SECRET,
			"jsonrpc.clients.calculator.extra-members.auth=" + SECRET, "jsonrpc.clients.calculator.health.method=ping",
			"jsonrpc.clients.calculator.health.params[0]=" + SECRET,
			"jsonrpc.clients.my-wallet.url=http://wallet.example.com/",
			"jsonrpc.clients.my-wallet.auth.bearer.token=" + SECRET };

	private final ApplicationContextRunner runner = TestContexts.runner()
		.withConfiguration(AutoConfigurations.of(JsonRpcServiceAutoConfiguration.class,
				JsonRpcClientsEndpointAutoConfiguration.class))
		.withPropertyValues(PROPERTIES);

	@Test
	void whenExposedThenThereIsAnEndpoint() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(JsonRpcClientsEndpoint.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.endpoints.web.exposure.include=health",
			"management.endpoint.jsonrpcclients.access=NONE", "jsonrpc.enabled=false" })
	void whenNotExposedOrSwitchedOffThenThereIsNone(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRpcClientsEndpoint.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { Endpoint.class, EndpointAutoConfiguration.class })
	void whenThereIsNoActuatorThenTheApplicationStarts(Class<?> actuator) {
		this.runner.withClassLoader(new FilteredClassLoader(actuator.getPackageName()))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JsonRpcClientsEndpoint.class)
				.hasBean("calculatorJsonRpcTemplate"));
	}

	@Test
	void whenThereIsNoWebClientThenTemplatesOfTheApplicationAreShown() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JsonRpcClientAutoConfiguration.class,
					JsonRpcClientsEndpointAutoConfiguration.class))
			.withPropertyValues(PROPERTIES[0])
			.withClassLoader(new FilteredClassLoader(WebClient.class))
			.withBean("own", JsonRpcTemplate.class, () -> JsonRpcTemplate.builder(StubTransport.silent()).build())
			.run((context) -> assertThat(clients(context)).singleElement().satisfies((client) -> {
				assertThat(client.path("bean").asString()).isEqualTo("own");
				assertThat(client.path("target").isNull()).isTrue();
				assertThat(client.path("settings").has("version")).isTrue();
				assertThat(client.path("settings").has("authentication")).isFalse();
			}));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			none        | timeout=5s
			basic       | auth.basic.username=app, auth.basic.password=s3cr3t
			basic       | url=https://app:s3cr3t@rpc.example.com/
			bearer      | auth.bearer.token=s3cr3t
			header      | auth.header.name=X-Api-Key, auth.header.value=s3cr3t
			header      | default-header.Authorization=s3cr3t
			basic-file  | auth.basic.file=FILE
			bearer-file | auth.bearer.token-file=FILE
			bean        | extra-members.bean=s3cr3t
			""")
	void kindOfAuthenticationIsShown(String kind, String properties, @TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("credentials"),
				kind.equals("basic-file") ? "app:s3cr3t" : "s3cr3t");
		ApplicationContextRunner runner = this.runner.withPropertyValues("jsonrpc.clients.node.url=http://localhost/");
		for (String property : StringUtils.delimitedListToStringArray(properties, ", ")) {
			runner = runner.withPropertyValues("jsonrpc.clients.node." + property.replace("FILE", file.toString()));
		}
		if (kind.equals("bean")) {
			runner = runner.withBean("nodeJsonRpcAuthentication", JsonRpcAuthentication.class,
					() -> (request) -> Mono.just(HttpHeaders.EMPTY));
		}
		runner.run((context) -> {
			JsonNode node = client(context, "node");
			assertThat(node.at("/settings/authentication").asString()).isEqualTo(kind);
			assertThat(node.toString()).doesNotContain(SECRET);
		});
	}

	@Test
	void whenTheDefaultsHaveAnAuthorizationHeaderThenThatIsTheAuthentication() {
		this.runner
			.withPropertyValues("jsonrpc.clients.node.url=http://localhost/",
					"jsonrpc.defaults.default-header.Authorization=" + SECRET)
			.run((context) -> assertThat(client(context, "node").at("/settings/authentication").asString())
				.isEqualTo("header"));
	}

	@Test
	void whatIsConfiguredIsShown() {
		this.runner.withPropertyValues("jsonrpc.defaults.read-timeout=3s", "jsonrpc.defaults.ssl.bundle=servers",
				"spring.ssl.bundle.pem.servers.truststore.certificate=", "jsonrpc.clients.node.url=http://localhost/",
				"jsonrpc.clients.node.connect-timeout=2s", "jsonrpc.clients.node.redirects=follow-when-possible",
				"jsonrpc.clients.node.cookie-handling=disable", "jsonrpc.clients.node.id-strategy=uuid",
				"jsonrpc.clients.node.primary=true")
			.run((context) -> {
				assertThat(client(context, "node").path("settings").toString()).contains("\"authentication\":\"none\"",
						"\"idStrategy\":\"uuid\"", "\"primary\":true", "\"connectTimeout\":\"PT2S\"",
						"\"readTimeout\":\"PT3S\"", "\"redirects\":\"follow-when-possible\"",
						"\"cookieHandling\":\"disable\"", "\"sslBundle\":\"servers\"");
				assertThat(client(context, "my-wallet").path("settings").toString()).contains(
						"\"authentication\":\"bearer\"", "\"idStrategy\":\"decimal\"", "\"primary\":false",
						"\"connectTimeout\":\"PT10S\"", "\"redirects\":\"dont-follow\"");
			});
	}

	@Test
	void templateOfTheApplicationHasNothingOfTheProperties() {
		this.runner
			.withBean("my-walletJsonRpcTemplate", JsonRpcTemplate.class,
					() -> JsonRpcTemplate.builder(StubTransport.silent()).name("own").build())
			.run((context) -> assertThat(client(context, "own").path("settings").has("authentication")).isFalse());
	}

	@Test
	void whenBeansAreLazyThenClientsAreShownAndNotCreated() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(client(context, "my-wallet").at("/settings/authentication").asString()).isEqualTo("bearer");
				assertThat(context.getBeanFactory().containsSingleton("my-walletJsonRpcTemplate")).isFalse();
			});
	}

	@Test
	void theWebShowsClientsAndInterfacesWithoutSecrets() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class,
					WebEndpointAutoConfiguration.class, JsonRpcClientAutoConfiguration.class,
					JsonRpcServiceAutoConfiguration.class, JsonRpcClientsEndpointAutoConfiguration.class))
			.withInitializer((context) -> AutoConfigurationPackages
				.register((BeanDefinitionRegistry) context.getBeanFactory(), Application.class.getPackageName()))
			.withPropertyValues(PROPERTIES)
			.run((context) -> {
				ExposableWebEndpoint endpoint = context.getBean(WebEndpointsSupplier.class)
					.getEndpoints()
					.stream()
					.filter((one) -> one.getRootPath().equals("jsonrpcclients"))
					.findFirst()
					.orElseThrow();
				String all = invoke(endpoint, "jsonrpcclients", Map.of());
				assertThat(all).doesNotContain(SECRET);
				JsonNode json = JsonMapper.shared().readTree(all);
				assertThat(json.at("/clients/0/target").asString()).isEqualTo("https://rpc.example.com");
				assertThat(json.at("/clients/0/settings/headers").toString()).contains("\"X-Api-Key\"",
						"\"Authorization\"");
				assertThat(json.at("/clients/0/interfaces")).extracting((one) -> one.path("type").asString())
					.containsExactlyInAnyOrder(Calculator.class.getName(),
							Application.class.getPackageName() + ".Files");
				assertThat(json.at("/clients/1/interfaces")).isEmpty();
				String one = invoke(endpoint, "jsonrpcclients/{name}", Map.of("name", "my-wallet"));
				assertThat(JsonMapper.shared().readTree(one)).isEqualTo(json.at("/clients/1"));
				assertThat(invoke(endpoint, "jsonrpcclients/{name}", Map.of("name", "other"))).isEqualTo("null");
			});
	}

	@Test
	void interfacesAreShownWithWhatTheyCall() {
		this.runner.withUserConfiguration(Application.class).run((context) -> {
			JsonNode interfaces = client(context, "calculator").path("interfaces");
			assertThat(interfaces.toString())
				.contains("{\"signature\":\"add(int, int)\",\"method\":\"add\",\"params\":\"positional\","
						+ "\"notification\":false,\"returnType\":\"int\"}")
				.contains("{\"signature\":\"list(Filter)\",\"method\":\"Files.list\",\"params\":\"named\","
						+ "\"notification\":false,\"returnType\":\"java.util.List<" + Application.class.getPackageName()
						+ ".Files$Entry>\"}")
				.doesNotContain("twice");
		});
	}

	private static JsonNode clients(ApplicationContext context) {
		return JsonMapper.shared().valueToTree(context.getBean(JsonRpcClientsEndpoint.class).clients()).path("clients");
	}

	private static JsonNode client(ApplicationContext context, String name) {
		return JsonMapper.shared().valueToTree(context.getBean(JsonRpcClientsEndpoint.class).client(name));
	}

	private static String invoke(ExposableWebEndpoint endpoint, String path, Map<String, Object> arguments) {
		WebOperation operation = endpoint.getOperations()
			.stream()
			.filter((one) -> one.getRequestPredicate().getPath().equals(path))
			.findFirst()
			.orElseThrow();
		return JsonMapper.shared()
			.writeValueAsString(operation.invoke(new InvocationContext(SecurityContext.NONE, arguments)));
	}

}
