package io.github.jsonrpcspring.fuzz;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The properties over random inputs: a fixed number of fixed ones, a time's worth with
 * {@code -Dfuzz.seconds}, or one with {@code -Dfuzz.input}. See CONTRIBUTING.md.
 */
class FuzzTests {

	private static final int CASES = 4000;

	@ParameterizedTest
	@EnumSource
	@DisabledIfSystemProperty(named = "fuzz.seconds", matches = ".+")
	@DisabledIfSystemProperty(named = "fuzz.input", matches = ".+")
	void propertiesHoldOfFixedInputs(FuzzTarget target) {
		new FuzzRun(target).cases(1, CASES);
	}

	@ParameterizedTest
	@EnumSource
	@EnabledIfSystemProperty(named = "fuzz.seconds", matches = "\\d+")
	@Timeout(value = 1, unit = TimeUnit.DAYS)
	void propertiesHoldForATime(FuzzTarget target) {
		long seed = Long.getLong("fuzz.seed", new SecureRandom().nextInt() * 1_000_000L);
		System.out.printf("%s from -Dfuzz.seed=%s%n", target, seed);
		long cases = new FuzzRun(target).seconds(seed, Long.getLong("fuzz.seconds") / FuzzTarget.values().length);
		System.out.printf("%s: %s cases%n", target, cases);
		assertThat(cases).isPositive();
	}

	@Test
	@EnabledIfSystemProperty(named = "fuzz.input", matches = ".+")
	void propertiesHoldOfTheGivenInput() {
		new FuzzRun(FuzzTarget.valueOf(System.getProperty("fuzz.target"))).repeat(System.getProperty("fuzz.input"));
	}

}
