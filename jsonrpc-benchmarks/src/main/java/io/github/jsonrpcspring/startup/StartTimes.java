package io.github.jsonrpcspring.startup;

/**
 * How long one start took.
 *
 * @param ready milliseconds from the start of the JVM until the application was ready
 * @param refresh milliseconds of these for the refresh of its context
 * @param cpu milliseconds that all processors spent until then, which other programs
 * disturb less
 */
record StartTimes(long ready, long refresh, long cpu) {

	private static final String PREFIX = "started ";

	String toLine() {
		return PREFIX + this.ready + " " + this.refresh + " " + this.cpu;
	}

	static boolean isLine(String line) {
		return line.startsWith(PREFIX);
	}

	static StartTimes parse(String line) {
		String[] times = line.substring(PREFIX.length()).split(" ", -1);
		return new StartTimes(Long.parseLong(times[0]), Long.parseLong(times[1]), Long.parseLong(times[2]));
	}

}
