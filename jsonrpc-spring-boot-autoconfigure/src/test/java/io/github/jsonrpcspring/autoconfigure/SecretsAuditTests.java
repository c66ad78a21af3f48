package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.jsonrpcspring.actuate.JsonRpcClientsEndpoint;
import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.JsonRpcCallSpec;
import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcParam;
import io.github.jsonrpcspring.service.JsonRpcParamsStyle;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import io.github.jsonrpcspring.testsupport.ClosedPort;
import io.github.jsonrpcspring.testsupport.StackTraces;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributors;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Secrets never reach a message, a log, a metric, a span, the actuator or a
 * {@code toString()}: an application with every kind of credential fails in every way,
 * and everything that can be seen of it is searched.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsAuditTests {

	@RegisterExtension
	static final AuditServer server = new AuditServer();

	@AutoClose
	private static final ClosedPort closedPort = new ClosedPort();

	@TempDir
	private static Path directory;

	/** Ours at TRACE, kept off the console, and all others as they are. */
	private final List<Logger> loggers = List.of(logger("io.github.jsonrpcspring"), logger("jsonrpc.client"),
			logger("ROOT"));

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	/** What can be seen, by where it was seen. */
	private final Map<String, StringBuilder> seen = new LinkedHashMap<>();

	private static Logger logger(String name) {
		return (Logger) LoggerFactory.getLogger(name);
	}

	@BeforeEach
	void startTheLog() {
		this.log.start();
	}

	private void logEverything() {
		this.loggers.forEach((logger) -> logger.addAppender(this.log));
		this.loggers.subList(0, 2).forEach((logger) -> {
			logger.setLevel(Level.TRACE);
			logger.setAdditive(false);
		});
	}

	@AfterEach
	void logAsBefore() {
		this.loggers.forEach((logger) -> logger.detachAppender(this.log));
		this.loggers.subList(0, 2).forEach((logger) -> {
			logger.setLevel(null);
			logger.setAdditive(true);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "rest-http-components", "rest-jdk" })
	void nothingThatCanBeSeenHoldsASecret(String client, CapturedOutput output) throws IOException {
		server.answer();
		Set<String> failures = new TreeSet<>();
		ObservedApplication.run(new Class<?>[] { Application.class }, (context) -> {
			logEverything();
			Map<String, JsonRpcTemplate> clients = context.getBeansOfType(JsonRpcTemplate.class);
			assertThat(clients).hasSize(12);
			clients.values().forEach((template) -> failures.addAll(fail(template)));
			look(context);
		}, properties(TestContexts.transport(client), TestContexts.httpClient(client)));
		lookAtTheLog();
		see("console", output.getAll());
		assertThat(failures).containsAll(exceptionTree());
		assertThat(leaks()).isEmpty();
		assertThatEverythingWasSeen();
	}

	@ParameterizedTest
	@ValueSource(strings = { "url=ht!tp://" + AuditSecrets.USER + ":" + AuditSecrets.PASSWORD + "@" + AuditSecrets.PATH,
			"url=ftp://" + AuditSecrets.USER + ":" + AuditSecrets.PASSWORD + "@host/" + AuditSecrets.PATH,
			"auth.bearer.token=" + AuditSecrets.TOKEN + "\nsecond line", "auth.basic.password=" + AuditSecrets.PASSWORD,
			"auth.bearer.token-file=/nowhere/" + AuditSecrets.TOKEN, "auth.header.value=" + AuditSecrets.HEADER,
			"default-header.X-Key=" + AuditSecrets.HEADER + "\r\n", "extra-members.id=" + AuditSecrets.MEMBER,
			"health.expected={" + AuditSecrets.RESULT, "log.mask=/~" + AuditSecrets.TOKEN,
			"auth.tokn=" + AuditSecrets.TOKEN })
	void noFailureAnalysisHoldsASecret(String property, CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> ObservedApplication.run(new Class<?>[] { Application.class }, (context) -> {
			}, "jsonrpc.clients.node.url=http://" + AuditSecrets.USER + ":" + AuditSecrets.PASSWORD + "@127.0.0.1:1"
					+ secretTarget(), "jsonrpc.clients.node." + property))
			.satisfies((failure) -> see("exceptions", StackTraces.of(failure)));
		see("console", output.getAll());
		assertThat(this.seen.get("console")).contains("APPLICATION FAILED TO START", "Action:",
				"jsonrpc.clients.node.");
		assertThat(leaks()).isEmpty();
	}

	/**
	 * Return where a secret was seen, and what stands around it.
	 */
	private Set<String> leaks() {
		Set<String> leaks = new TreeSet<>();
		this.seen.forEach((where, text) -> {
			for (String secret : AuditSecrets.forbidden()) {
				for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
					leaks.add(where + ": " + text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 30)));
				}
			}
		});
		return leaks;
	}

	/**
	 * A search that finds nothing is worth something only if it could.
	 */
	private void assertThatEverythingWasSeen() {
		assertThat(this.seen.get("metrics")).contains("jsonrpc_client_requests_seconds_count", "http_client_requests",
				"error_type=\"JsonRpcIdMismatchException\"");
		assertThat(this.seen.get("spans")).contains("jsonrpc not_rpc", "http post", "exception.stacktrace", "http.url");
		assertThat(this.seen.get("log")).contains("--> {", "<-- 200 {", "\"password\":\"***\"", "\"auth\":\"***\"",
				"<-- no answer in time", "<-- cannot connect");
		assertThat(this.seen.get("endpoint")).contains("Authorization", "X-Api-Key", "auth");
		assertThat(this.seen.get("health")).contains("DOWN");
		assertThat(this.seen.get("exceptions")).contains("\"password\":\"***\"", "redirects to https://other.invalid");
	}

	private static Set<String> exceptionTree() {
		Set<String> types = new TreeSet<>();
		new ClassFileImporter().importPackages("io.github.jsonrpcspring.client")
			.stream()
			.filter((type) -> type.isAssignableTo(JsonRpcException.class)
					&& !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.forEach((type) -> types.add(type.getSimpleName()));
		assertThat(types).hasSizeGreaterThanOrEqualTo(14);
		return types;
	}

	private Set<String> fail(JsonRpcTemplate client) {
		Set<String> types = new TreeSet<>();
		for (String method : AuditServer.METHODS) {
			for (Way way : Way.values()) {
				try {
					way.call.accept(client, method);
				}
				catch (RuntimeException ex) {
					types.add(ex.getClass().getSimpleName());
					see("exceptions", StackTraces.of(ex));
					see("exceptions", ex.toString());
				}
			}
		}
		see("toString", client.toString() + client.settings() + client.reactive());
		return types;
	}

	private void look(ApplicationContext context) {
		JsonMapper mapper = JsonMapper.shared();
		see("metrics", context.getBean(PrometheusMeterRegistry.class).scrape());
		List<SpanData> spans = context.getBean(InMemorySpanExporter.class).getFinishedSpanItems();
		assertThat(spans).hasSizeGreaterThan(1000);
		see("spans", spans.toString());
		see("endpoint", mapper.writeValueAsString(context.getBean(JsonRpcClientsEndpoint.class).clients()));
		for (ReactiveHealthContributors.Entry entry : context.getBean(CompositeReactiveHealthContributor.class)) {
			ReactiveHealthIndicator indicator = (ReactiveHealthIndicator) entry.contributor();
			see("health", Objects.requireNonNull(indicator.health(true).block()).toString());
		}
		for (String bean : context.getBeanDefinitionNames()) {
			if (bean.startsWith("jsonRpc")) {
				see("toString", context.getBean(bean).toString());
			}
		}
		see("toString", new JsonRpcClientObservationContext("node", JsonRpcRequest.of("login").id(1).build(), null, -1)
			.toString());
	}

	private void lookAtTheLog() {
		for (ILoggingEvent event : List.copyOf(this.log.list)) {
			see("log",
					event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
							+ event.getMDCPropertyMap() + ((event.getThrowableProxy() != null)
									? ThrowableProxyUtil.asString(event.getThrowableProxy()) : ""));
		}
	}

	private void see(String where, String text) {
		this.seen.computeIfAbsent(where, (key) -> new StringBuilder()).append(text).append('\n');
	}

	private static String[] properties(String... httpClient) throws IOException {
		List<String> properties = new ArrayList<>(List.of(httpClient));
		String host = "127.0.0.1:" + server.getPort();
		client(properties, "userinfo",
				"http://" + AuditSecrets.USER + ":" + AuditSecrets.PASSWORD + "@" + host + secretTarget());
		client(properties, "basic", "http://" + host + secretTarget(), "auth.basic.username=" + AuditSecrets.USER,
				"auth.basic.password=" + AuditSecrets.PASSWORD);
		client(properties, "bearer", "http://" + host + secretTarget(), "auth.bearer.token=" + AuditSecrets.TOKEN);
		client(properties, "header", "http://" + host + secretTarget(), "auth.header.name=X-Api-Key",
				"auth.header.value=" + AuditSecrets.HEADER, "default-header.X-Other=" + AuditSecrets.HEADER);
		client(properties, "strict", "http://" + host + secretTarget(), "validation=strict");
		client(properties, "off", "http://" + host + secretTarget(), "validation=off");
		client(properties, "token-file", "http://" + host + secretTarget(),
				"auth.bearer.token-file=" + file("token", AuditSecrets.TOKEN));
		client(properties, "basic-file", "http://" + host + secretTarget(),
				"auth.basic.file=" + file("basic", AuditSecrets.USER + ":" + AuditSecrets.PASSWORD));
		registration(properties, "good", "http://" + host + "/token");
		client(properties, "oauth2", "http://" + host + secretTarget(), "auth.oauth2.registration-id=good");
		registration(properties, "bad", "http://" + host + "/no-token");
		client(properties, "no-token", "http://" + host + secretTarget(), "auth.oauth2.registration-id=bad");
		client(properties, "refused", "http://" + AuditSecrets.USER + ":" + AuditSecrets.PASSWORD + "@127.0.0.1:"
				+ closedPort.number() + secretTarget());
		client(properties, "no-tls",
				"https://" + AuditSecrets.USER + ":" + AuditSecrets.PASSWORD + "@" + host + secretTarget());
		properties.add("management.endpoints.web.exposure.include=jsonrpcclients");
		properties.add("jsonrpc.defaults.max-response-size=4KB");
		properties.add(
				"jsonrpc.defaults.log.mask=password,session,/params/0,/echo/params/0,/result/params/0,/result/echo/params/0,/error/data/params/0");
		properties.add("jsonrpc.defaults.extra-members.auth=" + AuditSecrets.MEMBER);
		return properties.toArray(String[]::new);
	}

	private static String secretTarget() {
		return "/v2/" + AuditSecrets.PATH + "/?key=" + AuditSecrets.QUERY;
	}

	private static void client(List<String> properties, String name, String url, String... more) {
		String prefix = "jsonrpc.clients." + name + ".";
		properties.add(prefix + "url=" + url);
		properties.add(prefix + "health.method=status_500");
		properties.add(prefix + "health.params.password=" + AuditSecrets.PARAM);
		for (String property : more) {
			properties.add(prefix + property);
		}
	}

	private static void registration(List<String> properties, String name, String tokenUri) {
		String prefix = "spring.security.oauth2.client.registration." + name + ".";
		properties.add(prefix + "client-id=app");
		properties.add(prefix + "client-secret=" + AuditSecrets.OAUTH2_SECRET);
		properties.add(prefix + "authorization-grant-type=client_credentials");
		properties.add("spring.security.oauth2.client.provider." + name + ".token-uri=" + tokenUri + "?key="
				+ AuditSecrets.QUERY);
	}

	private static String file(String name, String content) throws IOException {
		return Files.writeString(directory.resolve(name), content).toString();
	}

	/**
	 * The ways to make a call, with secrets of its own.
	 */
	private enum Way {

		BLOCKING((client, method) -> spec(client.method(method), method)
			.namedParams(Map.of("password", AuditSecrets.PARAM))
			.retrieveRequired(Integer.class)),

		POSITIONAL((client, method) -> spec(client.method(method), method).params(AuditSecrets.PARAM)
			.retrieveRequired(Integer.class)),

		REACTIVE((client, method) -> spec(client.reactive().method(method), method)
			.namedParams(Map.of("password", AuditSecrets.PARAM))
			.retrieveRequired(Secretive.class)
			.block(Duration.ofSeconds(30))),

		NOTIFICATION((client, method) -> secret(client.method(method), method).params(AuditSecrets.PARAM)
			.sendNotification()),

		PROXY((client, method) -> {
			Login login = JsonRpcServiceProxyFactory.builder(client).build().createClient(Login.class);
			if (method.equals("misfit")) {
				login.misfit(AuditSecrets.PARAM, options(method));
			}
		}),

		BATCH((client, method) -> {
			JsonRpcBatch batch = client.batch();
			JsonRpcBatch.Call<Integer> call = batch.method(method)
				.param("password", AuditSecrets.PARAM)
				.id(AuditServer.ID)
				.add(Integer.class);
			batch.execute(options(method)).get(call);
		});

		private final BiConsumer<JsonRpcTemplate, String> call;

		Way(BiConsumer<JsonRpcTemplate, String> call) {
			this.call = call;
		}

		private static <S extends JsonRpcCallSpec<S>> S spec(S spec, String method) {
			return secret(spec, method).id(AuditServer.ID);
		}

		private static <S extends JsonRpcCallSpec<S>> S secret(S spec, String method) {
			return spec.options(options(method));
		}

		private static JsonRpcCallOptions options(String method) {
			return JsonRpcCallOptions.builder()
				.header("X-Call", AuditSecrets.HEADER)
				.attribute("secret", AuditSecrets.TOKEN)
				.timeout(Duration.ofMillis(method.equals("slow") ? 40 : 10_000))
				.member("session", AuditSecrets.MEMBER)
				.build();
		}

	}

	/**
	 * An interface with a secret parameter.
	 */
	interface Login {

		@JsonRpcMethod(params = JsonRpcParamsStyle.NAMED)
		Secretive misfit(@JsonRpcParam("password") String password, JsonRpcCallOptions options);

	}

	/**
	 * A result whose member does not fit.
	 *
	 * @param password no text
	 */
	record Secretive(int password) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ JsonRpcClientsEndpointAutoConfiguration.class,
			JsonRpcHealthContributorAutoConfiguration.class, HealthContributorAutoConfiguration.class,
			HealthContributorRegistryAutoConfiguration.class, OAuth2ClientAutoConfiguration.class })
	static class Application {

	}

}
