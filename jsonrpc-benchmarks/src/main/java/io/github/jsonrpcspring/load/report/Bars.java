package io.github.jsonrpcspring.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.jsonrpcspring.load.contestant.Contestant;
import io.github.jsonrpcspring.load.contestant.Contestants;
import io.github.jsonrpcspring.load.contestant.Group;

/**
 * What the project wants to reach, and whether it does.
 */
final class Bars {

	private static final double LEAST = 0.95;

	private static final double ABOVE = 0.9;

	private static final double MOST_CPU = 1.05;

	private static final double LEAST_OF_BATCH = 0.9;

	private static final double BATCH_OVER_SINGLE = 10;

	private Bars() {
	}

	/**
	 * Judge all bars for which there are measurements.
	 */
	static List<Verdict> judge(Results results) {
		List<Verdict> verdicts = new ArrayList<>();
		for (Contestant contestant : results.contestants()) {
			bars(contestant).forEach((bar) -> {
				for (int threads : results.threads()) {
					results.ratio(bar.contestant(), bar.reference(), threads, bar.measure())
						.ifPresent((ratio) -> verdicts.add(new Verdict(bar, threads, ratio, bar.isMet(ratio))));
				}
			});
		}
		return verdicts;
	}

	private static Stream<Bar> bars(Contestant contestant) {
		String name = contestant.name();
		String reference = contestant.reference();
		if (contestant.group() != Group.OURS || reference == null) {
			return Stream.empty();
		}
		if (contestant.calls() > 1) {
			return Stream.of(Bar.atLeast(name, reference, LEAST_OF_BATCH, 0),
					Bar.atLeast(name, name.replace("batch", "template"), BATCH_OVER_SINGLE, 0));
		}
		Bar byHand = Bar.atLeast(name, reference, LEAST, ABOVE);
		if (name.contains("RestClient")) {
			return Stream.of(byHand, Bar.ahead(name, Contestants.JSONRPC4J));
		}
		return name.contains("template") ? Stream.of(byHand, Bar.cpuAtMost(name, reference, MOST_CPU)) : Stream.empty();
	}

	/**
	 * What came of a bar.
	 *
	 * @param bar the bar
	 * @param threads with how many callers
	 * @param ratio what was measured
	 * @param met whether it is met
	 */
	record Verdict(Bar bar, int threads, Interval ratio, boolean met) {

	}

}
