package io.github.jsonrpcspring.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

import io.github.jsonrpcspring.load.contestant.Client;
import io.github.jsonrpcspring.load.contestant.Contestant;
import io.github.jsonrpcspring.load.contestant.Contestants;
import io.github.jsonrpcspring.load.measure.Slice;
import io.github.jsonrpcspring.load.measure.Tally;
import io.github.jsonrpcspring.load.report.Machine;
import io.github.jsonrpcspring.load.report.Measurement;
import io.github.jsonrpcspring.load.report.Results;
import io.github.jsonrpcspring.load.server.LoadServerProcess;

/**
 * One run: all contestants in one JVM, in another order in each round. Those that are
 * compared are called by turns, each in many short slices, so that what disturbs one
 * disturbs the other.
 */
final class LoadRun {

	private final LoadOptions options;

	private final Consumer<String> progress;

	private final Slice slice;

	private final Random random;

	LoadRun(LoadOptions options, Consumer<String> progress) {
		this.options = options;
		this.progress = progress;
		this.slice = new Slice(options.duration().dividedBy(options.slices()));
		this.random = new Random(options.seed());
	}

	Results run() throws InterruptedException {
		List<Contestant> contestants = this.options.select(Contestants.all());
		List<Measurement> measurements = new ArrayList<>();
		List<Started> started = new ArrayList<>();
		try (LoadServerProcess server = new LoadServerProcess()) {
			contestants.forEach((contestant) -> started.add(Started.of(contestant, server)));
			for (int i = 0; i < this.options.warmups(); i++) {
				this.progress.accept("warm-up " + (i + 1) + " of " + this.options.warmups());
				round(i, started, new ArrayList<>());
			}
			for (int i = 0; i < this.options.rounds(); i++) {
				this.progress.accept("round " + (i + 1) + " of " + this.options.rounds());
				round(i, started, measurements);
			}
		}
		finally {
			started.forEach((each) -> each.client().close());
		}
		return new Results(Machine.current(), this.options.duration().toMillis(), this.options.threads(), contestants,
				measurements);
	}

	private void round(int round, List<Started> started, List<Measurement> measurements) throws InterruptedException {
		Map<String, List<Started>> families = new LinkedHashMap<>();
		for (Started each : started) {
			families.computeIfAbsent(each.contestant().family(), (name) -> new ArrayList<>()).add(each);
		}
		for (int threads : shuffled(this.options.threads())) {
			for (List<Started> family : shuffled(List.copyOf(families.values()))) {
				measurements.addAll(byTurns(round, threads, family));
			}
		}
	}

	private List<Measurement> byTurns(int round, int threads, List<Started> family) throws InterruptedException {
		Map<Contestant, Tally> tallies = new LinkedHashMap<>();
		family.forEach((each) -> tallies.put(each.contestant(), new Tally()));
		for (int i = 0; i < this.options.slices(); i++) {
			for (Started each : shuffled(family)) {
				Contestant contestant = each.contestant();
				try {
					this.slice.run(each.client(), contestant.calls(), threads,
							Objects.requireNonNull(tallies.get(contestant)));
				}
				catch (RuntimeException ex) {
					throw new IllegalStateException("'" + contestant.name() + "' failed with " + threads + " callers",
							ex);
				}
			}
		}
		return tallies.entrySet()
			.stream()
			.map((entry) -> new Measurement(entry.getKey().name(), threads, round,
					entry.getValue().sample(entry.getKey().calls())))
			.toList();
	}

	private <T> List<T> shuffled(List<T> items) {
		List<T> shuffled = new ArrayList<>(items);
		Collections.shuffle(shuffled, this.random);
		return shuffled;
	}

	/**
	 * A contestant with its client.
	 */
	private record Started(Contestant contestant, Client client) {

		static Started of(Contestant contestant, LoadServerProcess server) {
			return new Started(contestant, contestant.start().apply(server.uri()));
		}

	}

}
