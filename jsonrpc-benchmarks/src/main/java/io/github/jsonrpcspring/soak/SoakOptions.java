package io.github.jsonrpcspring.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What to run.
 *
 * @param calls how many calls
 * @param callers how many callers at a time
 * @param seed what the faults are drawn from
 * @param connector {@code reactor} or {@code jdk} for the WebClient,
 * {@code rest-http-components} or {@code rest-jdk} for the RestClient
 * @param threads {@code platform} or {@code virtual}, of the callers and of Spring Boot
 * @param style {@code blocking}, {@code reactive}, {@code proxy}, {@code batch} or
 * {@code mixed}
 * @param cancel the share of calls that are cancelled
 * @param restarts how often the server is restarted
 * @param validation how answers are read
 * @param spareThreads how many threads more may be there at the end: the client of the
 * JDK keeps those that were busy for a minute
 * @param patience after how long without any outcome the calls under way are lost
 * @since 0.1.0
 */
public record SoakOptions(int calls, int callers, long seed, String connector, String threads, String style,
		double cancel, int restarts, String validation, int spareThreads, Duration patience) {

	/** More do not fit into a nonce. */
	private static final int MOST_CALLS = 1 << 24;

	private static final String REST_CLIENT = "rest-";

	private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("calls", "1000000"),
			Map.entry("callers", "64"), Map.entry("seed", "1"), Map.entry("connector", "reactor"),
			Map.entry("threads", "platform"), Map.entry("style", "mixed"), Map.entry("cancel", "0"),
			Map.entry("restarts", "0"), Map.entry("validation", "lenient"), Map.entry("spareThreads", "0"),
			Map.entry("patience", "120"));

	public SoakOptions {
		require(calls > 0 && calls <= MOST_CALLS, "'calls' must be between 1 and " + MOST_CALLS);
		require(callers > 0, "'callers' must be positive");
		requireOneOf("connector", connector, "reactor", "jdk", "rest-http-components", "rest-jdk");
		requireOneOf("threads", threads, "platform", "virtual");
		requireOneOf("style", style, "blocking", "reactive", "proxy", "batch", "mixed");
		require(cancel >= 0 && cancel <= 1, "'cancel' must be between 0 and 1");
		require(restarts >= 0, "'restarts' must not be negative");
		require(patience.compareTo(Duration.ZERO) > 0, "'patience' must be positive");
	}

	/**
	 * Read the command line.
	 * @param args arguments such as {@code --calls=1000}
	 * @return the options
	 */
	public static SoakOptions parse(String... args) {
		Map<String, String> values = new HashMap<>(DEFAULTS);
		for (String arg : args) {
			int separator = arg.indexOf('=');
			String name = (arg.startsWith("--") && separator > 0) ? arg.substring(2, separator) : arg;
			require(DEFAULTS.containsKey(name), "Unknown option '" + arg + "', there are --"
					+ String.join("=, --", DEFAULTS.keySet().stream().sorted().toList()) + "=");
			values.put(name, arg.substring(separator + 1));
		}
		return new SoakOptions(Integer.parseInt(value(values, "calls")), Integer.parseInt(value(values, "callers")),
				Long.parseLong(value(values, "seed")), value(values, "connector"), value(values, "threads"),
				value(values, "style"), Double.parseDouble(value(values, "cancel")),
				Integer.parseInt(value(values, "restarts")), value(values, "validation"),
				Integer.parseInt(value(values, "spareThreads")),
				Duration.ofSeconds(Long.parseLong(value(values, "patience"))));
	}

	private static String value(Map<String, String> values, String name) {
		return values.getOrDefault(name, "");
	}

	private static void requireOneOf(String name, String value, String... allowed) {
		require(Arrays.asList(allowed).contains(value),
				"'" + name + "' must be one of " + String.join(", ", allowed) + ", not '" + value + "'");
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	boolean isVirtual() {
		return this.threads.equals("virtual");
	}

	boolean isRestClient() {
		return this.connector.startsWith(REST_CLIENT);
	}

	boolean isJdkClient() {
		return this.connector.endsWith("jdk");
	}

	/**
	 * Return the HTTP client as Spring Boot calls it.
	 */
	String httpClient() {
		return isRestClient() ? this.connector.substring(REST_CLIENT.length()) : this.connector;
	}

}
