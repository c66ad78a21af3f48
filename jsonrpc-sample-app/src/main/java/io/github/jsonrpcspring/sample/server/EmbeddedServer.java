package io.github.jsonrpcspring.sample.server;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts a {@link SampleServer} before the application and ends it after. Its address is
 * the property {@code sample.server.url}.
 *
 * @since 0.1.0
 */
public final class EmbeddedServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		SampleServer server = SampleServer.start();
		context.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource("sampleServer", Map.of("sample.server.url", server.url())));
		context.addApplicationListener((ContextClosedEvent event) -> server.close());
	}

}
