package io.github.jsonrpcspring.integration.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.opentest4j.TestAbortedException;

/**
 * The servers of Node's registry, installed below {@code target} as the lock file says.
 *
 * @param directory where {@code node_modules} is
 */
record NodePackages(Path directory) {

	/**
	 * Install the packages, unless they are there.
	 * @param sources the directory of {@code package.json} and its lock file
	 * @param directory where to install
	 * @throws TestAbortedException if this machine has no npm
	 */
	static NodePackages install(Path sources, Path directory) throws IOException {
		String npm = npm().orElseThrow(() -> skipped("there is no npm on the path"));
		Files.createDirectories(directory);
		for (String file : new String[] { "package.json", "package-lock.json", "server.js" }) {
			Files.copy(sources.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		}
		Path lock = directory.resolve("package-lock.json");
		Path installed = directory.resolve("installed-lock.json");
		if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
			return new NodePackages(directory);
		}
		Path log = directory.resolve("npm.log");
		Process process = new ProcessBuilder(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
			.directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
				throw new IOException("npm could not install the servers: " + Files.readString(log));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while npm installed the servers", ex);
		}
		finally {
			process.destroyForcibly();
		}
		Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
		return new NodePackages(directory);
	}

	/**
	 * Return the program inside the package for this operating system and processor.
	 */
	Path anvil() throws IOException {
		try (Stream<Path> packages = Files.list(this.directory.resolve("node_modules/@foundry-rs"))) {
			return packages.map((directory) -> directory.resolve("bin/anvil"))
				.filter(Files::isExecutable)
				.findFirst()
				.orElseThrow(() -> new IOException("There is no anvil for this operating system and processor"));
		}
	}

	private static Optional<String> npm() {
		if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
			throw skipped("they are not started on Windows");
		}
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, "npm"))
			.filter(Files::isExecutable)
			.map(Path::toString)
			.findFirst();
	}

	private static TestAbortedException skipped(String reason) {
		return new TestAbortedException("The tests with jayson and anvil are skipped: " + reason);
	}

}
