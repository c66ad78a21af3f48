package io.github.jsonrpcspring.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how a failure is made small and reported.
 */
class FuzzRunTests {

	@Test
	void aFailingInputIsMadeAsSmallAsItFails() {
		byte[] input = "12345678{\"jsonrpc\":\"2.0\",\"result\":[1,2,3],\"id\":7}".getBytes(StandardCharsets.UTF_8);
		byte[] smallest = new Shrinker((bytes) -> new String(bytes, StandardCharsets.UTF_8).contains("id"))
			.shrink(input);
		assertThat(smallest).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 'i', 'd');
	}

	@Test
	void theReportSaysHowToRepeatTheFailure() {
		FuzzRun run = new FuzzRun(FuzzTarget.REQUESTS);
		byte[] input = new Generator(5).input(FuzzTarget.REQUESTS);
		AssertionError error = run.report(5, input, new IllegalStateException("wrong"));
		assertThat(error).hasMessageContainingAll("REQUESTS, seed 5: java.lang.IllegalStateException: wrong",
				"-Dfuzz.target=REQUESTS -Dfuzz.input=" + Base64.getEncoder().encodeToString(input));
	}

	@Test
	void aSeedAlwaysGivesTheSameInput() {
		for (FuzzTarget target : FuzzTarget.values()) {
			assertThat(new Generator(7).input(target)).isEqualTo(new Generator(7).input(target))
				.isNotEqualTo(new Generator(8).input(target));
		}
	}

}
