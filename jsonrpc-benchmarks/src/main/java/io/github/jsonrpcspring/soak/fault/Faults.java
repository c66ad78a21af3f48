package io.github.jsonrpcspring.soak.fault;

/**
 * Draws the fault of each call: a pure function of seed and nonce.
 *
 * @since 0.1.0
 */
public final class Faults {

	/** How many calls in succession go to the same one of the two ports. */
	public static final int BLOCK = 8;

	private static final int INDEX_BITS = 24;

	private final long seed;

	private final long base;

	/**
	 * Create the faults of a run.
	 * @param seed the seed of the run
	 */
	public Faults(long seed) {
		this.seed = mix(seed);
		this.base = (this.seed >>> 40) << INDEX_BITS;
	}

	/**
	 * Return the nonce of a call, which no other call has.
	 * @param index the number of the call
	 * @return the nonce
	 */
	public long nonce(int index) {
		return this.base | index;
	}

	/**
	 * Return the number of the call that a nonce belongs to.
	 * @param nonce the nonce
	 * @return the number, or -1 if no call has it
	 */
	public int index(long nonce) {
		return ((nonce >> INDEX_BITS) << INDEX_BITS == this.base) ? (int) (nonce - this.base) : -1;
	}

	/**
	 * Return whether a call goes to the port whose connections last.
	 * @param nonce the nonce of the call
	 * @return whether it does
	 */
	public boolean isCalm(long nonce) {
		return index(nonce) / BLOCK % 2 == 0;
	}

	/**
	 * Return what happens to a message.
	 * @param firstNonce the nonce of the first call in it
	 * @return the fault
	 */
	public Fault ofMessage(long firstNonce) {
		return draw(firstNonce).in(Fault.Scope.MESSAGE);
	}

	/**
	 * Return what happens to one call in a message that has no fault as a whole.
	 * @param nonce the nonce of the call
	 * @return the fault
	 */
	public Fault ofCall(long nonce) {
		return draw(nonce).in(Fault.Scope.CALL);
	}

	/**
	 * Draw a number for another purpose.
	 * @param nonce the nonce of the call
	 * @param purpose tells the draws for one call apart
	 * @param bound what the number is less than
	 * @return the number
	 */
	public int draw(long nonce, int purpose, int bound) {
		return (int) Long.remainderUnsigned(mix(mix(nonce ^ this.seed) + purpose), bound);
	}

	private Fault draw(long nonce) {
		int drawn = draw(nonce, 0, Fault.WHOLE);
		for (Fault fault : Fault.values()) {
			drawn -= fault.weight();
			if (drawn < 0) {
				return (fault.isCalm() || !isCalm(nonce)) ? fault : Fault.NONE;
			}
		}
		return Fault.NONE;
	}

	/** The finalizer of SplitMix64. */
	private static long mix(long value) {
		long mixed = value + 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

}
