package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * Checks durations, sizes and numbers.
 */
final class Limits {

	/** What fits into an int as milliseconds, as HTTP clients want it. */
	private static final Duration LONGEST = Duration.ofDays(24);

	/** What fits into an array. */
	private static final DataSize LARGEST = DataSize.ofMegabytes(2047);

	private Limits() {
	}

	/**
	 * Check a deadline, which may be zero.
	 */
	static Duration timeout(Setting<Duration> setting) {
		return timeout(setting, "Use a duration such as '30s', or 0 for no deadline.");
	}

	/**
	 * Check a duration, which may be zero.
	 */
	static Duration timeout(Setting<Duration> setting, String action) {
		if (setting.value().isNegative() || setting.value().compareTo(LONGEST) > 0) {
			throw setting.refuse("must be between 0 and 24 days, not '" + setting.value() + "'", action);
		}
		return setting.value();
	}

	/**
	 * Check a timeout of the HTTP client, for some of which zero is no duration.
	 */
	static Duration positive(Setting<Duration> setting) {
		return positive(setting, "Use a duration such as '5s'. The deadline of the whole call is 'timeout'.");
	}

	/**
	 * Check a duration that must not be zero.
	 */
	static Duration positive(Setting<Duration> setting, String action) {
		if (setting.value().toMillis() < 1 || setting.value().compareTo(LONGEST) > 0) {
			throw setting.refuse("must be between 1 millisecond and 24 days, not '" + setting.value() + "'", action);
		}
		return setting.value();
	}

	static long bytes(Setting<DataSize> setting) {
		if (setting.value().toBytes() < 1 || setting.value().compareTo(LARGEST) > 0) {
			throw setting.refuse(
					"must be between 1B and " + LARGEST.toMegabytes() + "MB, not '" + setting.value() + "'",
					"Use a size such as '10MB'.");
		}
		return setting.value().toBytes();
	}

	static int atLeastOne(Setting<Integer> setting) {
		if (setting.value() < 1) {
			throw setting.refuse("must be at least 1, not '" + setting.value() + "'",
					"Use a larger number, or remove the property.");
		}
		return setting.value();
	}

}
