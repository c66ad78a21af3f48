package io.github.jsonrpcspring.soak.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls of one client that wait for their answers.
 */
final class LiveCalls {

	private static final long NEVER_USED = 1L << 50;

	private final Map<Long, Call> calls = new ConcurrentHashMap<>();

	void begin(Message message) {
		message.calls().forEach((call) -> this.calls.put(call.id(), call));
	}

	void end(Message message) {
		message.calls().forEach((call) -> this.calls.remove(call.id()));
	}

	/**
	 * Return a call that waits and is not of the message, or one that does not exist.
	 */
	Call other(Message message) {
		for (Call call : this.calls.values()) {
			if (!message.calls().contains(call)) {
				return call;
			}
		}
		return new Call(NEVER_USED + message.first().id(), NEVER_USED);
	}

}
