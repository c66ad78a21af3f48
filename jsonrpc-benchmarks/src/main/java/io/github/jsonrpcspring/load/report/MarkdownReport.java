package io.github.jsonrpcspring.load.report;

import java.util.Locale;
import java.util.Optional;

import io.github.jsonrpcspring.load.contestant.Contestant;
import io.github.jsonrpcspring.load.contestant.Contestants;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as tables.
 */
final class MarkdownReport {

	private final Results results;

	private final StringBuilder text = new StringBuilder();

	private MarkdownReport(Results results) {
		this.results = results;
	}

	static String of(Results results) {
		MarkdownReport report = new MarkdownReport(results);
		report.head();
		results.threads().forEach(report::table);
		report.bars();
		return report.text.toString();
	}

	private void head() {
		Machine machine = this.results.machine();
		line("%d rounds of %d ms; %d cores, JDK %s, %s. %s.", this.results.rounds(), this.results.millis(),
				machine.cores(), machine.jdk(), machine.system(), String.join(", ", machine.libraries()));
	}

	private void table(int threads) {
		line("");
		line("### %d %s", threads, (threads == 1) ? "caller" : "callers");
		line("");
		line("| | calls/s | | CPU µs | p50 µs | p99 µs | to %s | to by hand | CPU to by hand |", Contestants.JSONRPC4J);
		line("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
		this.results.contestants().forEach((contestant) -> row(contestant, threads));
	}

	private void row(Contestant contestant, int threads) {
		String name = contestant.name();
		Interval calls = this.results.interval(name, threads, Measure.CALLS);
		line("| %s | %.0f | %.0f to %.0f | %.1f | %.0f | %.0f | %s | %s | %s |", name, calls.median(), calls.low(),
				calls.high(), median(name, threads, Measure.CPU), median(name, threads, Measure.P50),
				median(name, threads, Measure.P99), ratio(name, Contestants.JSONRPC4J, threads, Measure.CALLS),
				ratio(name, contestant.reference(), threads, Measure.CALLS),
				ratio(name, contestant.reference(), threads, Measure.CPU));
	}

	private double median(String contestant, int threads, Measure measure) {
		return this.results.interval(contestant, threads, measure).median();
	}

	private String ratio(String contestant, @Nullable String reference, int threads, Measure measure) {
		return Optional.ofNullable(reference)
			.filter((other) -> !other.equals(contestant))
			.flatMap((other) -> this.results.ratio(contestant, other, threads, measure))
			.map(MarkdownReport::ratio)
			.orElse("");
	}

	private static String ratio(Interval ratio) {
		return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", ratio.median(), ratio.low(), ratio.high());
	}

	private void bars() {
		line("");
		line("### Bars");
		line("");
		line("| | compared with | callers | | is | must be | |");
		line("|---|---|--:|---|--:|---|---|");
		Bars.judge(this.results)
			.forEach((verdict) -> line("| %s | %s | %d | %s | %s | %s | %s |", verdict.bar().contestant(),
					verdict.bar().reference(), verdict.threads(), verdict.bar().measure(), ratio(verdict.ratio()),
					verdict.bar().text(), verdict.met() ? "met" : "**missed**"));
	}

	private void line(String format, Object... args) {
		this.text.append(String.format(Locale.ROOT, format, args)).append('\n');
	}

}
