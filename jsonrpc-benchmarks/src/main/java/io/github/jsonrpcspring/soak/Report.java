package io.github.jsonrpcspring.soak;

import java.util.Locale;

/**
 * Prints what came of a run.
 */
final class Report {

	private static final int MOST_EXAMPLES = 5;

	private static final long MEGA = 1024 * 1024;

	private final StringBuilder text = new StringBuilder();

	private Report() {
	}

	static String of(SoakResult result) {
		Report report = new Report();
		report.calls(result);
		report.process(result);
		result.ledger().examples().forEach((example) -> report.text.append("e.g. ").append(example).append('\n'));
		result.unexplained()
			.limit(MOST_EXAMPLES)
			.forEach((index) -> report.text.append("without a reason: call ")
				.append(index)
				.append(", ")
				.append(result.ledger().failure(index))
				.append('\n'));
		report.text.append(result.failures().isEmpty() ? "PASSED" : "FAILED: " + String.join(", ", result.failures()));
		return report.text.append('\n').toString();
	}

	private void calls(SoakResult result) {
		Ledger ledger = result.ledger();
		long millis = Math.max(result.measured().duration().toMillis(), 1);
		line("run", result.options());
		line("JDK", Runtime.version());
		line("calls", ledger.calls());
		line("duration", millis / 1000 + " s, " + ledger.calls() * 1000L / millis + " calls/s");
		ledger.counts().forEach((outcome, count) -> line("  " + outcome.name().toLowerCase(Locale.ROOT), count));
		line("lost", ledger.lost());
		line("swapped", result.swapped());
		line("duplicated outcomes", ledger.duplicated());
		line("repeated requests", result.received().all().repeated());
		line("unexpected", ledger.unexpected());
		line("collateral",
				ledger.collateral().cardinality() + ", " + result.unexplained().count() + " without a reason");
		line("errors dropped", result.dropped());
	}

	private void process(SoakResult result) {
		SoakRun.Measured measured = result.measured();
		Resources before = measured.before();
		Resources after = measured.after();
		line("calls under way", measured.underWay());
		line("heap", change(before.heap(), after.heap()));
		line("direct memory", change(before.direct(), after.direct()));
		line("leaked buffers", result.leaks());
		line("threads", before.threads() + " -> " + after.threads());
		line("requests received", result.received().all().count());
		line("connections", measured.server().accepted() + " opened, " + measured.server().open() + " idle at the end, "
				+ result.openAfterClose() + " after closing");
		line("restarts", measured.restarts());
		line("neighbours struck", measured.server().struck());
	}

	private static String change(long before, long after) {
		return String.format(Locale.ROOT, "%.1f MB -> %.1f MB", (double) before / MEGA, (double) after / MEGA);
	}

	private void line(String name, Object value) {
		this.text.append(String.format(Locale.ROOT, "%-22s %s%n", name, value));
	}

}
