package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.jspecify.annotations.Nullable;

/**
 * The two lines of the wire log of one call, the second when it has ended.
 */
final class CallLog {

	private final WireLog log;

	private final @Nullable CallObservation observation;

	private final long start = System.nanoTime();

	private final AtomicBoolean ended;

	/**
	 * Write the first line, if any is wanted.
	 */
	CallLog(WireLog log, PreparedCall call) {
		this.log = log;
		this.observation = call.observation();
		boolean shown = log.shows(call.message());
		this.ended = new AtomicBoolean(!shown);
		if (shown) {
			CallObservation.scoped(this.observation, () -> log.request(call.message(), call.request().body()));
		}
	}

	/**
	 * Write what was read.
	 * @param size how much that was, where it is not all in the document
	 */
	void response(PreparedCall call, JsonRpcTransportResponse document, String size) {
		end((duration) -> this.log.response(call.message(), document, size, duration));
	}

	void failure(PreparedCall call, Throwable failure) {
		end((duration) -> this.log.failure(call.message(), failure, duration));
	}

	void cancelled(PreparedCall call) {
		end((duration) -> this.log.cancelled(call.message(), duration));
	}

	private void end(Consumer<Duration> line) {
		if (this.ended.compareAndSet(false, true)) {
			CallObservation.scoped(this.observation,
					() -> line.accept(Duration.ofNanos(System.nanoTime() - this.start)));
		}
	}

}
