package io.github.jsonrpcspring.soak.server;

/**
 * What a server counts.
 *
 * @param open open connections
 * @param accepted connections so far
 * @param struck faults so far that the next request may suffer from
 * @since 0.1.0
 */
public record Figures(int open, int accepted, int struck) {

	/**
	 * Add the figures of another port, or of the server before.
	 * @param other the other's
	 * @return the sums
	 */
	public Figures plus(Figures other) {
		return new Figures(this.open + other.open, this.accepted + other.accepted, this.struck + other.struck);
	}

	/**
	 * Return the figures of a server that is no more.
	 * @return these, without open connections
	 */
	public Figures ended() {
		return new Figures(0, this.accepted, this.struck);
	}

	static Figures parse(String text) {
		String[] parts = text.split(" ", -1);
		return new Figures(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
	}

	@Override
	public String toString() {
		return this.open + " " + this.accepted + " " + this.struck;
	}

}
