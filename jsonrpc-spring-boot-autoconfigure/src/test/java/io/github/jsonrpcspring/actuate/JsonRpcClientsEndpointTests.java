package io.github.jsonrpcspring.actuate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRpcClientsEndpointTests {

	private static final String SECRET = "s3cr3t";

	private final Map<String, JsonRpcTemplate> templates = new LinkedHashMap<>();

	private final JsonRpcClientsEndpoint endpoint = new JsonRpcClientsEndpoint(() -> this.templates,
			(template) -> template.settings().name().equals("node")
					? List.of(new JsonRpcInterfaceDescriptor("com.example.Node", List
						.of(new JsonRpcInterfaceDescriptor.Method("add(int, int)", "add", "positional", false, "int"))))
					: List.of());

	@Test
	void whenNothingIsConfiguredThenTheDefaultsAreShown() {
		this.templates.put("nodeJsonRpcTemplate", JsonRpcTemplate.builder("http://[::1]:8332/").name("node").build());
		assertThat(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(this.endpoint.clients())))
			.isEqualTo(JsonMapper.shared().readTree("""
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
					      "batch": { "enabled": true, "maxSize": null },
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
		this.templates.put("own",
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
		String json = JsonMapper.shared().writeValueAsString(this.endpoint.clients());
		assertThat(json).doesNotContain(SECRET)
			.contains("\"target\":\"https://rpc.example.com\"", "\"Authorization\"", "\"X-Api-Key\"",
					"\"extraMembers\":[\"auth\"]", "\"params\":\"named\"", "\"emptyParams\":\"send\"",
					"\"nullParams\":\"omit\"", "\"timeout\":null", "\"batch\":{\"enabled\":false,\"maxSize\":5}",
					"\"methods\":[{\"match\":\"eth_*\",\"timeout\":\"PT5S\",\"log\":false}]",
					"\"log\":{\"maxLength\":10,\"mask\":[\"key\",\"password\"]}");
	}

	@Test
	void bearerTokensAreNotShown() {
		this.templates.put("own", template(
				JsonRpcClientSettings.builder("wallet").url("https://rpc.example.com/").bearerAuth(SECRET).build()));
		assertThat(JsonMapper.shared().writeValueAsString(this.endpoint.client("wallet"))).doesNotContain(SECRET)
			.contains("\"Authorization\"");
	}

	@Test
	void clientIsFoundByItsNameOrThatOfItsBean() {
		this.templates.put("nodeJsonRpcTemplate", JsonRpcTemplate.builder("http://localhost/").name("node").build());
		this.templates.put("node", JsonRpcTemplate.builder("http://localhost/").name("other").build());
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
			JsonRpcSettingsDescriptor.class, JsonRpcSettingsDescriptor.Batch.class,
			JsonRpcSettingsDescriptor.Method.class, JsonRpcSettingsDescriptor.Log.class,
			JsonRpcInterfaceDescriptor.class, JsonRpcInterfaceDescriptor.Method.class })
	void answersHaveHintsForNativeImages(Class<?> type) {
		RuntimeHints hints = new RuntimeHints();
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, JsonRpcClientsEndpoint.class);
		assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(type, type.getRecordComponents()[0].getAccessor().getName())).accepts(hints);
	}

	private static JsonRpcTemplate template(JsonRpcClientSettings settings) {
		return JsonRpcTemplate.builder("http://localhost/").settings(settings).build();
	}

}
