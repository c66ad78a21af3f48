package io.github.jsonrpcspring.integration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.googlecode.jsonrpc4j.JsonRpcServer;
import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.integration.CompatibilityTable.Overview;
import io.github.jsonrpcspring.integration.CompatibilityTable.Row;
import io.github.jsonrpcspring.integration.application.Connector;
import io.github.jsonrpcspring.integration.application.Target;
import io.github.jsonrpcspring.integration.server.RealServer;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@code docs/compatibility.md} says is what happens.
 */
@ExtendWith(RealServersExtension.class)
class CompatibilityIT {

	private static final List<String> LEVELS = List.of("strict", "lenient", "off");

	private static final Duration SHORT = Duration.ofMillis(300);

	private final JsonMapper mapper = new JsonMapper();

	static Stream<Row> rows() throws IOException {
		return CompatibilityTable.rows().stream();
	}

	static Stream<Arguments> outcomes() throws IOException {
		return rows().flatMap((row) -> Stream.of(Connector.values())
			.flatMap((connector) -> LEVELS.stream().map((level) -> Arguments.of(row, level, connector))));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void serverAnswersAsThePageSays(Row row, Applications applications) throws Exception {
		URI url = applications.url(row.server());
		HttpRequest request = HttpRequest.newBuilder(url)
			.version(HttpClient.Version.HTTP_1_1)
			.header("Content-Type", "application/json")
			.timeout(row.isUnanswered() ? SHORT : Duration.ofSeconds(60))
			.POST(BodyPublishers.ofString(row.sent()))
			.build();
		HttpClient client = HttpClient.newHttpClient();
		if (row.isUnanswered()) {
			assertThatExceptionOfType(HttpTimeoutException.class)
				.isThrownBy(() -> client.send(request, BodyHandlers.ofString()));
			return;
		}
		HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
		assertThat(response.statusCode() + " " + tree(response.body()))
			.isEqualTo(row.answer().substring(0, 3) + " " + tree(row.answer().substring(3)));
	}

	@ParameterizedTest
	@MethodSource("outcomes")
	void clientMakesOfItWhatThePageSays(Row row, String level, Connector connector, Applications applications)
			throws Exception {
		JsonRpcTemplate client = applications.clients(new Target(row.server(), connector)).blocking(level);
		assertThat(outcome(client, row)).isEqualTo(row.outcomes().get(LEVELS.indexOf(level)));
	}

	private String outcome(JsonRpcTemplate client, Row row) {
		JsonRpcCallOptions options = row.isUnanswered() ? JsonRpcCallOptions.builder().timeout(SHORT).build()
				: JsonRpcCallOptions.NONE;
		try {
			JsonRpcMessage message = client.sendJson(row.sent(), options);
			if (message instanceof JsonRpcResponse response) {
				assertThat(response.raw()).isEqualTo(tree(row.answer().substring(3)));
				return response.isError() ? "error" : "result";
			}
			if (message instanceof JsonRpcBatchResponse batch && batch.size() > 0) {
				assertThat(batch.responses()).allMatch((response) -> response.violation() == null);
				return "answers";
			}
			return "taken";
		}
		catch (JsonRpcInvalidResponseException ex) {
			return "refused: " + ex.rule().replaceAll(" \\(JSON-RPC [^)]*\\)$", "");
		}
		catch (JsonRpcErrorException ex) {
			return "error";
		}
		catch (JsonRpcTimeoutException ex) {
			return "timeout";
		}
		catch (JsonRpcTransportException ex) {
			return "failure: HTTP " + ex.status().value();
		}
	}

	private JsonNode tree(String json) {
		return this.mapper.readTree(json.isBlank() ? "\"\"" : json);
	}

	@Test
	void pageNamesEveryServer() throws Exception {
		assertThat(CompatibilityTable.overviews()).extracting(Overview::server).containsExactly(RealServer.values());
		assertThat(rows()).extracting(Row::server)
			.contains(RealServer.JSONRPC4J, RealServer.JAYSON, RealServer.JAYSON_1_0, RealServer.ANVIL);
	}

	@Test
	void overviewIsTheSumOfTheRows() throws Exception {
		for (Overview overview : CompatibilityTable.overviews()) {
			RealServer server = (overview.server() != RealServer.JAYSON_HTTPS) ? overview.server() : RealServer.JAYSON;
			List<Row> rows = rows().filter((row) -> row.server() == server).toList();
			List<String> levels = IntStream.range(0, LEVELS.size())
				.mapToObj((level) -> rows.stream()
					.noneMatch((row) -> row.outcomes().get(level).matches("(refused|failure).*")))
				.map((accepted) -> accepted ? "all" : "not all")
				.toList();
			assertThat(overview.levels()).as(overview.server().toString()).isEqualTo(levels);
		}
	}

	@Test
	void versionsAreThoseOfTheServersUsed() throws Exception {
		JsonNode packages = this.mapper.readTree(Files.readString(Path.of("src/test/servers/package.json")))
			.path("dependencies");
		String jar = JsonRpcServer.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		Map<RealServer, String> versions = Map.of(RealServer.JSONRPC4J, jar.replaceAll(".*-([\\d.]+)\\.jar", "$1"),
				RealServer.JAYSON, packages.path("jayson").stringValue(), RealServer.JAYSON_HTTPS,
				packages.path("jayson").stringValue(), RealServer.JAYSON_1_0, packages.path("jayson").stringValue(),
				RealServer.ANVIL, packages.path("@foundry-rs/anvil").stringValue());
		assertThat(CompatibilityTable.overviews())
			.allSatisfy((overview) -> assertThat(overview.version()).isEqualTo(versions.get(overview.server())));
	}

}
