package io.github.jsonrpcspring.autoconfigure;

import java.util.Map;
import java.util.function.BiConsumer;

import io.github.jsonrpcspring.actuate.JsonRpcHealthIndicator;
import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Beans that are generated ahead of time.
 */
@CompileWithForkedClassLoader
class JsonRpcClientAotTests {

	private static final Map<String, Object> PROPERTIES = Map.of("jsonrpc.clients.node.url",
			"http://build.example.com/", "jsonrpc.clients.my-wallet.url", "http://build.example.com/",
			"jsonrpc.clients.my-wallet.primary", "true", "jsonrpc.clients.node.health.method", "build");

	@Test
	void generatedBeansReadThePropertiesAtRuntime() {
		generate((initializer, hints) -> {
			GenericApplicationContext context = context(
					Map.of("jsonrpc.clients.node.url", "http://run.example.com/", "jsonrpc.clients.node.validation",
							"strict", "jsonrpc.clients.my-wallet.url", "http://wallet.example.com/"));
			initializer.initialize(context);
			context.refresh();
			try (context) {
				Beans beans = context.getBean(Beans.class);
				assertThat(beans.node.settings().target()).hasToString("http://run.example.com/");
				assertThat(beans.reactiveNode).isSameAs(beans.node.reactive());
				assertThat(beans.primary.settings().name()).isEqualTo("my-wallet");
				assertThat(context.getBeansOfType(JsonRpcTemplate.class)).containsOnlyKeys("nodeJsonRpcTemplate",
						"my-walletJsonRpcTemplate");
			}
		});
	}

	@Test
	void generatedBeansCheckTheHealthThatTheyKnow() {
		generate((initializer, hints) -> {
			GenericApplicationContext context = context(
					Map.of("jsonrpc.clients.node.url", "http://run.example.com/", "jsonrpc.clients.my-wallet.url",
							"http://wallet.example.com/", "jsonrpc.clients.node.health.method", "run"));
			initializer.initialize(context);
			context.refresh();
			try (context) {
				assertThat(context.getBean(CompositeReactiveHealthContributor.class).getContributor("node"))
					.isInstanceOf(JsonRpcHealthIndicator.class);
			}
		});
	}

	@Test
	void generatedBeansCheckThePropertiesAtRuntime() {
		generate((initializer, hints) -> {
			GenericApplicationContext context = context(Map.of("jsonrpc.clients.node.url", "http://run.example.com/"));
			initializer.initialize(context);
			assertThatException().isThrownBy(context::refresh)
				.havingRootCause()
				.isInstanceOf(FailureAnalyzedException.class)
				.withMessage("Property 'jsonrpc.clients.my-wallet.url' is missing.");
		});
	}

	@Test
	void authenticationIsFoundByItsQualifier() {
		generate((initializer, hints) -> {
			GenericApplicationContext context = context(PROPERTIES);
			initializer.initialize(context);
			context.refresh();
			try (context) {
				Beans beans = context.getBean(Beans.class);
				assertThatException().isThrownBy(() -> beans.node.call("m"))
					.withMessageContaining("authentication failed: UnsupportedOperationException");
			}
		});
	}

	@Test
	void propertiesHaveHintsForBinding() {
		generate((initializer, hints) -> {
			assertThat(RuntimeHintsPredicates.reflection().onType(JsonRpcProperties.Client.class)).accepts(hints);
			assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(CommonProperties.class, "setIdStrategy"))
				.accepts(hints);
			assertThat(RuntimeHintsPredicates.reflection()
				.onMethodInvocation(JsonRpcProperties.Basic.class, "setPassword")).accepts(hints);
			assertThat(RuntimeHintsPredicates.reflection()
				.onMethodInvocation(JsonRpcProperties.Oauth2.class, "setRegistrationId")).accepts(hints);
			assertThat(RuntimeHintsPredicates.reflection().onType(CommonProperties.Method.class)).accepts(hints);
			assertThat(RuntimeHintsPredicates.reflection().onType(CommonProperties.Batch.class)).accepts(hints);
			assertThat(RuntimeHintsPredicates.reflection().onType(HealthProperties.class)).accepts(hints);
		});
	}

	private static void generate(
			BiConsumer<ApplicationContextInitializer<GenericApplicationContext>, RuntimeHints> test) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		addProperties(context, PROPERTIES);
		context.register(Application.class);
		AheadOfTime.process(context, test);
	}

	private static GenericApplicationContext context(Map<String, Object> properties) {
		GenericApplicationContext context = new GenericApplicationContext();
		addProperties(context, properties);
		return context;
	}

	private static void addProperties(GenericApplicationContext context, Map<String, Object> properties) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ JsonRpcClientAutoConfiguration.class, JsonRpcHealthContributorAutoConfiguration.class,
			HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
			WebClientAutoConfiguration.class, JacksonAutoConfiguration.class, SslAutoConfiguration.class })
	@Import(Beans.class)
	static class Application {

		@Bean
		@Qualifier("node")
		JsonRpcAuthentication tokens() {
			return (request) -> Mono.error(new UnsupportedOperationException());
		}

	}

	static class Beans {

		private final JsonRpcTemplate primary;

		private final JsonRpcTemplate node;

		private final ReactiveJsonRpcTemplate reactiveNode;

		Beans(JsonRpcTemplate primary, @Qualifier("node") JsonRpcTemplate node,
				@Qualifier("node") ReactiveJsonRpcTemplate reactiveNode) {
			this.primary = primary;
			this.node = node;
			this.reactiveNode = reactiveNode;
		}

	}

}
