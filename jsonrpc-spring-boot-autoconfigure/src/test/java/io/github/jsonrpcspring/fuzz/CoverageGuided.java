package io.github.jsonrpcspring.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What Jazzer calls, with inputs that it chooses by the code they reach. The profile
 * {@code fuzz} runs it, see CONTRIBUTING.md.
 */
public final class CoverageGuided {

	private static final int SEEDS = 500;

	private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", "RESPONSES"));

	private static final Consumer<Choices> PROPERTIES = TARGET.properties();

	private CoverageGuided() {
	}

	/**
	 * Write inputs to begin with.
	 */
	public static void fuzzerInitialize() throws IOException {
		Path seeds = Files.createDirectories(Path.of(System.getProperty("fuzz.corpus")));
		for (int seed = 0; seed < SEEDS; seed++) {
			Files.write(seeds.resolve("seed-" + seed), new Generator(seed).input(TARGET));
		}
	}

	public static void fuzzerTestOneInput(byte[] input) {
		PROPERTIES.accept(new Choices(input));
	}

}
