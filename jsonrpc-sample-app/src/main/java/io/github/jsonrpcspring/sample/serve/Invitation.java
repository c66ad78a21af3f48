package io.github.jsonrpcspring.sample.serve;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says after the tour where to look.
 */
final class Invitation implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger("tour");

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
		logger.info("");
		logger.info("Calls go on until you end this with Ctrl+C. To see them:");
		for (String endpoint : List.of("prometheus", "health", "jsonrpcclients")) {
			logger.info("    http://localhost:{}/actuator/{}", port, endpoint);
		}
	}

}
