package io.github.jsonrpcspring.startup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.startup.byhand.ByHandApplication;
import io.github.jsonrpcspring.startup.http.HttpInterfacesApplication;
import io.github.jsonrpcspring.startup.jsonrpc.JsonRpcApplication;

/**
 * The program: starts three applications in turn, each in a JVM of its own, and prints
 * what the clients of this project add, and beside it what Spring's HTTP interfaces add.
 *
 * @since 0.1.0
 */
public final class Startup {

	private static final String STARTS = "--starts=";

	private static final int DEFAULT_STARTS = 11;

	private static final List<Class<?>> APPLICATIONS = List.of(JsonRpcApplication.class, ByHandApplication.class,
			HttpInterfacesApplication.class);

	private Startup() {
	}

	/**
	 * Run the program.
	 * @param args {@code --starts=…}, how often each is started
	 * @throws IOException if an application does not start
	 */
	public static void main(String[] args) throws IOException {
		PrintStream output = System.out;
		output.print(StartupReport.of(measure(starts(args))));
	}

	static int starts(String... args) {
		int starts = DEFAULT_STARTS;
		for (String arg : args) {
			if (!arg.startsWith(STARTS)) {
				throw new IllegalArgumentException("Unknown option '" + arg + "', there is " + STARTS);
			}
			starts = Integer.parseInt(arg.substring(STARTS.length()));
		}
		if (starts < 1) {
			throw new IllegalArgumentException("'starts' must be positive");
		}
		return starts;
	}

	/**
	 * Start all as often, in changing order, and once more before that does not count.
	 */
	static List<Round> measure(int starts) throws IOException {
		List<Round> rounds = new ArrayList<>();
		for (int i = 0; i <= starts; i++) {
			StartTimes[] times = new StartTimes[APPLICATIONS.size()];
			for (int k = 0; k < times.length; k++) {
				int application = (i + k) % times.length;
				times[application] = start(APPLICATIONS.get(application));
			}
			rounds.add(new Round(times[0], times[1], times[2]));
		}
		return rounds.subList(1, rounds.size());
	}

	private static StartTimes start(Class<?> application) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), application.getName())
			.redirectErrorStream(true)
			.start();
		try {
			List<String> lines = process.inputReader().lines().toList();
			return lines.stream()
				.filter(StartTimes::isLine)
				.findFirst()
				.map(StartTimes::parse)
				.orElseThrow(() -> new IOException(
						application.getSimpleName() + " did not start: " + String.join("\n", lines)));
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * A start of each application.
	 *
	 * @param jsonRpc with the clients
	 * @param byHand with web clients only
	 * @param httpInterfaces with HTTP interfaces
	 */
	record Round(StartTimes jsonRpc, StartTimes byHand, StartTimes httpInterfaces) {

	}

}
