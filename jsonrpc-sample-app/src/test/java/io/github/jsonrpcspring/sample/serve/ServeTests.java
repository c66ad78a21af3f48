package io.github.jsonrpcspring.sample.serve;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the argument {@code serve}: what those who run an application see of its
 * clients, and whether the documented queries find it.
 */
class ServeTests {

	private static final String COUNT = "jsonrpc_client_requests_seconds_count";

	private static ServedApplication application;

	private static Scrape scrape;

	@BeforeAll
	static void serve() {
		application = ServedApplication.start();
		scrape = Scrape.read(application.get("prometheus"));
	}

	@AfterAll
	static void end() {
		application.close();
	}

	@Test
	void whenServingThenMetricsOfTheTourAreExposed() {
		assertThat(scrape.values(COUNT, "jsonrpc_client")).containsExactly("demo", "secured", "traffic");
		assertThat(scrape.values(COUNT, "rpc_method")).contains("add", "subtract", "cat", "find", "log", "divide",
				"withdraw", "Cats.adopt", "Cats.nap", "none");
		assertThat(scrape.values(COUNT, "outcome")).containsExactlyInAnyOrder("SUCCESS", "RPC_ERROR", "TIMEOUT",
				"TRANSPORT_ERROR", "CONVERSION_ERROR", "FAILED_ENTRIES");
		assertThat(scrape.values("jsonrpc_client_batch_entries_total", "rpc_method")).contains("cube", "frobnicate",
				"withdraw");
	}

	@Test
	void whenServingThenDocumentedMetersAreExposed() {
		assertThat(DocumentedQuery.metrics()).hasSizeGreaterThan(15).isSubsetOf(scrape.metrics().keySet());
	}

	@Test
	void whenDashboardIsReadThenItsPanelsAreWhole() {
		JsonNode dashboard = DocumentedQuery.dashboard();
		List<JsonNode> panels = List.copyOf(dashboard.path("panels").values());
		assertThat(panels).hasSizeGreaterThan(10)
			.extracting((panel) -> panel.path("id").asInt())
			.doesNotHaveDuplicates();
		assertThat(dashboard.findValues("datasource")).isNotEmpty()
			.allSatisfy((source) -> assertThat(source.path("uid").asString()).isEqualTo("${datasource}"));
		List<String> variables = dashboard.path("templating").findValuesAsString("name");
		assertThat(variables).containsExactly("datasource", "client", "method");
		assertThat(
				Pattern.compile("\\$\\{?(\\w+)").matcher(dashboard.toString()).results().map((name) -> name.group(1)))
			.isSubsetOf("datasource", "client", "method", "__rate_interval", "__range", "__all");
	}

	@Test
	void whenServingThenHealthChecksAServer() {
		assertThat(application.get("health")).startsWith("{\"components\"")
			.contains("\"jsonrpc\":{\"components\":{\"traffic\":");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jsonrpcclients", "health", "prometheus" })
	void whenServingThenNoEndpointShowsASecret(String endpoint) {
		String credentials = Base64.getEncoder().encodeToString("tourist:let me in".getBytes(StandardCharsets.UTF_8));
		assertThat(application.get(endpoint)).contains("traffic")
			.doesNotContain("let me in", "tourist", "a guess", "stranger", credentials);
	}

	@TestFactory
	Stream<DynamicTest> documentedQueriesFindWhatIsExposed() {
		List<DocumentedQuery> queries = DocumentedQuery.all();
		assertThat(queries).hasSizeGreaterThan(25);
		return queries.stream().map((query) -> DynamicTest.dynamicTest(query.place(), () -> {
			Set<String> labels = PromQl.check(query.text(), scrape);
			assertThat(labels).as(query.text()).containsAll(query.shownLabels());
		}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rate(jsonrpc_client_request_seconds_count[5m])",
			"jsonrpc_client_calls_active{client=\"a\"}", "sum by (method) (jsonrpc_client_calls_active)",
			"jsonrpc_client_requests_seconds_count{outcome=\"OK\"}",
			"jsonrpc_client_requests_seconds_count{outcome!~\"SUCCESS|CANCELED\"}",
			"jsonrpc_client_batch_size_sum / jsonrpc_client_requests_seconds_count",
			"histogram_quantile(0.95, sum by (jsonrpc_client) (rate(jsonrpc_client_requests_seconds_bucket[5m])))",
			"irate(jsonrpc_client_batch_size_sum[5m])", "sum(jsonrpc_client_batch_size_sum" })
	void whenQueryIsMisspeltThenItIsRefused(String query) {
		assertThatIllegalArgumentException().isThrownBy(() -> PromQl.check(query, scrape));
	}

}
