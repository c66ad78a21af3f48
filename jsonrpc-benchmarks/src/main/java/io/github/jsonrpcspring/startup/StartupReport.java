package io.github.jsonrpcspring.startup;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

	static String of(List<Startup.Round> rounds) {
		Interval added = added(rounds, Startup.Round::jsonRpc, StartTimes::ready);
		return String.format(Locale.ROOT,
				"""
						%d starts each; %d cores, JDK %s

						| milliseconds | 20 WebClients by hand | 20 clients, 50 interfaces | added | 20 groups, 50 HTTP interfaces | added |
						|---|--:|--:|--:|--:|--:|
						%s
						%s
						%s

						Bar: at most %.0f ms added: %s
						""",
				rounds.size(), Runtime.getRuntime().availableProcessors(), Runtime.version(),
				row("from the start of the JVM until ready", rounds, StartTimes::ready),
				row("of these, the refresh of the context", rounds, StartTimes::refresh),
				row("time of all processors", rounds, StartTimes::cpu), MOST_MILLIS,
				(added.median() <= MOST_MILLIS) ? "met" : "**missed**");
	}

	private static String row(String name, List<Startup.Round> rounds, ToLongFunction<StartTimes> time) {
		return String.format(Locale.ROOT, "| %s | %.0f | %s | %s |", name,
				interval(rounds, (round) -> time.applyAsLong(round.byHand())).median(),
				cells(rounds, Startup.Round::jsonRpc, time), cells(rounds, Startup.Round::httpInterfaces, time));
	}

	private static String cells(List<Startup.Round> rounds, Function<Startup.Round, StartTimes> application,
			ToLongFunction<StartTimes> time) {
		Interval added = added(rounds, application, time);
		return String.format(Locale.ROOT, "%.0f | %.0f (%.0f to %.0f)",
				interval(rounds, (round) -> time.applyAsLong(application.apply(round))).median(), added.median(),
				added.low(), added.high());
	}

	private static Interval added(List<Startup.Round> rounds, Function<Startup.Round, StartTimes> application,
			ToLongFunction<StartTimes> time) {
		return interval(rounds,
				(round) -> time.applyAsLong(application.apply(round)) - time.applyAsLong(round.byHand()));
	}

	private static Interval interval(List<Startup.Round> rounds, ToDoubleFunction<Startup.Round> value) {
		return Interval.of(rounds.stream().mapToDouble(value).toArray());
	}

}
