package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The {@code -->} and {@code <--} lines of one client, at level DEBUG of the logger
 * {@code jsonrpc.client.<name>}.
 */
final class WireLog {

	private static final int MOST_WARNINGS = 5;

	private final Logger logger;

	private final JsonRpcClientSettings settings;

	private final BodyMask mask;

	WireLog(JsonRpcClientSettings settings, BodyMask mask) {
		this.logger = LoggerFactory.getLogger("jsonrpc.client." + settings.name());
		this.settings = settings;
		this.mask = mask;
	}

	/**
	 * Return whether the lines of a message are wanted; those of a batch only when those
	 * of all its methods are.
	 */
	boolean shows(JsonRpcMessage message) {
		if (!this.logger.isDebugEnabled()) {
			return false;
		}
		if (message instanceof JsonRpcBatchRequest batch) {
			return batch.requests().stream().allMatch(this::shows);
		}
		JsonRpcClientSettings.Method method = (message instanceof JsonRpcRequest request)
				? this.settings.forMethod(request.method()) : null;
		return method == null || !Boolean.FALSE.equals(method.log());
	}

	void request(JsonRpcMessage message, byte[] body) {
		event(message).log("--> {}", this.mask.show(body, members(message)));
	}

	void response(JsonRpcMessage message, JsonRpcTransportResponse response, Duration duration) {
		response(message, response, "", duration);
	}

	/**
	 * Log what was read of an answer.
	 * @param size how much that was, where the body is not all of it
	 */
	void response(JsonRpcMessage message, JsonRpcTransportResponse response, String size, Duration duration) {
		String body = ((response.body().length > 0) ? " " + this.mask.show(response.body()) : "") + size;
		event(message).addKeyValue("http.response.status_code", response.status().value())
			.addKeyValue("jsonrpc.duration_ms", duration.toMillis())
			.log("<-- {}{} ({} ms)", response.status().value(), body, duration.toMillis());
	}

	void failure(JsonRpcMessage message, Throwable failure, Duration duration) {
		event(message).addKeyValue("error.type", Failures.type(failure).getName())
			.addKeyValue("jsonrpc.duration_ms", duration.toMillis())
			.log("<-- {} ({} ms)", Failures.describe(failure), duration.toMillis());
	}

	void cancelled(JsonRpcMessage message, Duration duration) {
		event(message).addKeyValue("jsonrpc.duration_ms", duration.toMillis())
			.log("<-- cancelled ({} ms)", duration.toMillis());
	}

	/**
	 * Warn of what a batch answer held beside the answers to its calls.
	 */
	void warn(List<String> anomalies) {
		if (!anomalies.isEmpty()) {
			String more = (anomalies.size() > MOST_WARNINGS) ? "; and " + (anomalies.size() - MOST_WARNINGS) + " more"
					: "";
			this.logger.warn("In a batch, {}{}",
					String.join("; ", anomalies.subList(0, Math.min(anomalies.size(), MOST_WARNINGS))), more);
		}
	}

	private LoggingEventBuilder event(JsonRpcMessage message) {
		LoggingEventBuilder event = this.logger.atDebug().addKeyValue("jsonrpc.client", this.settings.name());
		if (message instanceof JsonRpcBatchRequest batch) {
			return event.addKeyValue("jsonrpc.batch.size", batch.size());
		}
		if (message instanceof JsonRpcRequest request) {
			event = event.addKeyValue("rpc.method", request.method());
			JsonRpcId id = request.id();
			return (id != null)
					? event.addKeyValue("jsonrpc.request.id", (id.text() != null) ? id.text() : id.toString()) : event;
		}
		return event;
	}

	private static Set<String> members(@Nullable JsonRpcMessage message) {
		if (message instanceof JsonRpcRequest request) {
			return request.members().keySet();
		}
		Set<String> members = new HashSet<>();
		if (message instanceof JsonRpcBatchRequest batch) {
			batch.forEach((request) -> members.addAll(request.members().keySet()));
		}
		return members;
	}

}
