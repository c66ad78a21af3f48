package io.github.jsonrpcspring.load.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes results to a directory.
 *
 * @since 0.1.0
 */
public final class LoadReport {

	private LoadReport() {
	}

	/**
	 * Write {@code load.md}, {@code load.json} and {@code load.svg}.
	 * @param results the results
	 * @param directory where to
	 * @return the tables
	 * @throws IOException if it is not possible
	 */
	public static String write(Results results, Path directory) throws IOException {
		String tables = MarkdownReport.of(results);
		Files.createDirectories(directory);
		Files.writeString(directory.resolve("load.md"), tables);
		Files.writeString(directory.resolve("load.json"), JsonReport.of(results));
		Files.writeString(directory.resolve("load.svg"), SvgReport.of(results));
		return tables;
	}

}
