package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.jsonrpcspring.actuate.JsonRpcHealthCheck;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the metadata that the build generates.
 */
class ConfigurationMetadataTests {

	private static final String DEFAULTS = "jsonrpc.defaults.";

	private static final Map<String, JsonNode> properties = new TreeMap<>();

	private static final Map<String, JsonNode> hints = new TreeMap<>();

	@BeforeAll
	static void readMetadata() throws IOException {
		for (URL resource : Collections.list(ConfigurationMetadataTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream stream = resource.openStream()) {
				JsonNode metadata = JsonMapper.shared().readTree(stream);
				add(metadata.path("properties"), properties);
				add(metadata.path("hints"), hints);
			}
		}
	}

	private static void add(JsonNode items, Map<String, JsonNode> target) {
		for (JsonNode item : items) {
			if (item.path("name").asString().startsWith("jsonrpc.")) {
				target.put(item.path("name").asString(), item);
			}
		}
	}

	@Test
	void everyKeyOfTheDefaultsIsThere() {
		TreeSet<String> keys = new TreeSet<>();
		KnownKeys.of(CommonProperties.class)
			.forEach((key) -> keys.add(DEFAULTS + key.replace(".<name>", "").replaceAll("\\[0].*", "")));
		keys.add("jsonrpc.enabled");
		keys.add("jsonrpc.metrics.max-method-tags");
		keys.add("jsonrpc.clients");
		assertThat(properties.keySet()).isEqualTo(keys);
	}

	@Test
	void everyKeyHasADescription() {
		assertThat(properties.values()).allSatisfy(
				(property) -> assertThat(property.path("description").asString()).as(property.path("name").asString())
					.matches("[A-Z].*\\."));
	}

	@Test
	void defaultsHaveNoKeyOfClients() {
		assertThat(properties).doesNotContainKeys(DEFAULTS + "url", DEFAULTS + "primary");
		assertThat(properties.keySet()).noneMatch((name) -> name.startsWith(DEFAULTS + "auth"));
	}

	@ParameterizedTest
	@CsvSource({ "id-strategy,decimal hex random uuid", "validation,lenient strict off true on false",
			"version,2.0 1.0", "params,positional named", "empty-params,omit send", "null-params,send omit",
			"content-type,application/json application/json-rpc" })
	void keyHasHints(String key, String values) {
		assertThat(hints).containsKey(DEFAULTS + key);
		assertThat(hints.get(DEFAULTS + key).path("values")).extracting((hint) -> hint.path("value").asString())
			.containsExactly(StringUtils.delimitedListToStringArray(values, " "));
	}

	@Test
	void hintsOfWordsAreDescribed() {
		assertThat(List.of("id-strategy", "validation", "version", "params", "empty-params", "null-params"))
			.allSatisfy((key) -> assertThat(hints.get(DEFAULTS + key).path("values"))
				.allSatisfy((hint) -> assertThat(hint.path("description").asString()).as(key).matches("[A-Z].*\\.")));
	}

	@Test
	void idStrategiesMayBeBeans() {
		assertThat(hints.get(DEFAULTS + "id-strategy").at("/providers/0/parameters/target").asString())
			.isEqualTo(JsonRpcIdGenerator.class.getName());
	}

	@Test
	void headersHaveHintsAndMayBeOthers() {
		JsonNode headers = hints.get(DEFAULTS + "default-header.keys");
		assertThat(headers.path("values")).extracting((hint) -> hint.path("value").asString()).contains("X-Api-Key");
		assertThat(headers.at("/providers/0/name").asString()).isEqualTo("any");
	}

	@Test
	void everyHintIsForAProperty() {
		assertThat(hints.keySet()).allSatisfy((name) -> assertThat(properties).containsKey(name.replace(".keys", "")));
	}

	@Test
	void defaultValuesAreThoseOfTheClient() {
		JsonRpcClientSettings settings = JsonRpcClientSettings.defaults("node");
		assertThat(Duration.parse("PT" + defaultValue("timeout"))).isEqualTo(settings.timeout());
		assertThat(DataSize.parse(defaultValue("max-response-size")).toBytes()).isEqualTo(settings.maxResponseSize());
		assertThat(defaultValue("version")).isEqualTo(settings.version().text());
		assertThat(defaultValue("validation")).isEqualToIgnoringCase(settings.validation().name());
		assertThat(defaultValue("content-type")).isEqualTo(settings.headers().getFirst("Content-Type"));
		assertThat(defaultValue("log.max-length")).isEqualTo(String.valueOf(settings.log().maxLength()));
		assertThat(defaultValue("batch.enabled")).isEqualTo(String.valueOf(settings.batch().enabled()));
		assertThat(defaultValue("params")).isEqualTo(settings.namedParams() ? "named" : "positional");
		assertThat(defaultValue("empty-params")).isEqualTo(settings.sendEmptyParams() ? "send" : "omit");
		assertThat(defaultValue("null-params")).isEqualTo(settings.omitNullParams() ? "omit" : "send");
		assertThat(defaultValue("id-strategy")).isEqualTo("decimal");
		assertThat(Duration.parse("PT" + defaultValue("health.timeout"))).isEqualTo(JsonRpcHealthCheck.DEFAULT_TIMEOUT);
		assertThat(Duration.parse("PT" + defaultValue("health.cache"))).isEqualTo(JsonRpcHealthCheck.DEFAULT_CACHE);
	}

	private static String defaultValue(String key) {
		return properties.get(DEFAULTS + key).path("defaultValue").asString();
	}

}
