package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.jsonrpcspring.actuate.JsonRpcConfigurationDescriptor;
import io.github.jsonrpcspring.actuate.JsonRpcHealthCheck;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every key reaches the settings of the client, from the defaults and from the client.
 */
class ClientSettingsTests {

	private static final String CLIENT = "jsonrpc.clients.node.";

	private static final String DEFAULTS = "jsonrpc.defaults.";

	private final ApplicationContextRunner runner = TestContexts.runner()
		.withPropertyValues(CLIENT + "url=http://node.example.com/");

	static Stream<Arguments> keys() {
		return Stream.of(
				key("validation", "strict", "off", JsonRpcClientSettings::validation, JsonRpcValidation.STRICT,
						JsonRpcValidation.OFF),
				key("version", "1.0", "2.0", JsonRpcClientSettings::version, JsonRpcVersion.V1_0, JsonRpcVersion.V2_0),
				key("params", "named", "positional", JsonRpcClientSettings::namedParams, true, false),
				key("empty-params", "send", "omit", JsonRpcClientSettings::sendEmptyParams, true, false),
				key("null-params", "omit", "send", JsonRpcClientSettings::omitNullParams, true, false),
				key("extra-members.auth", "one", "two", (settings) -> settings.extraMembers().get("auth"), "one",
						"two"),
				key("default-header.X-Api-Key", "one", "two", (settings) -> settings.headers().get("x-api-key"),
						List.of("one"), List.of("two")),
				key("content-type", "application/json-rpc", "text/plain",
						(settings) -> settings.headers().getFirst("Content-Type"), "application/json-rpc",
						"text/plain"),
				key("timeout", "5s", "700", JsonRpcClientSettings::timeout, Duration.ofSeconds(5),
						Duration.ofMillis(700)),
				key("max-response-size", "1KB", "77", JsonRpcClientSettings::maxResponseSize, 1024L, 77L),
				key("batch.enabled", "false", "true", (settings) -> settings.batch().enabled(), false, true),
				key("batch.max-size", "20", "3", (settings) -> settings.batch().maxSize(), 20, 3),
				key("log.max-length", "20", "3", (settings) -> settings.log().maxLength(), 20, 3),
				key("log.mask", "a,/params/0", "/c~1", (settings) -> settings.log().mask(), Set.of("a", "/params/0"),
						Set.of("/c~1")),
				key("methods[0].match", "eth_*", "get", (settings) -> settings.methods().get(0).match(), "eth_*",
						"get"));
	}

	private static Arguments key(String key, String value, String other, Function<JsonRpcClientSettings, Object> getter,
			Object expected, Object otherExpected) {
		return arguments(key, value, other, getter, expected, otherExpected);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void keys(String key, String value, String other, Function<JsonRpcClientSettings, Object> getter, Object expected,
			Object otherExpected) {
		assertThat(getter.apply(settings(CLIENT + key + "=" + value))).as("client").isEqualTo(expected);
		assertThat(getter.apply(settings(DEFAULTS + key + "=" + value))).as("defaults").isEqualTo(expected);
		assertThat(getter.apply(settings(DEFAULTS + key + "=" + value, CLIENT + key + "=" + other)))
			.as("client over defaults")
			.isEqualTo(otherExpected);
	}

	@Test
	void whenNothingIsSetThenDefaultsAreThoseOfTheClient() {
		JsonRpcClientSettings settings = settings();
		assertThat(settings).isEqualTo(JsonRpcClientSettings.builder("node").url("http://node.example.com/").build());
	}

	@ParameterizedTest
	@CsvSource({ "strict,STRICT", "Strict,STRICT", "true,STRICT", "on,STRICT", "lenient,LENIENT", "off,OFF",
			"false,OFF", "'',LENIENT" })
	void validationBindsInAllSpellings(String text, JsonRpcValidation expected) {
		assertThat(settings(CLIENT + "validation=" + text).validation()).isEqualTo(expected);
		assertThat(yaml("validation: " + text).validation()).isEqualTo(expected);
		assertThat(yaml("validation: \"" + text + "\"").validation()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "2.0,V2_0", "2,V2_0", "\"2.0\",V2_0", "1.0,V1_0", "1,V1_0", "\"1.0\",V1_0" })
	void versionBindsQuotedAndUnquoted(String text, JsonRpcVersion expected) {
		assertThat(yaml("version: " + text).version()).isEqualTo(expected);
	}

	@Test
	void whenTimeoutIsZeroThenThereIsNone() {
		assertThat(settings(CLIENT + "timeout=0").timeout()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "validation", "version", "id-strategy", "params", "empty-params", "null-params", "timeout",
			"connect-timeout", "read-timeout", "redirects", "content-type", "max-response-size", "batch.enabled",
			"batch.max-size", "log.max-length", "primary" })
	void blankIsAsGoodAsUnset(String key) {
		assertThat(settings(CLIENT + key + "=")).isEqualTo(settings());
	}

	@Test
	void mapsAreMergedByKey() {
		JsonRpcClientSettings settings = settings(DEFAULTS + "default-header.X-One=default",
				DEFAULTS + "default-header.X-Two=default", CLIENT + "default-header.x-two=own",
				CLIENT + "default-header.X-Three=own", DEFAULTS + "extra-members.one=default",
				DEFAULTS + "extra-members.two=default", CLIENT + "extra-members.two=own");
		assertThat(settings.headers().getFirst("X-One")).isEqualTo("default");
		assertThat(settings.headers().get("X-Two")).containsExactly("own");
		assertThat(settings.headers().getFirst("X-Three")).isEqualTo("own");
		assertThat(settings.extraMembers()).containsExactlyInAnyOrderEntriesOf(Map.of("one", "default", "two", "own"));
	}

	@Test
	void listsAreReplaced() {
		JsonRpcClientSettings settings = settings(DEFAULTS + "methods[0].match=a", DEFAULTS + "methods[1].match=b",
				CLIENT + "methods[0].match=c", DEFAULTS + "log.mask=a,b", CLIENT + "log.mask=c");
		assertThat(settings.methods()).extracting(JsonRpcClientSettings.Method::match).containsExactly("c");
		assertThat(settings.log().mask()).containsExactly("c");
	}

	@Test
	void emptyListReplacesThatOfTheDefaults() {
		JsonRpcClientSettings settings = settings(DEFAULTS + "methods[0].match=a", CLIENT + "methods=");
		assertThat(settings.methods()).isEmpty();
	}

	@Test
	void groupsAreMergedByKey() {
		JsonRpcClientSettings settings = settings(DEFAULTS + "batch.enabled=false", CLIENT + "batch.max-size=7",
				DEFAULTS + "log.max-length=9", CLIENT + "log.mask=a");
		assertThat(settings.batch()).isEqualTo(new JsonRpcClientSettings.Batch(false, 7));
		assertThat(settings.log()).isEqualTo(new JsonRpcClientSettings.Log(9, Set.of("a")));
	}

	@Test
	void methodsKeepTheirOrderAndSpecialCharacters() {
		JsonRpcClientSettings settings = yaml("""
				methods:
				        - { match: "eth_getLogs", timeout: 5s, log: off }
				        - { match: "eth_*", timeout: 0, max-response-size: 2KB }
				        - match: "rpc.*"
				""".strip());
		assertThat(settings.methods()).containsExactly(
				new JsonRpcClientSettings.Method("eth_getLogs", Duration.ofSeconds(5), false),
				new JsonRpcClientSettings.Method("eth_*", Duration.ZERO, 2048L, null),
				new JsonRpcClientSettings.Method("rpc.*", null, null));
	}

	@Test
	void extraMembersKeepTheirTypes() {
		JsonRpcClientSettings settings = yaml(
				"extra-members: { text: \"7\", number: 7, large: 12345678901, flag: true, camelCase: y, \"[a.b_c]\": x }");
		assertThat(settings.extraMembers()).containsExactlyInAnyOrderEntriesOf(
				Map.of("text", "7", "number", 7, "large", 12345678901L, "flag", true, "camelCase", "y", "a.b_c", "x"));
	}

	@Test
	void namesInBracketsKeepTheirCharacters() {
		JsonRpcClientSettings settings = yaml("default-header: { \"[X_Api.Key]\": x, X-Other.Key: y }");
		assertThat(settings.headers().getFirst("X_Api.Key")).isEqualTo("x");
		assertThat(settings.headers().getFirst("X-Other.Key")).isEqualTo("y");
	}

	@Test
	void headerValuesKeepTheirCommas() {
		assertThat(settings(CLIENT + "default-header.Accept=application/json, */*").headers().get("Accept"))
			.containsExactly("application/json, */*");
	}

	@Test
	void credentialsOfTheClientWinOverADefaultHeader() {
		JsonRpcClientSettings settings = settings(DEFAULTS + "default-header.Authorization=Digest x",
				CLIENT + "auth.bearer.token=abc");
		assertThat(settings.headers().get("Authorization")).containsExactly("Bearer abc");
	}

	@Test
	void settingsShowNoSecret() {
		JsonRpcClientSettings settings = settings(CLIENT + "auth.basic.username=app",
				CLIENT + "auth.basic.password=s3cr3t", CLIENT + "extra-members.token=s3cr3t",
				CLIENT + "default-header.X-Key=s3cr3t");
		assertThat(settings.toString()).contains("node.example.com").doesNotContain("s3cr3t");
		ClientConfiguration configuration = new ClientConfiguration(settings, Transport.WEB_CLIENT,
				HttpClientSettings.defaults(), JsonRpcIdGenerator::decimal,
				new JsonRpcHealthCheck("ping", List.of("s3cr3t"), Map.of("name", "s3cr3t"), "s3cr3t",
						Duration.ofSeconds(1), Duration.ZERO),
				null, new JsonRpcConfigurationDescriptor("web-client", "basic", "decimal", false, null, null, null,
						null, null));
		assertThat(configuration.toString()).doesNotContain("s3cr3t");
		assertThat(new Setting<>("key", "s3cr3t").toString()).isEqualTo("key");
	}

	private JsonRpcClientSettings yaml(String line) {
		return settings(this.runner.withInitializer(TestContexts.yaml("""
				jsonrpc:
				  clients:
				    node:
				      %s
				""".formatted(line))));
	}

	private JsonRpcClientSettings settings(String... properties) {
		return settings(this.runner.withPropertyValues(properties));
	}

	private static JsonRpcClientSettings settings(ApplicationContextRunner runner) {
		JsonRpcClientSettings[] settings = new JsonRpcClientSettings[1];
		runner.run((context) -> settings[0] = context.getBean(JsonRpcTemplate.class).settings());
		return settings[0];
	}

}
