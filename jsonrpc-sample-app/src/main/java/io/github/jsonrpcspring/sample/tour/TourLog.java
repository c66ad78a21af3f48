package io.github.jsonrpcspring.sample.tour;

import java.net.URI;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the reader what happens. The lines between, {@code -->} and {@code <--}, are the
 * client's own log.
 */
final class TourLog {

	private static final Logger logger = LoggerFactory.getLogger("tour");

	private static final String INDENT = "    ";

	void welcome(Map<String, JsonRpcTemplate> templates) {
		logger.info("A tour of the JSON-RPC client");
		templates.values().forEach((template) -> {
			URI target = template.settings().target();
			String server = (target != null) ? target.getScheme() + "://" + target.getAuthority() : "its transport";
			logger.info("{}client '{}' calls {}", INDENT, template.settings().name(), server);
		});
	}

	void part(TourPart part) {
		logger.info("");
		logger.info("=== {} ===", part.title());
	}

	void step(int number, Step step) {
		logger.info("");
		logger.info("{}. {}", number, step.title());
		step.code().lines().forEach((line) -> logger.info("{}{}", INDENT, line.replace("\t", INDENT)));
	}

	void result(Step step, StepResult result) {
		switch (result.verdict()) {
			case OK -> logger.info("{}OK: {}", INDENT, result.describe());
			case FAILED -> {
				logger.info("{}FAILED: {}", INDENT, result.describe());
				logger.info("{}expected: {}", INDENT, step.expected());
			}
			case NOT_OFFERED -> {
				logger.info("{}NOT OFFERED: {}", INDENT, result.describe());
				logger.info("{}expected: {}", INDENT, step.expected());
			}
		}
	}

	void unreachable() {
		logger.info("");
		logger.info("Nothing answers there, so the tour ends here.");
	}

	void summary(Tally tally) {
		logger.info("");
		logger.info("{}", tally.summary());
	}

}
