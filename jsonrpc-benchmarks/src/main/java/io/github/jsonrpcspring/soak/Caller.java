package io.github.jsonrpcspring.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.soak.fault.Faults;

/**
 * Takes blocks of calls and makes them one after another.
 */
final class Caller implements Runnable {

	private static final int STYLE = 41;

	private static final int SIZE = 42;

	private static final int LARGEST_BATCH = 5;

	private static final List<String> STYLES = List.of("blocking", "reactive", "proxy", "batch");

	private final SoakOptions options;

	private final Faults faults;

	private final Blocks blocks;

	private final Clients clients;

	private final Calls calls;

	private final Runnable pause;

	/**
	 * Create a caller.
	 * @param pause what to do before each block
	 */
	Caller(SoakOptions options, Faults faults, Blocks blocks, Clients clients, Calls calls, Runnable pause) {
		this.options = options;
		this.faults = faults;
		this.blocks = blocks;
		this.clients = clients;
		this.calls = calls;
		this.pause = pause;
	}

	@Override
	public void run() {
		for (IntStream block = this.blocks.next(); !Thread.currentThread().isInterrupted(); block = this.blocks
			.next()) {
			List<Long> nonces = block.mapToLong(this.faults::nonce).boxed().toList();
			if (nonces.isEmpty()) {
				return;
			}
			this.pause.run();
			make(nonces);
		}
	}

	private void make(List<Long> nonces) {
		long first = nonces.get(0);
		Client client = this.clients.get(this.faults.isCalm(first));
		String style = this.options.style().equals("mixed") ? STYLES.get(this.faults.draw(first, STYLE, STYLES.size()))
				: this.options.style();
		switch (style) {
			case "blocking" -> nonces.forEach((nonce) -> this.calls.blocking(client, nonce));
			case "reactive" -> nonces.forEach((nonce) -> this.calls.reactive(client, nonce));
			case "proxy" -> nonces.forEach((nonce) -> this.calls.proxy(client, nonce));
			default -> batches(nonces).forEach((batch) -> this.calls.batch(client, batch));
		}
	}

	private List<List<Long>> batches(List<Long> nonces) {
		List<List<Long>> batches = new ArrayList<>();
		for (int from = 0; from < nonces.size();) {
			int size = 1 + this.faults.draw(nonces.get(from), SIZE, LARGEST_BATCH);
			batches.add(nonces.subList(from, Math.min(from + size, nonces.size())));
			from += size;
		}
		return batches;
	}

}
