package io.github.jsonrpcspring.autoconfigure;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole applications on a class path that lacks a module of Spring Boot.
 */
class WithoutOptionalModulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "spring-boot-jackson", "spring-boot-webclient", "spring-boot-reactor",
			"spring-boot-actuator-autoconfigure", "spring-boot-health", "spring-security-oauth2-client",
			"spring-boot-micrometer-metrics", "spring-boot-micrometer-.*",
			"micrometer-(core|jakarta9|registry|tracing).*", "context-propagation" })
	void applicationStarts(String module) throws Exception {
		assertThat(start(module)).containsExactly("nodeJsonRpcTemplate");
	}

	@SuppressWarnings("unchecked")
	private static List<String> start(String module) throws Exception {
		Thread thread = Thread.currentThread();
		ClassLoader original = thread.getContextClassLoader();
		try (URLClassLoader classLoader = without(module)) {
			thread.setContextClassLoader(classLoader);
			Class<?> application = classLoader.loadClass(Application.class.getName());
			return ((Supplier<List<String>>) application.getDeclaredConstructor().newInstance()).get();
		}
		finally {
			thread.setContextClassLoader(original);
		}
	}

	private static URLClassLoader without(String module) throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		int left = 0;
		for (String entry : StringUtils.delimitedListToStringArray(System.getProperty("java.class.path"),
				File.pathSeparator)) {
			if (Path.of(entry).getFileName().toString().matches(module + "-[0-9].*")) {
				left++;
			}
			else {
				urls.add(Path.of(entry).toUri().toURL());
			}
		}
		assertThat(left).as(module).isPositive();
		return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	/**
	 * Starts itself, in the class loader that loaded this class.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Application implements Supplier<List<String>> {

		/**
		 * Created by reflection.
		 */
		public Application() {
		}

		@Override
		public List<String> get() {
			SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
				.properties("jsonrpc.clients.node.url=http://node.example.com/",
						"jsonrpc.clients.node.health.method=ping")
				.registerShutdownHook(false)
				.build();
			try (ConfigurableApplicationContext context = application.run()) {
				return List.of(context.getBeanNamesForType(JsonRpcTemplate.class));
			}
		}

	}

}
