package io.github.jsonrpcspring.sample.serve;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registry exposes: metrics, their labels, and the values of these.
 *
 * @param metrics by metric, by label, the values
 */
record Scrape(Map<String, Map<String, Set<String>>> metrics) {

	private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? [^ ]+$");

	private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

	/**
	 * Read Prometheus's text format.
	 */
	static Scrape read(String text) {
		Map<String, Map<String, Set<String>>> metrics = new LinkedHashMap<>();
		text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach((sample) -> {
			Map<String, Set<String>> labels = metrics.computeIfAbsent(sample.group(1), (name) -> new TreeMap<>());
			if (sample.group(2) != null) {
				LABEL.matcher(sample.group(2))
					.results()
					.forEach((label) -> labels.computeIfAbsent(label.group(1), (name) -> new TreeSet<>())
						.add(label.group(2)));
			}
		});
		return new Scrape(metrics);
	}

	/**
	 * Return the labels of a metric.
	 */
	Set<String> labels(String metric) {
		return new TreeSet<>(labelsAndValues(metric).keySet());
	}

	/**
	 * Return the values of a label in any of some metrics.
	 */
	Set<String> values(Collection<String> metrics, String label) {
		Set<String> values = new TreeSet<>();
		metrics.forEach((metric) -> values.addAll(labelsAndValues(metric).getOrDefault(label, Set.of())));
		return values;
	}

	/**
	 * Return the values of a label.
	 */
	Set<String> values(String metric, String label) {
		return values(List.of(metric), label);
	}

	private Map<String, Set<String>> labelsAndValues(String metric) {
		Map<String, Set<String>> labels = this.metrics.get(metric);
		if (labels == null) {
			throw new IllegalArgumentException("No metric '" + metric + "' is exposed");
		}
		return labels;
	}

}
