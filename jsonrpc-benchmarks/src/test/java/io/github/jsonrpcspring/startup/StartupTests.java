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
	void bothApplicationsStart() throws IOException {
		assertThat(Startup.measure(1)).hasSize(1)
			.flatExtracting(Startup.Pair::jsonRpc, Startup.Pair::byHand)
			.allSatisfy((times) -> {
				assertThat(times).extracting("refresh", "cpu").doesNotContain(0L);
				assertThat((StartTimes) times).matches((time) -> time.refresh() < time.ready());
			});
	}

	@Test
	void theReportHasTheMedianOfTheDifferences() {
		assertThat(StartupReport.of(List.of(pair(100, 10), pair(200, 60), pair(400, 20)))).contains("3 starts each;")
			.contains("| from the start of the JVM until ready | 200 | 20 | 140 (90 to 380) |")
			.contains("| of these, the refresh of the context | 100 | 10 | 70 (45 to 190) |")
			.contains("at most 150 ms added: met");
		assertThat(StartupReport.of(List.of(pair(200, 40)))).contains("added: **missed**");
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

	private static Startup.Pair pair(long jsonRpc, long byHand) {
		return new Startup.Pair(new StartTimes(jsonRpc, jsonRpc / 2, jsonRpc),
				new StartTimes(byHand, byHand / 2, byHand));
	}

}
