package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.actuate.JsonRpcHealthCheck;
import io.github.jsonrpcspring.client.JsonRpcOperations;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributors;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class JsonRpcHealthContributorAutoConfigurationTests {

	private static final String NODE = "jsonrpc.clients.node.";

	private final StubTransport transport = StubTransport.server((request) -> "pong");

	private final ApplicationContextRunner runner = TestContexts.runner()
		.withConfiguration(AutoConfigurations.of(HealthContributorRegistryAutoConfiguration.class,
				JsonRpcHealthContributorAutoConfiguration.class))
		.withPropertyValues("jsonrpc.clients.my-wallet.url=http://wallet.example.com/",
				NODE + "url=http://node.example.com/");

	private final ApplicationContextRunner stubbed = this.runner.withBean("nodeJsonRpcTemplate", JsonRpcTemplate.class,
			() -> JsonRpcTemplate.builder(this.transport).name("node").build());

	@Test
	void whenNoClientHasAMethodThenThereIsNoContributor() {
		this.runner.withPropertyValues("jsonrpc.defaults.health.timeout=1s", "jsonrpc.defaults.health.cache=1s")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(CompositeReactiveHealthContributor.class));
	}

	@Test
	void whenAClientHasAMethodThenItHasAnEntry() {
		this.runner.withPropertyValues(NODE + "health.method=ping")
			.run((context) -> assertThat(
					context.getBean(ReactiveHealthContributorRegistry.class).getContributor("jsonrpc"))
				.isInstanceOfSatisfying(CompositeReactiveHealthContributor.class,
						(contributor) -> assertThat(contributor.stream())
							.extracting(ReactiveHealthContributors.Entry::name)
							.containsExactly("node")));
	}

	@Test
	void whenTheDefaultsHaveAMethodThenEveryClientHasAnEntry() {
		this.runner.withPropertyValues("jsonrpc.defaults.health.method=ping")
			.run((context) -> assertThat(context.getBean(CompositeReactiveHealthContributor.class).stream())
				.extracting(ReactiveHealthContributors.Entry::name)
				.containsExactlyInAnyOrder("node", "my-wallet"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.health.jsonrpc.enabled=false", "management.health.defaults.enabled=false",
			"jsonrpc.enabled=false" })
	void whenSwitchedOffThenThereIsNoContributor(String property) {
		this.runner.withPropertyValues(NODE + "health.method=ping", property)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(CompositeReactiveHealthContributor.class));
	}

	@Test
	void whenSwitchedOffThenPropertiesAreNotAskedForMethods() {
		this.runner.withPropertyValues(NODE + "health.method=ping", "management.health.jsonrpc.enabled=false")
			.run((context) -> assertThat(ConditionEvaluationReport.get(context.getBeanFactory())
				.getConditionAndOutcomesBySource()
				.get(JsonRpcHealthContributorAutoConfiguration.class.getName()))
				.extracting((condition) -> condition.getCondition().getClass().getSimpleName())
				.contains("OnEnabledHealthIndicatorCondition")
				.doesNotContain(OnHealthCheckCondition.class.getSimpleName()));
	}

	@Test
	void whenTheApplicationHasAnIndicatorOfThatNameThenOursBacksOff() {
		ReactiveHealthIndicator own = () -> Mono.just(Health.unknown().build());
		this.runner.withPropertyValues(NODE + "health.method=ping")
			.withBean("jsonrpcHealthIndicator", ReactiveHealthIndicator.class, () -> own)
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(CompositeReactiveHealthContributor.class);
				assertThat(context.getBean(ReactiveHealthContributorRegistry.class).getContributor("jsonrpc"))
					.isSameAs(own);
			});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.github.jsonrpcspring.autoconfigure.HealthCases#all")
	void wrongPropertiesAreRefused(BadInput input) {
		input.run(TestContexts.runner()
			.withConfiguration(AutoConfigurations.of(HealthContributorRegistryAutoConfiguration.class,
					JsonRpcHealthContributorAutoConfiguration.class)));
	}

	@Test
	void whenTheApplicationHasAContributorOfThatNameThenOursBacksOff() {
		CompositeReactiveHealthContributor own = mock();
		this.runner.withPropertyValues(NODE + "health.method=ping")
			.withBean("jsonrpcHealthContributor", CompositeReactiveHealthContributor.class, () -> own)
			.run((context) -> assertThat(context).getBean(CompositeReactiveHealthContributor.class).isSameAs(own));
	}

	@Test
	void whenThereIsNoHealthThenTheApplicationStarts() {
		TestContexts.runner()
			.withConfiguration(AutoConfigurations.of(JsonRpcHealthContributorAutoConfiguration.class))
			.withPropertyValues(NODE + "url=http://node.example.com/", NODE + "health.method=ping")
			.withClassLoader(new FilteredClassLoader(CompositeReactiveHealthContributor.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("nodeJsonRpcTemplate")
				.doesNotHaveBean("jsonrpcHealthContributor"));
	}

	@Test
	void whenThereIsNoActuatorThenThereIsHealth() {
		this.runner.withPropertyValues(NODE + "health.method=ping")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasSingleBean(CompositeReactiveHealthContributor.class));
	}

	@Test
	void whenThereIsNoHttpClientModuleThenThereIsNoContributor() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JsonRpcClientAutoConfiguration.class,
					JsonRpcHealthContributorAutoConfiguration.class))
			.withPropertyValues(NODE + "health.method=ping")
			.withClassLoader(new FilteredClassLoader(HttpClientSettings.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(CompositeReactiveHealthContributor.class));
	}

	@Test
	void whenTheTemplateIsSomethingElseThenItHasNoEntry() {
		this.runner.withPropertyValues("jsonrpc.defaults.health.method=ping")
			.withBean("nodeJsonRpcTemplate", JsonRpcOperations.class, () -> mock())
			.run((context) -> assertThat(context.getBean(CompositeReactiveHealthContributor.class).stream())
				.extracting(ReactiveHealthContributors.Entry::name)
				.containsExactly("my-wallet"));
	}

	@Test
	void healthOfABlockingApplicationShowsTheServer() {
		this.stubbed
			.withConfiguration(
					AutoConfigurations.of(EndpointAutoConfiguration.class, HealthEndpointAutoConfiguration.class))
			.withPropertyValues(NODE + "health.method=ping", NODE + "health.expected=pong")
			.run((context) -> {
				HealthDescriptor health = context.getBean(HealthEndpoint.class).healthForPath("jsonrpc");
				assertThat(health).isInstanceOfSatisfying(CompositeHealthDescriptor.class,
						(composite) -> assertThat(composite.getComponents()).containsOnlyKeys("node")
							.allSatisfy((name, node) -> assertThat(node.getStatus()).isEqualTo(Status.UP)));
				assertThat(context.getBean(HealthEndpoint.class).healthForPath("jsonrpc", "node")).isNotNull();
				assertThat(this.transport.requests()).hasSize(1);
			});
	}

	@Test
	void paramsOfAListAreSentByPosition() {
		assertParams("params: [ latest, 1, 2.5, false, { fromBlock: 1, \"[to_block]\": [ 2 ] } ]",
				"[\"latest\",1,2.5,false,{\"fromBlock\":1,\"to_block\":[2]}]");
	}

	@Test
	void paramsOfAMapAreSentByName() {
		assertParams("params: { deep: true, \"[max_age]\": 5 }", "{\"deep\":true,\"max_age\":5}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			'[ "latest", 1, 2.50, null, [], {"a":null} ]' | ["latest",1,2.50,null,[],{"a":null}]
			'{ "filter": null, "limits": [], "0": 1 }'    | {"filter":null,"limits":[],"0":1}
			' [12345678901234567890] '                    | [12345678901234567890]
			""")
	void paramsMayBeJson(String yaml, String params) {
		assertParams("params: " + yaml, params);
	}

	@Test
	void whenParamsAreAnEmptyListAsJsonThenThereAreNone() {
		this.runner.withPropertyValues(NODE + "health.method=ping", NODE + "health.params=[]")
			.run((context) -> assertThat(context.getBean(ClientConfigurations.class).healthChecks().get("node"))
				.satisfies((check) -> {
					assertThat(check.params()).isEmpty();
					assertThat(check.namedParams()).isEmpty();
				}));
	}

	@Test
	void paramsOfTheEnvironmentMayBeJsonAndHoldPlaceholders() {
		this.stubbed
			.withInitializer(TestContexts.systemEnvironment("JSONRPC_CLIENTS_NODE_HEALTH_PARAMS=[\"${BLOCK}\",1]"))
			.withPropertyValues("BLOCK=latest", NODE + "health.method=ping", NODE + "health.params=[2]")
			.run((context) -> assertThat(
					context.getBean(ClientConfigurations.class).healthChecks().get("node").params())
				.hasToString("[2]"));
		this.stubbed
			.withInitializer(TestContexts.systemEnvironment("JSONRPC_CLIENTS_NODE_HEALTH_PARAMS=[\"${BLOCK}\",1]"))
			.withPropertyValues("BLOCK=latest", NODE + "health.method=ping")
			.run((context) -> assertThat(
					context.getBean(ClientConfigurations.class).healthChecks().get("node").params())
				.hasToString("[\"latest\", 1]"));
	}

	@Test
	void paramsMayBeAPlaceholderForJson() {
		this.stubbed.withPropertyValues("PARAMS=[1]", NODE + "health.method=ping", NODE + "health.params=${PARAMS}")
			.run((context) -> assertThat(
					context.getBean(ClientConfigurations.class).healthChecks().get("node").params())
				.hasToString("[1]"));
	}

	private void assertParams(String yaml, String params) {
		this.stubbed.withInitializer(TestContexts.yaml("""
				jsonrpc:
				  clients:
				    node:
				      health:
				        method: ping
				        %s
				""".formatted(yaml))).run((context) -> {
			assertThat(context).hasNotFailed();
			context.getBean(CompositeReactiveHealthContributor.class)
				.asHealthContributor()
				.stream()
				.forEach((entry) -> assertThat(((HealthIndicator) entry.contributor()).health()).isNotNull());
			assertThat(this.transport.sent())
				.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":" + params + ",\"id\":1}");
		});
	}

	@Test
	void defaultsCountWhereTheClientSaysNothing() {
		this.runner
			.withPropertyValues("jsonrpc.defaults.health.method=ping", "jsonrpc.defaults.health.params[0]=a",
					"jsonrpc.defaults.health.params[1]=b", "jsonrpc.defaults.health.expected=pong",
					"jsonrpc.defaults.health.timeout=5s", "jsonrpc.defaults.health.cache=0",
					NODE + "health.params[0]=c", NODE + "health.timeout=1s")
			.run((context) -> {
				ClientConfigurations configurations = context.getBean(ClientConfigurations.class);
				JsonRpcHealthCheck node = configurations.healthChecks().get("node");
				assertThat(node.params()).containsExactly("c");
				assertThat(node.expected()).isEqualTo("pong");
				assertThat(node.timeout()).hasSeconds(1);
				assertThat(node.cache()).isZero();
				JsonRpcHealthCheck wallet = configurations.healthChecks().get("my-wallet");
				assertThat(wallet.params()).containsExactly("a", "b");
				assertThat(wallet.timeout()).hasSeconds(5);
			});
	}

	@Test
	void whenTheClientHasItsOwnMethodThenParamsAndExpectedResultOfTheDefaultsDoNotCount() {
		this.runner
			.withPropertyValues("jsonrpc.defaults.health.method=ping", "jsonrpc.defaults.health.params.name=a",
					"jsonrpc.defaults.health.expected=pong", NODE + "health.method=version")
			.run((context) -> {
				JsonRpcHealthCheck node = context.getBean(ClientConfigurations.class).healthChecks().get("node");
				assertThat(node.method()).isEqualTo("version");
				assertThat(node.namedParams()).isEmpty();
				assertThat(node.expected()).isNull();
				assertThat(node.timeout()).isEqualTo(JsonRpcHealthCheck.DEFAULT_TIMEOUT);
				assertThat(node.cache()).isEqualTo(JsonRpcHealthCheck.DEFAULT_CACHE);
			});
	}

}
