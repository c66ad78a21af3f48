package io.github.jsonrpcspring.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.load.contestant.Contestant;
import io.github.jsonrpcspring.load.contestant.Contestants;
import io.github.jsonrpcspring.load.report.LoadReport;
import io.github.jsonrpcspring.load.report.Measurement;
import io.github.jsonrpcspring.load.report.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoadRun}: every contestant gets the right sums.
 */
class LoadRunTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@Test
	void allContestantsAreMeasuredInEachRound() throws InterruptedException, IOException {
		List<String> progress = new ArrayList<>();
		LoadOptions options = LoadOptions.parse("--rounds=2", "--warmups=1", "--slices=10", "--millis=50",
				"--threads=1,4");
		Results results = new LoadRun(options, progress::add).run();
		assertThat(progress).containsExactly("warm-up 1 of 1", "round 1 of 2", "round 2 of 2");
		for (Contestant contestant : Contestants.all()) {
			assertThat(results.measurements())
				.filteredOn((measurement) -> measurement.contestant().equals(contestant.name()))
				.as(contestant.name())
				.hasSize(4)
				.extracting(Measurement::sample)
				.allSatisfy((sample) -> assertThat(sample.calls()).isGreaterThanOrEqualTo(contestant.calls()));
		}
		assertThat(LoadReport.write(results, this.directory)).contains(Contestants.JSONRPC4J);
		assertThat(this.directory).isDirectoryContaining("glob:**load.json")
			.isDirectoryContaining("glob:**load.svg")
			.isDirectoryContaining("glob:**load.md");
	}

}
