package io.github.jsonrpcspring.testsupport;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What a client writes to its logger while this is open.
 */
public final class CapturedLog implements AutoCloseable {

	private final Logger logger;

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {

		@Override
		protected void append(ILoggingEvent event) {
			// The MDC is read when it is asked for
			event.prepareForDeferredProcessing();
			super.append(event);
		}

	};

	private CapturedLog(String client, Level level) {
		this.logger = (Logger) LoggerFactory.getLogger("jsonrpc.client." + client);
		this.logger.setLevel(level);
		this.logger.setAdditive(false);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	public static CapturedLog debug(String client) {
		return new CapturedLog(client, Level.DEBUG);
	}

	public static CapturedLog at(String client, Level level) {
		return new CapturedLog(client, level);
	}

	public List<ILoggingEvent> events() {
		return List.copyOf(this.appender.list);
	}

	/**
	 * Return the lines, with {@code (n ms)} for every duration.
	 */
	public List<String> lines() {
		return events().stream()
			.map((event) -> event.getFormattedMessage().replaceFirst("\\(\\d+ ms\\)$", "(n ms)"))
			.toList();
	}

	public Map<String, Object> keyValues(int index) {
		return events().get(index)
			.getKeyValuePairs()
			.stream()
			.collect(Collectors.toMap((pair) -> pair.key, (pair) -> pair.value));
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
		this.logger.setAdditive(true);
	}

}
