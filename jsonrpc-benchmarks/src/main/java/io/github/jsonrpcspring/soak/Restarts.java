package io.github.jsonrpcspring.soak;

import io.github.jsonrpcspring.soak.server.ServerProcess;

/**
 * Restarts the server whenever another part of the calls has ended.
 */
final class Restarts implements Runnable {

	private static final int MILLIS = 10;

	private final ServerProcess server;

	private final Ledger ledger;

	private final int count;

	private volatile int done;

	Restarts(ServerProcess server, Ledger ledger, int count) {
		this.server = server;
		this.ledger = ledger;
		this.count = count;
	}

	int done() {
		return this.done;
	}

	@Override
	public void run() {
		try {
			for (int i = 1; i <= this.count; i++) {
				long next = (long) this.ledger.calls() * i / (this.count + 1);
				while (this.ledger.ended() < next) {
					Thread.sleep(MILLIS);
				}
				this.server.restart();
				this.done = i;
			}
		}
		catch (InterruptedException ex) {
			// The run is over
		}
	}

}
