package io.github.jsonrpcspring.soak;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.soak.fault.Faults;

/**
 * Hands out the calls of a part of the run, some at a time.
 */
final class Blocks {

	private final AtomicInteger next;

	private final int end;

	Blocks(int start, int end) {
		this.next = new AtomicInteger(start);
		this.end = end;
	}

	/**
	 * Return the numbers of the next calls, none at the end.
	 */
	IntStream next() {
		int start = Math.min(this.next.getAndAdd(Faults.BLOCK), this.end);
		return IntStream.range(start, Math.min(start + Faults.BLOCK, this.end));
	}

}
