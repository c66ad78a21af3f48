package io.github.jsonrpcspring.load.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.jsonrpcspring.load.contestant.Contestant;
import io.github.jsonrpcspring.load.contestant.Contestants;
import io.github.jsonrpcspring.load.contestant.Group;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes results as data, each sample included.
 */
final class JsonReport {

	private JsonReport() {
	}

	static String of(Results results) {
		return JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.build()
			.writeValueAsString(new Document(results.machine(), results.rounds(), results.millis(),
					results.contestants().stream().flatMap((contestant) -> rows(results, contestant)).toList(),
					Bars.judge(results).stream().map(Judged::of).toList(), results.measurements()));
	}

	private static Stream<Row> rows(Results results, Contestant contestant) {
		String name = contestant.name();
		return results.threads()
			.stream()
			.map((threads) -> new Row(name, contestant.group(), contestant.calls(), threads,
					results.interval(name, threads, Measure.CALLS), results.interval(name, threads, Measure.CPU),
					results.interval(name, threads, Measure.P50), results.interval(name, threads, Measure.P99),
					results.ratio(name, Contestants.JSONRPC4J, threads, Measure.CALLS).orElse(null),
					Optional.ofNullable(contestant.reference())
						.flatMap((reference) -> results.ratio(name, reference, threads, Measure.CALLS))
						.orElse(null)));
	}

	private record Document(Machine machine, int rounds, long millis, List<Row> rows, List<Judged> bars,
			List<Measurement> measurements) {

	}

	private record Row(String contestant, Group group, int calls, int threads, Interval callsPerSecond,
			Interval cpuMicros, Interval p50Micros, Interval p99Micros, @Nullable Interval toJsonrpc4j,
			@Nullable Interval toByHand) {

	}

	private record Judged(String contestant, String reference, int threads, String measure, Interval ratio,
			String mustBe, boolean met) {

		static Judged of(Bars.Verdict verdict) {
			Bar bar = verdict.bar();
			return new Judged(bar.contestant(), bar.reference(), verdict.threads(), bar.measure().toString(),
					verdict.ratio(), bar.text(), verdict.met());
		}

	}

}
