package io.github.jsonrpcspring.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.soak.fault.Faults;
import io.github.jsonrpcspring.soak.server.Received;

/**
 * What came of a run, and whether it is good.
 *
 * @param options what was run
 * @param ledger how the calls ended
 * @param received what the server received
 * @param measured what was measured while the clients were there
 * @param openAfterClose connections that are open after the clients were closed
 * @param leaks buffers that nobody released
 * @param dropped errors that nobody was left to hear of
 */
record SoakResult(SoakOptions options, Ledger ledger, Received received, SoakRun.Measured measured, int openAfterClose,
		int leaks, long dropped) {

	/** What collections leave now and then, of code that was not loaded before. */
	static final long HEAP_ALLOWANCE = 8 * 1024 * 1024;

	/** Calls in the largest batch. */
	private static final int MOST_STRUCK = 5;

	/** Calls of one caller that may find the server down. */
	private static final int MOST_BROKEN = Faults.BLOCK;

	/**
	 * Return how many connections may be open when nothing is to do: for each caller one
	 * to each port.
	 */
	static int mostIdle(SoakOptions options) {
		return 2 * options.callers();
	}

	/**
	 * Return how many connections may be open when the clients are gone. Nothing closes
	 * the client of the JDK; it ends once it was collected, but not if a cancelled
	 * exchange still counts as under way.
	 */
	static int mostLeft(SoakOptions options) {
		return options.isJdkClient() ? mostIdle(options) : 0;
	}

	/**
	 * Return what is not as it must be.
	 * @return a line each
	 */
	List<String> failures() {
		List<String> failures = new ArrayList<>();
		require(failures, this.ledger.lost() == 0, "lost calls");
		require(failures, swapped() == 0, "swapped answers");
		require(failures, this.ledger.duplicated() == 0, "duplicated outcomes");
		require(failures, this.received.all().repeated() == 0, "repeated requests");
		require(failures, this.ledger.unexpected() == 0, "unexpected outcomes");
		require(failures, unexplained().findAny().isEmpty(), "collateral outcomes without a reason");
		require(failures, this.ledger.collateral().cardinality() <= mostCollateral(), "too many collateral outcomes");
		require(failures, this.measured.restarts() == this.options.restarts(), "restarts not made");
		require(failures, this.options.cancel() == 0 || this.ledger.counts().containsKey(Outcome.CANCELLED),
				"nothing cancelled");
		require(failures, this.ledger.counts().getOrDefault(Outcome.VALUE, 0) > this.ledger.calls() / 2,
				"too few results");
		require(failures, this.measured.underWay() == 0, "calls under way");
		require(failures, this.measured.after().heap() <= this.measured.before().heap() + HEAP_ALLOWANCE,
				"heap not flat");
		require(failures,
				this.measured.after().threads() <= this.measured.before().threads() + this.options.spareThreads(),
				"threads not flat");
		require(failures, this.measured.server().open() <= mostIdle(this.options), "too many idle connections");
		require(failures, this.openAfterClose <= mostLeft(this.options), "connections left open");
		require(failures, this.leaks == 0, "leaked buffers");
		return failures;
	}

	private static void require(List<String> failures, boolean good, String failure) {
		if (!good) {
			failures.add(failure);
		}
	}

	int swapped() {
		return this.ledger.counts().getOrDefault(Outcome.SWAPPED, 0);
	}

	/**
	 * Return the calls that ended as the neighbour of a fault may, where none was: whose
	 * request came to the server, but over no connection that had been struck. Where the
	 * server was restarted, any connection may have ended; and the client of the JDK may
	 * close that of another call with the one it breaks off.
	 */
	IntStream unexplained() {
		return this.ledger.collateral().stream().filter((index) -> {
			boolean lostConnection = this.ledger.outcome(index) == Outcome.TRANSPORT;
			boolean neverReceived = !this.received.all().contains(index);
			boolean explained = this.received.struck().contains(index) || neverReceived
					|| (lostConnection && mayLoseConnections());
			return !explained;
		});
	}

	private boolean mayLoseConnections() {
		return this.options.restarts() > 0 || this.options.isJdkClient();
	}

	private long mostCollateral() {
		return (long) this.measured.server().struck() * MOST_STRUCK
				+ (long) this.options.restarts() * this.options.callers() * MOST_BROKEN;
	}

}
