package io.github.jsonrpcspring.integration.server;

import java.io.OutputStream;
import java.nio.file.Path;

import org.opentest4j.TestAbortedException;

/**
 * Starts every server that this machine can have, says so, and waits to be killed.
 */
final class StartedServers {

	private StartedServers() {
	}

	public static void main(String[] args) throws Exception {
		try (RealServers servers = new RealServers(Path.of(args[0]))) {
			for (RealServer server : RealServer.values()) {
				try {
					System.out.println(server + " at " + servers.url(server));
				}
				catch (TestAbortedException ex) {
					System.out.println(ex.getMessage());
				}
			}
			System.out.println("started");
			System.in.transferTo(OutputStream.nullOutputStream());
		}
	}

}
