package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The deadlines of the calls of one client. Calls with the time that its settings give
 * them share queues, of which there are some, so that threads do not wait for each other.
 */
final class Deadlines {

	private static final int QUEUES = 16;

	private final Map<Duration, List<DeadlineQueue>> queues = new HashMap<>();

	Deadlines(JsonRpcClientSettings settings) {
		add(settings.timeout());
		settings.methods().forEach((method) -> add(method.timeout()));
	}

	private void add(@Nullable Duration time) {
		if (time != null && !time.isZero()) {
			this.queues.computeIfAbsent(time,
					(key) -> Stream.generate(() -> DeadlineQueue.shared(key)).limit(QUEUES).toList());
		}
	}

	/**
	 * Return where a call waits for its deadline.
	 * @param time how long it may take, {@code null} for ever
	 */
	@Nullable DeadlineQueue queue(@Nullable Duration time) {
		if (time == null) {
			return null;
		}
		List<DeadlineQueue> shared = this.queues.get(time);
		return (shared != null) ? shared.get(index(Thread.currentThread())) : DeadlineQueue.single(time);
	}

	private static int index(Thread thread) {
		return Math.floorMod(thread.hashCode(), QUEUES);
	}

}
