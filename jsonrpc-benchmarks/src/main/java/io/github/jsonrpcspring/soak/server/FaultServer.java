package io.github.jsonrpcspring.soak.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.github.jsonrpcspring.soak.fault.Faults;

/**
 * The program of the server: serves two ports, answers questions on its standard input,
 * and ends with it.
 *
 * @since 0.1.0
 */
public final class FaultServer {

	/** Printed first, with the two ports behind it. */
	static final String READY = "ready";

	static final String FIGURES = "figures";

	static final String RECEIVED = "received";

	/** Answered with what was received too, after the last of it. */
	static final String STOP = "stop";

	private FaultServer() {
	}

	/**
	 * Run the server.
	 * @param args the seed and the two ports, {@code 0} for any
	 * @throws IOException if a port is not free
	 * @throws InterruptedException never
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Faults faults = new Faults(Long.parseLong(args[0]));
		Received received = new Received();
		Endpoint calm = new Endpoint(Integer.parseInt(args[1]), faults, received);
		Endpoint rough = new Endpoint(Integer.parseInt(args[2]), faults, received);
		calm.start();
		rough.start();
		PrintStream output = System.out;
		output.println(READY + " " + calm.port() + " " + rough.port());
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = input.readLine(); line != null; line = input.readLine()) {
			if (line.equals(STOP)) {
				calm.stop();
				rough.stop();
			}
			output.println(line.equals(FIGURES) ? calm.figures().plus(rough.figures()) : received);
		}
		Runtime.getRuntime().halt(0);
	}

}
