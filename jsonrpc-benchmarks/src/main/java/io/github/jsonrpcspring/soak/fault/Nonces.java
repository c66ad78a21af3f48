package io.github.jsonrpcspring.soak.fault;

import java.util.Base64;
import java.util.BitSet;

/**
 * The calls that a server has seen, and how many it has seen again.
 *
 * @since 0.1.0
 */
public final class Nonces {

	private final BitSet seen = new BitSet();

	private int repeated;

	/**
	 * Note a call.
	 * @param index its number
	 */
	public synchronized void add(int index) {
		if (this.seen.get(index)) {
			this.repeated++;
		}
		this.seen.set(index);
	}

	/**
	 * Note the calls that another server has seen.
	 * @param text what the other says of itself
	 */
	public synchronized void addAll(String text) {
		int separator = text.indexOf(' ');
		BitSet other = BitSet.valueOf(Base64.getDecoder().decode(text.substring(separator + 1)));
		BitSet again = (BitSet) other.clone();
		again.and(this.seen);
		this.repeated += Integer.parseInt(text.substring(0, separator)) + again.cardinality();
		this.seen.or(other);
	}

	/**
	 * Return whether a call was seen.
	 * @param index its number
	 * @return whether it was
	 */
	public synchronized boolean contains(int index) {
		return this.seen.get(index);
	}

	/**
	 * Return how many calls were seen.
	 * @return the number
	 */
	public synchronized int count() {
		return this.seen.cardinality();
	}

	/**
	 * Return how often a call was seen again.
	 * @return the number
	 */
	public synchronized int repeated() {
		return this.repeated;
	}

	/**
	 * Return what {@link #addAll} reads.
	 */
	@Override
	public synchronized String toString() {
		return this.repeated + " " + Base64.getEncoder().encodeToString(this.seen.toByteArray());
	}

}
