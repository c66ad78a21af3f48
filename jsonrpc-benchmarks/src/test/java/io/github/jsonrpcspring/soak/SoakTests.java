package io.github.jsonrpcspring.soak;

import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A short soak of every kind; {@code CONTRIBUTING.md} says how to start the long one.
 */
class SoakTests {

	/**
	 * The client of the JDK keeps threads that were busy for a minute, and has up to some
	 * ten more at the end than before. Without spare ones a run waits that minute.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "--connector=reactor", "--connector=jdk --spareThreads=32",
			"--connector=reactor --cancel=0.1", "--connector=jdk --cancel=0.1 --spareThreads=32",
			"--connector=rest-http-components --cancel=0.1", "--connector=rest-jdk --cancel=0.1 --spareThreads=32",
			"--connector=reactor --restarts=3", "--connector=jdk --restarts=3 --spareThreads=32" })
	void everyCallHasItsOwnOutcome(String options) throws InterruptedException {
		assertPasses(options);
	}

	@ParameterizedTest
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "There are no virtual threads before JDK 21")
	@ValueSource(strings = { "--connector=reactor", "--connector=jdk --cancel=0.1" })
	void everyCallOfAVirtualThreadHasItsOwnOutcome(String options) throws InterruptedException {
		assertPasses(options + " --threads=virtual");
	}

	private static void assertPasses(String options) throws InterruptedException {
		SoakOptions parsed = SoakOptions.parse((options + " --calls=6000").split(" ", -1));
		SoakResult result = new SoakRun(parsed, (server) -> (client, builder) -> {
		}).run();
		assertThat(result.failures()).as(() -> Report.of(result)).isEmpty();
		assertThat(result.ledger().counts().keySet()).contains(Outcome.VALUE, Outcome.ERROR, Outcome.TRANSPORT,
				Outcome.STATUS, Outcome.TIMEOUT, Outcome.INVALID, Outcome.NO_JSON, Outcome.ID_MISMATCH,
				Outcome.TOO_LARGE);
	}

}
