package io.github.jsonrpcspring.soak.server;

import io.github.jsonrpcspring.soak.fault.Nonces;

/**
 * The calls that a server has received.
 *
 * @param all all of them
 * @param struck those that an earlier fault of their connection may strike
 * @since 0.1.0
 */
public record Received(Nonces all, Nonces struck) {

	private static final String SEPARATOR = "|";

	Received() {
		this(new Nonces(), new Nonces());
	}

	/**
	 * Add what another server has received.
	 * @param text what the other says of itself
	 */
	void addAll(String text) {
		int separator = text.indexOf(SEPARATOR);
		this.all.addAll(text.substring(0, separator));
		this.struck.addAll(text.substring(separator + SEPARATOR.length()));
	}

	@Override
	public String toString() {
		return this.all + SEPARATOR + this.struck;
	}

}
