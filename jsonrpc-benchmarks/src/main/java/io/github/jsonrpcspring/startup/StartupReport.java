package io.github.jsonrpcspring.startup;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import io.github.jsonrpcspring.load.report.Interval;

/**
 * Writes the times of starts as a table.
 */
final class StartupReport {

	private static final double MOST_MILLIS = 150;

	private StartupReport() {
	}

	static String of(List<Startup.Pair> pairs) {
		Interval added = interval(pairs, (pair) -> pair.jsonRpc().ready() - pair.byHand().ready());
		return String.format(Locale.ROOT, """
				%d starts each; %d cores, JDK %s

				| milliseconds | 20 clients, 50 interfaces | 20 WebClients by hand | added |
				|---|--:|--:|--:|
				%s
				%s
				%s

				Bar: at most %.0f ms added: %s
				""", pairs.size(), Runtime.getRuntime().availableProcessors(), Runtime.version(),
				row("from the start of the JVM until ready", pairs, StartTimes::ready),
				row("of these, the refresh of the context", pairs, StartTimes::refresh),
				row("time of all processors", pairs, StartTimes::cpu), MOST_MILLIS,
				(added.median() <= MOST_MILLIS) ? "met" : "**missed**");
	}

	private static String row(String name, List<Startup.Pair> pairs, ToLongFunction<StartTimes> time) {
		Interval added = interval(pairs, (pair) -> time.applyAsLong(pair.jsonRpc()) - time.applyAsLong(pair.byHand()));
		return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.0f (%.0f to %.0f) |", name,
				interval(pairs, (pair) -> time.applyAsLong(pair.jsonRpc())).median(),
				interval(pairs, (pair) -> time.applyAsLong(pair.byHand())).median(), added.median(), added.low(),
				added.high());
	}

	private static Interval interval(List<Startup.Pair> pairs, ToDoubleFunction<Startup.Pair> value) {
		return Interval.of(pairs.stream().mapToDouble(value).toArray());
	}

}
