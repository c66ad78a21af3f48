package io.github.jsonrpcspring.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.jackson.EndpointJsonMapper;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRpcClientsEndpointTests {

	private static final String SECRET = "s3cr3t";

	private final List<String> created = new ArrayList<>();

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final JsonRpcClientsEndpoint endpoint = new JsonRpcClientsEndpoint(this.beanFactory, new Details());

	@Test
	void whenNothingIsConfiguredThenTheDefaultsAreShown() {
		this.beanFactory.registerSingleton("nodeJsonRpcTemplate",
				JsonRpcTemplate.builder("http://[::1]:8332/").name("node").build());
		assertThat(json(this.endpoint.clients())).isEqualTo(JsonMapper.shared().readTree("""
				{
				  "clients": [ {
				    "name": "node",
				    "bean": "nodeJsonRpcTemplate",
				    "target": "http://[::1]:8332",
				    "settings": {
				      "headers": [ "Content-Type", "Accept" ],
				      "validation": "lenient",
				      "version": "2.0",
				      "params": "positional",
				      "emptyParams": "omit",
				      "nullParams": "send",
				      "extraMembers": [],
				      "timeout": "PT1M",
				      "maxResponseSize": 10485760,
				      "batch": { "enabled": true },
				      "methods": [],
				      "log": { "maxLength": 1024, "mask": [] }
				    },
				    "interfaces": [ {
				      "type": "com.example.Node",
				      "methods": [ {
				        "signature": "add(int, int)",
				        "method": "add",
				        "params": "positional",
				        "notification": false,
				        "returnType": "int"
				      } ]
				    } ]
				  } ]
				}
				"""));
	}

	@Test
	void everySettingIsShownWithoutSecrets() {
		this.beanFactory.registerSingleton("own",
				template(JsonRpcClientSettings.builder("wallet")
					.url("https://app:" + SECRET + "@rpc.example.com/v3/" + SECRET + "?key=" + SECRET)
					.header("X-Api-Key", SECRET)
					.extraMember("auth", SECRET)
					.namedParams(true)
					.sendEmptyParams(true)
					.omitNullParams(true)
					.timeout(Duration.ZERO)
					.batch(new JsonRpcClientSettings.Batch(false, 5))
					.methods(List.of(new JsonRpcClientSettings.Method("eth_*", Duration.ofSeconds(5), false)))
					.log(new JsonRpcClientSettings.Log(10, Set.of("password", "key")))
					.build()));
		assertThat(json(this.endpoint.clients()).toString()).doesNotContain(SECRET, "\"timeout\":\"PT1M\"")
			.contains("\"target\":\"https://rpc.example.com\"", "\"Authorization\"", "\"X-Api-Key\"",
					"\"extraMembers\":[\"auth\"]", "\"params\":\"named\"", "\"emptyParams\":\"send\"",
					"\"nullParams\":\"omit\"", "\"batch\":{\"enabled\":false,\"maxSize\":5}",
					"\"methods\":[{\"match\":\"eth_*\",\"timeout\":\"PT5S\",\"log\":false}]",
					"\"log\":{\"maxLength\":10,\"mask\":[\"key\",\"password\"]}");
	}

	@Test
	void bearerTokensAreNotShown() {
		this.beanFactory.registerSingleton("own", template(
				JsonRpcClientSettings.builder("wallet").url("https://rpc.example.com/").bearerAuth(SECRET).build()));
		assertThat(json(this.endpoint.client("wallet")).toString()).doesNotContain(SECRET)
			.contains("\"Authorization\"");
	}

	@Test
	void whatPropertiesSayIsShownAmongTheSettings() {
		this.beanFactory.registerSingleton("configuredJsonRpcTemplate",
				JsonRpcTemplate.builder("http://localhost/").name("configured").build());
		JsonNode settings = json(this.endpoint.client("configured")).path("settings");
		assertThat(settings.path("version").asString()).isEqualTo("2.0");
		assertThat(settings.path("authentication").asString()).isEqualTo("bearer");
		assertThat(settings.path("idStrategy").asString()).isEqualTo("hex");
		assertThat(settings.path("primary").asBoolean()).isTrue();
		assertThat(settings.path("connectTimeout").asString()).isEqualTo("PT10S");
		assertThat(settings.has("readTimeout")).isFalse();
		assertThat(settings.path("redirects").asString()).isEqualTo("dont-follow");
		assertThat(settings.has("cookieHandling")).isFalse();
		assertThat(settings.path("sslBundle").asString()).isEqualTo("servers");
	}

	@Test
	void templatesThatWereNotNeededAreNotCreated() {
		register("configuredJsonRpcTemplate").setLazyInit(true);
		register("lazy").setLazyInit(true);
		register("eachJsonRpcTemplate").setScope(BeanDefinition.SCOPE_PROTOTYPE);
		JsonNode clients = json(this.endpoint.clients()).path("clients");
		assertThat(clients.get(0).path("name").asString()).isEqualTo("configured");
		assertThat(clients.get(0).at("/settings/timeout").asString()).isEqualTo("PT1M");
		assertThat(clients.get(0).at("/settings/authentication").asString()).isEqualTo("bearer");
		assertThat(clients.get(1)).hasToString("{\"name\":\"lazy\",\"bean\":\"lazy\",\"interfaces\":[]}");
		assertThat(clients.get(2))
			.hasToString("{\"name\":\"each\",\"bean\":\"eachJsonRpcTemplate\",\"interfaces\":[]}");
		assertThat(this.created).isEmpty();
	}

	@Test
	void whenATemplateCannotBeCreatedThenTheOthersAreShown() {
		this.beanFactory.registerSingleton("broken", new BrokenFactory());
		this.beanFactory.registerSingleton("nodeJsonRpcTemplate",
				JsonRpcTemplate.builder("http://localhost/").name("node").build());
		JsonNode clients = json(this.endpoint.clients()).path("clients");
		assertThat(clients.toString()).doesNotContain(SECRET);
		assertThat(clients).extracting((client) -> client.path("name").asString())
			.containsExactlyInAnyOrder("broken", "node");
		assertThat(json(this.endpoint.client("broken")).path("error").asString()).isEqualTo("BeanCreationException");
		assertThat(json(this.endpoint.client("node")).has("error")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(classes = { JsonRpcClientsEndpoint.JsonRpcClientsDescriptor.class, JsonRpcClientDescriptor.class })
	void answersAreWrittenByTheMapperOfEndpoints(Class<?> type) {
		assertThat(OperationResponseBody.class).isAssignableFrom(type);
	}

	@Test
	void clientIsFoundByItsNameOrThatOfItsBean() {
		this.beanFactory.registerSingleton("nodeJsonRpcTemplate",
				JsonRpcTemplate.builder("http://localhost/").name("node").build());
		this.beanFactory.registerSingleton("node", JsonRpcTemplate.builder("http://localhost/").name("other").build());
		assertThat(this.endpoint.client("node")).extracting(JsonRpcClientDescriptor::bean)
			.isEqualTo("nodeJsonRpcTemplate");
		assertThat(this.endpoint.client("nodeJsonRpcTemplate")).isEqualTo(this.endpoint.client("node"));
		assertThat(this.endpoint.client("other")).extracting(JsonRpcClientDescriptor::bean).isEqualTo("node");
	}

	@Test
	void whenThereIsNoSuchClientThenThereIsNoAnswer() {
		assertThat(this.endpoint.client("other")).isNull();
		assertThat(this.endpoint.clients().clients()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(classes = { JsonRpcClientsEndpoint.JsonRpcClientsDescriptor.class, JsonRpcClientDescriptor.class,
			JsonRpcSettingsDescriptor.class, JsonRpcConfigurationDescriptor.class,
			JsonRpcSettingsDescriptor.Batch.class, JsonRpcSettingsDescriptor.Method.class,
			JsonRpcSettingsDescriptor.Log.class, JsonRpcInterfaceDescriptor.class,
			JsonRpcInterfaceDescriptor.Method.class })
	void answersHaveHintsForNativeImages(Class<?> type) {
		RuntimeHints hints = new RuntimeHints();
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, JsonRpcClientsEndpoint.class);
		assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(type, type.getRecordComponents()[0].getAccessor().getName())).accepts(hints);
	}

	private RootBeanDefinition register(String bean) {
		RootBeanDefinition definition = new RootBeanDefinition(JsonRpcTemplate.class, () -> {
			this.created.add(bean);
			return JsonRpcTemplate.builder("http://localhost/").build();
		});
		this.beanFactory.registerBeanDefinition(bean, definition);
		return definition;
	}

	private static JsonRpcTemplate template(JsonRpcClientSettings settings) {
		return JsonRpcTemplate.builder("http://localhost/").settings(settings).build();
	}

	/**
	 * Write with the mapper that Spring Boot has for endpoints.
	 */
	private static JsonNode json(@Nullable Object answer) {
		try (ConfigurableApplicationContext context = new AnnotationConfigApplicationContext(
				JacksonEndpointAutoConfiguration.class)) {
			JsonMapper mapper = context.getBean(EndpointJsonMapper.class).get();
			return mapper.readTree(mapper.writeValueAsString(answer));
		}
	}

	private static final class Details implements JsonRpcClientDetails {

		@Override
		public @Nullable JsonRpcClientSettings settings(String bean) {
			return isConfigured(bean) ? JsonRpcClientSettings.defaults("configured") : null;
		}

		@Override
		public @Nullable JsonRpcConfigurationDescriptor configuration(String bean) {
			return isConfigured(bean) ? new JsonRpcConfigurationDescriptor("web-client", "bearer", "hex", true,
					Duration.ofSeconds(10), null, "dont-follow", null, "servers") : null;
		}

		private static boolean isConfigured(String bean) {
			return bean.equals("configuredJsonRpcTemplate");
		}

		@Override
		public List<JsonRpcInterfaceDescriptor> interfaces(JsonRpcTemplate template) {
			return template.settings().name().equals("node")
					? List.of(new JsonRpcInterfaceDescriptor("com.example.Node", List
						.of(new JsonRpcInterfaceDescriptor.Method("add(int, int)", "add", "positional", false, "int"))))
					: List.of();
		}

	}

	private static final class BrokenFactory implements FactoryBean<JsonRpcTemplate> {

		@Override
		public JsonRpcTemplate getObject() {
			throw new IllegalStateException(SECRET);
		}

		@Override
		public Class<?> getObjectType() {
			return JsonRpcTemplate.class;
		}

	}

}
