package io.github.jsonrpcspring.sample.serve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome;

import org.springframework.util.Assert;

/**
 * Reads the part of Prometheus's query language that the documentation uses, and refuses
 * what a scrape does not have: metrics, labels and values.
 */
final class PromQl {

	private static final Pattern TOKEN = Pattern.compile(
			"\\s*(\"[^\"]*\"|\\[[^\\]]+]|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9][0-9.a-z]*|=~|!~|!=|>=|<=|==|[-+*/=<>(){},])\\s*");

	private static final Set<String> AGGREGATIONS = Set.of("sum", "avg", "max", "min", "count", "topk");

	private static final Set<String> FUNCTIONS = Set.of("rate", "increase", "histogram_quantile", "clamp_min");

	private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", ">", "<", ">=", "<=", "==", "!=", "or",
			"and", "unless");

	private final Scrape scrape;

	private final String query;

	private final List<String> tokens = new ArrayList<>();

	private int next;

	private PromQl(String query, Scrape scrape) {
		this.scrape = scrape;
		this.query = query;
		Matcher matcher = TOKEN.matcher(query);
		int end = 0;
		while (end < query.length()) {
			Assert.isTrue(matcher.find() && matcher.start() == end, () -> "Not understood: " + query);
			this.tokens.add(matcher.group(1));
			end = matcher.end();
		}
	}

	/**
	 * Check a query.
	 * @return the labels of its result
	 */
	static Set<String> check(String query, Scrape scrape) {
		PromQl reader = new PromQl(query, scrape);
		Set<String> labels = reader.expression();
		reader.require(reader.next == reader.tokens.size(), "ends at " + reader.peek());
		return labels;
	}

	private Set<String> expression() {
		Set<String> left = operand();
		while (OPERATORS.contains(peek())) {
			String operator = take();
			boolean scalar = isNumber(peek());
			Set<String> right = operand();
			left = scalar ? left : combine(left, operator, right);
		}
		return left;
	}

	/**
	 * Series meet where all their labels are equal. Those of {@code or} must never meet.
	 */
	private Set<String> combine(Set<String> left, String operator, Set<String> right) {
		if (operator.equals("or")) {
			require(!left.equals(right), "series of both sides of 'or' have the labels " + left);
			Set<String> common = new TreeSet<>(left);
			common.retainAll(right);
			return common;
		}
		require(left.equals(right), left + " " + operator + " " + right + " never match");
		return left;
	}

	private Set<String> operand() {
		String token = take();
		if (token.equals("(")) {
			Set<String> labels = expression();
			expect(")");
			return labels;
		}
		if (isNumber(token)) {
			return Set.of();
		}
		if (AGGREGATIONS.contains(token)) {
			return aggregation();
		}
		if (FUNCTIONS.contains(token)) {
			return function(token);
		}
		require(!peek().equals("("), "function " + token);
		return selector(token);
	}

	private Set<String> aggregation() {
		Set<String> by = new TreeSet<>();
		if (peek().equals("by")) {
			take();
			expect("(");
			do {
				by.add(take());
			}
			while (take().equals(","));
		}
		Set<String> labels = arguments();
		require(labels.containsAll(by), "by " + by + ", but there are " + labels);
		return by;
	}

	private Set<String> function(String name) {
		Set<String> labels = new TreeSet<>(arguments());
		if (name.equals("histogram_quantile")) {
			require(labels.remove("le"), "no le");
		}
		return labels;
	}

	/**
	 * Return the labels of the one argument that is no number.
	 */
	private Set<String> arguments() {
		expect("(");
		while (isNumber(peek())) {
			take();
			expect(",");
		}
		Set<String> labels = expression();
		expect(")");
		return labels;
	}

	/**
	 * Read the selector of a metric, or of several: {@code {__name__=~"one|other"}}.
	 */
	private Set<String> selector(String token) {
		boolean several = token.equals("{");
		List<String> metrics = several ? names() : List.of(token);
		Set<String> labels = new TreeSet<>(this.scrape.labels(metrics.get(0)));
		metrics.forEach((metric) -> labels.retainAll(this.scrape.labels(metric)));
		if (several || peek().equals("{")) {
			this.next += several ? 0 : 1;
			while (!peek().equals("}")) {
				String label = take();
				require(labels.contains(label), metrics + " have no label " + label + ", but " + labels);
				matcher(this.scrape.values(metrics, label), label, take(), take());
				if (peek().equals(",")) {
					take();
				}
			}
			expect("}");
		}
		if (peek().startsWith("[")) {
			require(take().matches("\\[(\\d+[smhd]|\\$__rate_interval|\\$__range)]"), "range");
		}
		return labels;
	}

	private List<String> names() {
		expect("__name__");
		expect("=~");
		String names = take();
		expect(",");
		return List.of(names.substring(1, names.length() - 1).split("\\|"));
	}

	/**
	 * A value that is never seen is a misspelt one, but not every outcome is seen.
	 */
	private void matcher(Set<String> seen, String label, String operator, String quoted) {
		require(List.of("=", "!=", "=~", "!~").contains(operator), "operator " + operator);
		require(quoted.startsWith("\"") && quoted.endsWith("\""), "value " + quoted);
		String value = quoted.substring(1, quoted.length() - 1);
		if (value.contains("$")) {
			return;
		}
		Set<String> known = new TreeSet<>(seen);
		if (label.equals("outcome")) {
			Arrays.stream(JsonRpcClientOutcome.Status.values()).map(Enum::name).forEach(known::add);
		}
		for (String alternative : operator.endsWith("~") ? value.split("\\|") : new String[] { value }) {
			require(known.contains(alternative), "no value " + alternative + " of " + label + " among " + known);
		}
	}

	private static boolean isNumber(String token) {
		return !token.isEmpty() && Character.isDigit(token.charAt(0));
	}

	private String peek() {
		return (this.next < this.tokens.size()) ? this.tokens.get(this.next) : "";
	}

	private String take() {
		String token = peek();
		this.next++;
		return token;
	}

	private void expect(String token) {
		String actual = take();
		require(actual.equals(token), "'" + token + "' expected, not '" + actual + "'");
	}

	private void require(boolean fulfilled, String problem) {
		Assert.isTrue(fulfilled, () -> problem + " in: " + this.query);
	}

}
