package io.github.jsonrpcspring.soak;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Notes how every call ended: once, and as it had to.
 */
final class Ledger {

	private static final int MOST_EXAMPLES = 5;

	private final AtomicReferenceArray<@Nullable Outcome> outcomes;

	private final LongAdder ended = new LongAdder();

	private final AtomicInteger duplicated = new AtomicInteger();

	private final BitSet collateral;

	private final Map<Integer, String> failures = new ConcurrentHashMap<>();

	private final AtomicInteger unexpected = new AtomicInteger();

	private final Queue<String> examples = new ConcurrentLinkedQueue<>();

	Ledger(int calls) {
		this.outcomes = new AtomicReferenceArray<>(calls);
		this.collateral = new BitSet(calls);
	}

	/**
	 * Note the end of a call.
	 * @param failure the exception, if there is one
	 */
	void end(int index, Outcome outcome, Outcome expected, @Nullable Throwable failure) {
		if (!this.outcomes.compareAndSet(index, null, outcome)) {
			if (this.outcomes.get(index) != Outcome.CANCELLED) {
				this.duplicated.incrementAndGet();
				example(index, outcome, expected, failure, "again, ");
			}
			return;
		}
		this.ended.increment();
		if (outcome == Outcome.SWAPPED || (outcome != expected && !isOfNeighbour(outcome))) {
			this.unexpected.incrementAndGet();
			example(index, outcome, expected, failure, "");
		}
		else if (outcome != expected) {
			synchronized (this.collateral) {
				this.collateral.set(index);
			}
			this.failures.put(index, String.valueOf(failure));
		}
	}

	/**
	 * Note that a call was cancelled, unless it has ended before.
	 */
	void cancel(int index) {
		if (this.outcomes.compareAndSet(index, null, Outcome.CANCELLED)) {
			this.ended.increment();
		}
	}

	/**
	 * What a call may suffer from a fault of its neighbour: the loss of the connection,
	 * or an answer that it does not take, be it one that has no id.
	 */
	private static boolean isOfNeighbour(Outcome outcome) {
		return switch (outcome) {
			case TRANSPORT, STATUS, NO_JSON, ID_MISMATCH, INVALID -> true;
			default -> false;
		};
	}

	private void example(int index, Outcome outcome, Outcome expected, @Nullable Throwable failure, String word) {
		if (this.examples.size() < MOST_EXAMPLES) {
			this.examples.add("call " + index + ": " + word + outcome + " where " + expected + " was drawn"
					+ ((failure != null) ? ", " + failure : ""));
		}
	}

	long ended() {
		return this.ended.sum();
	}

	int calls() {
		return this.outcomes.length();
	}

	long lost() {
		return calls() - ended();
	}

	int duplicated() {
		return this.duplicated.get();
	}

	/**
	 * Return the calls that ended as the neighbour of a fault may.
	 */
	BitSet collateral() {
		synchronized (this.collateral) {
			return (BitSet) this.collateral.clone();
		}
	}

	/**
	 * Return what a call that ended as the neighbour of a fault may failed with.
	 */
	@Nullable String failure(int index) {
		return this.failures.get(index);
	}

	/**
	 * Return how a call ended.
	 */
	@Nullable Outcome outcome(int index) {
		return this.outcomes.get(index);
	}

	int unexpected() {
		return this.unexpected.get();
	}

	Queue<String> examples() {
		return this.examples;
	}

	/**
	 * Return how many calls had each outcome.
	 */
	Map<Outcome, Integer> counts() {
		Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
		for (int i = 0; i < calls(); i++) {
			Outcome outcome = this.outcomes.get(i);
			if (outcome != null) {
				counts.merge(outcome, 1, Integer::sum);
			}
		}
		return Collections.unmodifiableMap(counts);
	}

}
