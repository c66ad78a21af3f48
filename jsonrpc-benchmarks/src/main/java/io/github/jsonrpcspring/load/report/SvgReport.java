package io.github.jsonrpcspring.load.report;

import java.util.List;
import java.util.function.Predicate;

import io.github.jsonrpcspring.load.contestant.Contestant;

/**
 * Draws the calls in a second as bars: a panel for each number of callers, and one for
 * its batches.
 */
final class SvgReport {

	private static final int TOP = 56;

	private final Results results;

	private final Svg svg = new Svg();

	private int y = TOP;

	private SvgReport(Results results) {
		this.results = results;
	}

	static String of(Results results) {
		SvgReport report = new SvgReport(results);
		for (int threads : results.threads()) {
			String callers = threads + ((threads == 1) ? " caller" : " callers");
			report.panel(callers, threads, (contestant) -> contestant.calls() == 1);
			report.panel(callers + ", batches", threads, (contestant) -> contestant.calls() > 1);
		}
		return report.svg.document("Calls in a second: median, with its 95 % interval", report.y);
	}

	private void panel(String title, int threads, Predicate<Contestant> which) {
		List<Contestant> contestants = this.results.contestants().stream().filter(which).toList();
		if (contestants.isEmpty()) {
			return;
		}
		BarPanel panel = new BarPanel(this.svg, this.y,
				contestants.stream().mapToDouble((contestant) -> calls(contestant, threads).high()).max().orElse(1));
		contestants
			.forEach((contestant) -> panel.bar(contestant.name(), contestant.group(), calls(contestant, threads)));
		this.y = panel.close(title);
	}

	private Interval calls(Contestant contestant, int threads) {
		return this.results.interval(contestant.name(), threads, Measure.CALLS);
	}

}
