package io.github.jsonrpcspring.sample.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A query that the documentation shows.
 *
 * @param place where it is
 * @param text in Prometheus's query language
 * @param shownLabels the labels of its result that are shown
 */
record DocumentedQuery(String place, String text, Set<String> shownLabels) {

	private static final Path DOCS = Path.of("").toAbsolutePath().getParent().resolve("docs");

	private static final Pattern BLOCK = Pattern.compile("^```(promql|yaml)\\n(.*?)^```",
			Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern METER = Pattern.compile("^\\| `(jsonrpc\\.client\\.[a-z.]+)` \\|.*\\|([^|]*)\\|$",
			Pattern.MULTILINE);

	private static final Pattern SUFFIX = Pattern.compile("`(\\w+)`");

	private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");

	private static final Pattern ALERT_LABEL = Pattern.compile("\\$labels\\.(\\w+)");

	private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), *(\\w+)\\)");

	/**
	 * Return those of {@code operations.md} and of the dashboard.
	 */
	static List<DocumentedQuery> all() {
		List<DocumentedQuery> queries = new ArrayList<>();
		Matcher blocks = BLOCK.matcher(read("operations.md"));
		while (blocks.find()) {
			String block = blocks.group(2);
			if (blocks.group(1).equals("promql")) {
				queries.add(new DocumentedQuery("operations.md: " + block.lines().findFirst().orElseThrow(), block,
						Set.of()));
			}
			else if (block.startsWith("groups:")) {
				alerts(JsonMapper.shared().valueToTree(new Yaml().load(block)), queries);
			}
		}
		JsonNode dashboard = dashboard();
		dashboard.at("/templating/list").forEach((variable) -> variable(variable, queries));
		dashboard.path("panels")
			.forEach((panel) -> panel.path("targets").forEach((target) -> target(panel, target, queries)));
		return queries;
	}

	/**
	 * Return the metrics that {@code operations.md} has a table of.
	 */
	static List<String> metrics() {
		List<String> metrics = new ArrayList<>();
		METER.matcher(read("operations.md")).results().forEach((meter) -> {
			String name = meter.group(1).replace('.', '_');
			List<String> suffixes = SUFFIX.matcher(meter.group(2)).results().map((suffix) -> suffix.group(1)).toList();
			(suffixes.isEmpty() ? List.of("") : suffixes).forEach((suffix) -> metrics.add(name + suffix));
		});
		return metrics;
	}

	/**
	 * Return the dashboard.
	 */
	static JsonNode dashboard() {
		return JsonMapper.shared().readTree(read("grafana-dashboard.json"));
	}

	private static void alerts(JsonNode rules, List<DocumentedQuery> queries) {
		rules.findValues("rules")
			.forEach((list) -> list.forEach(
					(rule) -> queries.add(new DocumentedQuery("operations.md: alert " + rule.path("alert").asString(),
							rule.path("expr").asString(), labels(ALERT_LABEL, rule.path("annotations").toString())))));
	}

	private static void variable(JsonNode variable, List<DocumentedQuery> queries) {
		if (variable.path("type").asString().equals("query")) {
			Matcher values = LABEL_VALUES.matcher(variable.path("query").path("query").asString());
			assertThat(values.matches()).as("%s", variable).isTrue();
			queries.add(new DocumentedQuery("dashboard: variable " + variable.path("name").asString(), values.group(1),
					Set.of(values.group(2))));
		}
	}

	private static void target(JsonNode panel, JsonNode target, List<DocumentedQuery> queries) {
		queries.add(new DocumentedQuery(
				"dashboard: " + panel.path("title").asString() + " " + target.path("refId").asString(),
				target.path("expr").asString(), labels(LEGEND_LABEL, target.path("legendFormat").asString(""))));
	}

	private static Set<String> labels(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult result) -> result.group(1)).collect(Collectors.toSet());
	}

	private static String read(String file) {
		try {
			return Files.readString(DOCS.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
