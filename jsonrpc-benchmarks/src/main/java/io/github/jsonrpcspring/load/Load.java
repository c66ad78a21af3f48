package io.github.jsonrpcspring.load;

import java.io.IOException;
import java.io.PrintStream;

import io.github.jsonrpcspring.load.report.LoadReport;
import io.github.jsonrpcspring.load.report.Results;

/**
 * The program: measures all contestants, prints a table, and writes it with all data and
 * a picture. A wrong result ends it; a bar that is missed does not.
 *
 * @since 0.1.0
 */
public final class Load {

	private Load() {
	}

	/**
	 * Run the program.
	 * @param args see {@link LoadOptions}
	 * @throws InterruptedException if it is interrupted
	 * @throws IOException if the report cannot be written
	 */
	public static void main(String[] args) throws InterruptedException, IOException {
		LoadOptions options = LoadOptions.parse(args);
		PrintStream progress = System.err;
		Results results = new LoadRun(options, progress::println).run();
		PrintStream output = System.out;
		output.print(LoadReport.write(results, options.out()));
		// The threads of some clients would go on
		System.exit(0);
	}

}
