package io.github.jsonrpcspring.startup;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Startup}.
 */
class StartupTests {

	@Test
	void allApplicationsStart() throws IOException {
		assertThat(Startup.measure(1)).hasSize(1)
			.flatExtracting(Startup.Round::jsonRpc, Startup.Round::byHand, Startup.Round::httpInterfaces)
			.allSatisfy((times) -> {
				assertThat(times).extracting("refresh", "cpu").doesNotContain(0L);
				assertThat((StartTimes) times).matches((time) -> time.refresh() < time.ready());
			});
	}

	@Test
	void theReportHasTheMedianOfTheDifferences() {
		assertThat(StartupReport.of(List.of(round(100, 10, 30), round(200, 60, 70), round(400, 20, 320))))
			.contains("3 starts each;")
			.contains("| from the start of the JVM until ready | 20 | 200 | 140 (90 to 380) | 70 | 20 (10 to 300) |")
			.contains("| of these, the refresh of the context | 10 | 100 | 70 (45 to 190) | 35 | 10 (5 to 150) |")
			.contains("at most 150 ms added: met");
		assertThat(StartupReport.of(List.of(round(200, 40, 50)))).contains("added: **missed**");
	}

	@Test
	void withoutArgumentsEachIsStartedElevenTimes() {
		assertThat(Startup.starts()).isEqualTo(11);
		assertThat(Startup.starts("--starts=12")).isEqualTo(12);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--starts=0", "--starts=some", "starts=1", "--start=1" })
	void whatCannotBeIsRefused(String argument) {
		assertThatIllegalArgumentException().isThrownBy(() -> Startup.starts(argument));
	}

	private static Startup.Round round(long jsonRpc, long byHand, long httpInterfaces) {
		return new Startup.Round(times(jsonRpc), times(byHand), times(httpInterfaces));
	}

	private static StartTimes times(long millis) {
		return new StartTimes(millis, millis / 2, millis);
	}

}
