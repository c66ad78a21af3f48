package io.github.jsonrpcspring.soak;

import java.io.PrintStream;

/**
 * The program: runs and reports, and fails when any figure is not what it must be.
 *
 * @since 0.1.0
 */
public final class Soak {

	private Soak() {
	}

	/**
	 * Run the program.
	 * @param args see {@link SoakOptions}
	 * @throws InterruptedException if it is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		SoakResult result = new SoakRun(SoakOptions.parse(args), (server) -> (client, builder) -> {
		}).run();
		PrintStream output = System.out;
		output.print(Report.of(result));
		System.exit(result.failures().isEmpty() ? 0 : 1);
	}

}
