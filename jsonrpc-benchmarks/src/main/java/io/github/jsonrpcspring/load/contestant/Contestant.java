package io.github.jsonrpcspring.load.contestant;

import java.net.URI;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One way to call a server.
 *
 * @param name what it is called in the report
 * @param group what it is
 * @param calls how many calls are in each of its messages
 * @param reference the name of the call written by hand that it is compared with
 * @param start makes it for a server
 * @since 0.1.0
 */
public record Contestant(String name, Group group, int calls, @Nullable String reference, Function<URI, Client> start) {

	static Contestant ours(String name, String reference, Function<URI, Client> start) {
		return new Contestant(name, Group.OURS, 1, reference, start);
	}

	static Contestant ourBatch(String name, String reference, Function<URI, Client> start) {
		return new Contestant(name, Group.OURS, Contestants.BATCH_SIZE, reference, start);
	}

	static Contestant peer(String name, Function<URI, Client> start) {
		return new Contestant(name, Group.PEER, 1, null, start);
	}

	static Contestant limit(String name, Function<URI, Client> start) {
		return new Contestant(name, Group.LIMIT, 1, null, start);
	}

	static Contestant batchLimit(String name, Function<URI, Client> start) {
		return new Contestant(name, Group.LIMIT, Contestants.BATCH_SIZE, null, start);
	}

	/**
	 * Return the name of the call written by hand that it is compared with, or is. Peers
	 * block, as what is made on {@code RestClient} does.
	 * @return a name
	 */
	public String family() {
		if (this.reference != null) {
			return this.reference;
		}
		return (this.group == Group.PEER) ? Contestants.REST_CLIENT : this.name;
	}

}
