package io.github.jsonrpcspring.client.transport;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Remembers which servers keep a connection open after an answer, and for a while which
 * close it without having said so.
 */
final class ServerHabits {

	static final Duration MEMORY = Duration.ofMinutes(1);

	private static final int MAX_SERVERS = 1000;

	private final Set<SocketAddress> keepingOpen = ConcurrentHashMap.newKeySet();

	private final Map<SocketAddress, Long> closingSilently = new ConcurrentHashMap<>();

	boolean keepsOpen(SocketAddress server) {
		return this.keepingOpen.contains(server);
	}

	boolean closesSilently(SocketAddress server) {
		return closesSilently(server, System.nanoTime());
	}

	boolean closesSilently(SocketAddress server, long now) {
		@Nullable Long noticed = this.closingSilently.get(server);
		return noticed != null && now - noticed < MEMORY.toNanos();
	}

	void keptOpen(SocketAddress server) {
		this.closingSilently.remove(server);
		if (this.keepingOpen.size() < MAX_SERVERS) {
			this.keepingOpen.add(server);
		}
	}

	void closedSilently(SocketAddress server) {
		this.keepingOpen.remove(server);
		if (this.closingSilently.size() >= MAX_SERVERS) {
			this.closingSilently.clear();
		}
		this.closingSilently.put(server, System.nanoTime());
	}

}
