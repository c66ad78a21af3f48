package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * Contexts with the auto-configurations that ours builds on.
 */
final class TestContexts {

	private TestContexts() {
	}

	static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(autoConfigurations());
	}

	/**
	 * Return the property that chooses the transport of a kind of HTTP client.
	 */
	static String transport(String client) {
		return "jsonrpc.defaults.transport=" + (client.startsWith("rest-") ? "rest-client" : "web-client");
	}

	/**
	 * Return the property that chooses a kind of HTTP client: {@code rest-} and that of a
	 * blocking one, or that of a reactive one.
	 */
	static String httpClient(String client) {
		return client.startsWith("rest-")
				? "spring.http.clients.imperative.factory=" + client.substring("rest-".length())
				: "spring.http.clients.reactive.connector=" + client;
	}

	static AutoConfigurations autoConfigurations() {
		return AutoConfigurations.of(JsonRpcClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
				WebClientAutoConfiguration.class, RestClientAutoConfiguration.class, JacksonAutoConfiguration.class,
				SslAutoConfiguration.class);
	}

	static ApplicationContextInitializer<ConfigurableApplicationContext> yaml(String yaml) {
		ByteArrayResource resource = new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "application.yml");
		return (context) -> {
			try {
				new YamlPropertySourceLoader().load("application.yml", resource)
					.forEach(context.getEnvironment().getPropertySources()::addLast);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

	static ApplicationContextInitializer<ConfigurableApplicationContext> systemEnvironment(String... pairs) {
		Map<String, Object> variables = new HashMap<>();
		for (String pair : pairs) {
			variables.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
		}
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		return (context) -> context.getEnvironment()
			.getPropertySources()
			.replace(name, new SystemEnvironmentPropertySource(name, variables));
	}

}
