package io.github.jsonrpcspring.client.transport;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of each server: whether it keeps a connection open after an answer.
 */
final class ServerHabits {

	private static final int MAX_SERVERS = 1000;

	private final Map<SocketAddress, Boolean> keepingOpen = new ConcurrentHashMap<>();

	boolean keepsOpen(SocketAddress server) {
		return Boolean.TRUE.equals(this.keepingOpen.get(server));
	}

	boolean closesSilently(SocketAddress server) {
		return Boolean.FALSE.equals(this.keepingOpen.get(server));
	}

	void setKeepingOpen(SocketAddress server, boolean value) {
		if (this.keepingOpen.size() >= MAX_SERVERS) {
			this.keepingOpen.clear();
		}
		this.keepingOpen.put(server, value);
	}

}
