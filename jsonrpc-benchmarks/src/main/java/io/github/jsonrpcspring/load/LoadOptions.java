package io.github.jsonrpcspring.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.load.contestant.Contestant;

/**
 * What to measure.
 *
 * @param rounds how often each contestant is measured
 * @param warmups how often each is called before, without being measured
 * @param slices in how many slices the time of a round is cut, with those of others in
 * between
 * @param duration how long each in a round
 * @param threads with how many callers at a time, one after the other
 * @param only parts of the names of the contestants to measure, none for all
 * @param seed what the order in each round is drawn from
 * @param out where the report goes
 * @since 0.1.0
 */
public record LoadOptions(int rounds, int warmups, int slices, Duration duration, List<Integer> threads,
		List<String> only, long seed, Path out) {

	private static final int MOST_ROUNDS = 1000;

	private static final int MOST_THREADS = 500;

	private static final Map<String, String> DEFAULTS = Map.of("rounds", "11", "warmups", "4", "slices", "80", "millis",
			"1000", "threads", "1,16,64", "only", "", "seed", "1", "out", "target/load");

	public LoadOptions {
		require(rounds > 0 && rounds <= MOST_ROUNDS, "'rounds' must be between 1 and " + MOST_ROUNDS);
		require(warmups >= 0, "'warmups' must not be negative");
		require(slices > 0, "'slices' must be positive");
		require(duration.compareTo(Duration.ofMillis(slices)) >= 0, "'millis' must be at least 'slices'");
		require(!threads.isEmpty() && threads.stream().allMatch((count) -> count > 0 && count <= MOST_THREADS),
				"'threads' must be between 1 and " + MOST_THREADS);
		threads = List.copyOf(threads);
		only = List.copyOf(only);
	}

	/**
	 * Read the command line.
	 * @param args arguments such as {@code --rounds=5}
	 * @return the options
	 */
	public static LoadOptions parse(String... args) {
		Map<String, String> values = new HashMap<>(DEFAULTS);
		for (String arg : args) {
			int separator = arg.indexOf('=');
			String name = (arg.startsWith("--") && separator > 0) ? arg.substring(2, separator) : arg;
			require(DEFAULTS.containsKey(name), "Unknown option '" + arg + "', there are --"
					+ String.join("=, --", DEFAULTS.keySet().stream().sorted().toList()) + "=");
			values.put(name, arg.substring(separator + 1));
		}
		return new LoadOptions(Integer.parseInt(value(values, "rounds")), Integer.parseInt(value(values, "warmups")),
				Integer.parseInt(value(values, "slices")), Duration.ofMillis(Long.parseLong(value(values, "millis"))),
				list(values, "threads").stream().map(Integer::valueOf).toList(), list(values, "only"),
				Long.parseLong(value(values, "seed")), Path.of(value(values, "out")));
	}

	private static String value(Map<String, String> values, String name) {
		return values.getOrDefault(name, "");
	}

	private static List<String> list(Map<String, String> values, String name) {
		return Arrays.stream(value(values, name).split(",", -1))
			.map(String::strip)
			.filter((item) -> !item.isEmpty())
			.toList();
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	/**
	 * Choose those to measure.
	 */
	List<Contestant> select(List<Contestant> all) {
		List<Contestant> selected = all.stream()
			.filter((contestant) -> this.only.isEmpty() || this.only.stream().anyMatch(contestant.name()::contains))
			.toList();
		require(!selected.isEmpty(),
				"'only' must be in one of the names " + String.join("; ", all.stream().map(Contestant::name).toList()));
		return selected;
	}

}
