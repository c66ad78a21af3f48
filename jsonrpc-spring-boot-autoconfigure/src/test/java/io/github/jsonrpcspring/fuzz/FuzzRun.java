package io.github.jsonrpcspring.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Checks a target with inputs of consecutive seeds, and reports the first that fails so
 * that it can be repeated.
 */
final class FuzzRun {

	private final FuzzTarget target;

	private final Consumer<Choices> properties;

	FuzzRun(FuzzTarget target) {
		this.target = target;
		this.properties = target.properties();
	}

	void cases(long firstSeed, int count) {
		for (long seed = firstSeed; seed < firstSeed + count; seed++) {
			one(seed);
		}
	}

	/**
	 * Run for a time.
	 * @return the number of cases
	 */
	long seconds(long firstSeed, long seconds) {
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		long seed = firstSeed;
		while (System.nanoTime() < end) {
			one(seed++);
		}
		return seed - firstSeed;
	}

	private void one(long seed) {
		byte[] input = new Generator(seed).input(this.target);
		Throwable failure = failure(input);
		if (failure != null) {
			throw report(seed, input, failure);
		}
	}

	/**
	 * Repeat one input.
	 */
	void repeat(String base64) {
		this.properties.accept(new Choices(Base64.getDecoder().decode(base64)));
	}

	/**
	 * Whatever comes out is a failure, an error of the JVM too.
	 */
	@Nullable Throwable failure(byte[] input) {
		try {
			this.properties.accept(new Choices(input));
			return null;
		}
		catch (Throwable ex) {
			return ex;
		}
	}

	AssertionError report(long seed, byte[] input, Throwable failure) {
		byte[] smallest = new Shrinker((smaller) -> {
			Throwable other = failure(smaller);
			return other != null && other.getClass() == failure.getClass();
		}).shrink(input);
		Choices choices = new Choices(smallest);
		Throwable last = failure(smallest);
		Throwable cause = (last != null) ? last : failure;
		String base64 = Base64.getEncoder().encodeToString(smallest);
		return new AssertionError(
				"%s, seed %s: %s%n  version %s, ids %s, status %s, headers %s%n  message %s%n  repeat with -Dfuzz.target=%s -Dfuzz.input=%s"
					.formatted(this.target, seed, cause, choices.version(), choices.ids(BatchProperties.MOST_CALLS),
							choices.status(), choices.headers(), new String(choices.message(), StandardCharsets.UTF_8),
							this.target, base64),
				cause);
	}

}
