package io.github.jsonrpcspring.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deadline and log of a method: from its call, the properties, its annotation, or the
 * client.
 */
class MethodSettingsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final StubTransport server = StubTransport.server((request) -> request.method());

	@Test
	void theClientDecidesWhereNothingElseDoes() {
		assertDeadline(silent(), Settings::plain, Duration.ofSeconds(60));
	}

	@Test
	void theAnnotationDecidesBeforeTheClient() {
		assertDeadline(silent(), Settings::quick, Duration.ofSeconds(5));
		assertDeadline(silent(), Settings::quickPeriod, Duration.ofMillis(1500));
		assertEndless(silent(), Settings::endless);
	}

	@Test
	void thePropertyDecidesBeforeTheAnnotation() {
		assertDeadline(silent(method("quick", Duration.ofSeconds(7), null)), Settings::quick, Duration.ofSeconds(7));
		assertDeadline(silent(method("q*", Duration.ofSeconds(7), null)), Settings::quick, Duration.ofSeconds(7));
		assertEndless(silent(method("quick", Duration.ZERO, null)), Settings::quick);
		assertDeadline(silent(method("other", Duration.ofSeconds(7), null)), Settings::quick, Duration.ofSeconds(5));
	}

	@Test
	void thePropertyNamesTheRemoteMethod() {
		assertDeadline(silent(method("renamed", Duration.ofSeconds(7), null)), Settings::javaName,
				Duration.ofSeconds(7));
		assertDeadline(silent(method("javaName", Duration.ofSeconds(7), null)), Settings::javaName,
				Duration.ofSeconds(60));
	}

	@Test
	void theFirstPropertyThatMatchesDecides() {
		assertDeadline(silent(method("q*", null, true), method("quick", Duration.ofSeconds(7), null)), Settings::quick,
				Duration.ofSeconds(5));
	}

	@Test
	void aPropertyForTheLogLeavesTheTimeoutOfTheAnnotation() {
		assertDeadline(silent(method("quick", null, false)), Settings::quick, Duration.ofSeconds(5));
	}

	@Test
	void theOptionsOfTheCallDecideBeforeAll() {
		JsonRpcCallOptions options = JsonRpcCallOptions.builder().timeout(Duration.ofSeconds(9)).build();
		assertDeadline(silent(), (client) -> client.withOptions(options), Duration.ofSeconds(9));
		assertDeadline(silent(method("*", Duration.ofSeconds(7), null)), (client) -> client.withOptions(options),
				Duration.ofSeconds(9));
		assertDeadline(silent(), (client) -> client.withOptions(null), Duration.ofSeconds(5));
	}

	@Test
	void theLargestAnswerIsThatOfTheCallThePropertyTheAnnotationOrTheClient() {
		assertLimit(10 * 1024 * 1024, Settings::plain);
		assertLimit(2048, Settings::large);
		assertLimit(2048, Settings::large, method("large", Duration.ofSeconds(7), null));
		assertLimit(77, Settings::large, new JsonRpcClientSettings.Method("large", null, 77L, null));
		assertLimit(77, Settings::plain, new JsonRpcClientSettings.Method("pl*", null, 77L, null));
		JsonRpcCallOptions options = JsonRpcCallOptions.builder().maxResponseSize(5).build();
		assertLimit(5, (client) -> client.withOptions(options), new JsonRpcClientSettings.Method("*", null, 77L, null));
	}

	private void assertLimit(long expected, Function<Settings, Mono<String>> call,
			JsonRpcClientSettings.Method... methods) {
		call.apply(Clients.create(this.server, Settings.class, settings(methods))).onErrorComplete().block(PATIENCE);
		assertThat(this.server.request().maxResponseSize()).isEqualTo(expected);
	}

	@Test
	void overloadsHaveDeadlinesOfTheirOwn() {
		assertDeadline(silent(), (client) -> client.overloaded(1), Duration.ofSeconds(1));
		assertDeadline(silent(), (client) -> client.overloaded(1, 2), Duration.ofSeconds(2));
	}

	@Test
	void aMethodIsLoggedUnlessItsAnnotationSaysNo() {
		assertLogged(Settings::plain, true);
		assertLogged(Settings::quick, true);
		assertLogged(Settings::hidden, false);
	}

	@Test
	void thePropertyDecidesOnTheLogBeforeTheAnnotation() {
		assertLogged(Settings::hidden, true, method("hidden", null, true));
		assertLogged(Settings::plain, false, method("plain", null, false));
		assertLogged(Settings::quick, false, method("quick", null, false));
	}

	@Test
	void aPropertyForTheTimeoutLeavesTheLogOfTheAnnotation() {
		assertLogged(Settings::hidden, false, method("hidden", Duration.ofSeconds(7), null));
		assertDeadline(silent(method("hidden", Duration.ofSeconds(7), null)), Settings::hidden, Duration.ofSeconds(7));
	}

	@Test
	void idsComeFromOneCounter() {
		Settings client = Clients.create(this.server, Settings.class);
		client.plain().block(PATIENCE);
		client.quick().block(PATIENCE);
		client.hidden().block(PATIENCE);
		client.plain().block(PATIENCE);
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"plain\",\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"quick\",\"id\":2}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"hidden\",\"id\":3}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"plain\",\"id\":4}");
	}

	@Test
	void whatElseTheTemplateHasAppliesToo() {
		List<String> intercepted = new ArrayList<>();
		Settings client = Clients.create(this.server, Settings.class,
				(builder) -> builder.defaultHeader("X-Tenant", "a")
					.member("auth", "token")
					.interceptor((request, next) -> {
						intercepted.add(request.client());
						return next.next(request);
					}));
		client.quick().block(PATIENCE);
		client.hidden().block(PATIENCE);
		assertThat(intercepted).containsExactly("stub", "stub");
		assertThat(this.server.requests())
			.allSatisfy((request) -> assertThat(request.headers().get("X-Tenant")).containsExactly("a"));
		assertThat(this.server.sent()).allMatch((json) -> json.contains("\"auth\":\"token\""));
	}

	private void assertLogged(Function<Settings, Mono<String>> call, boolean expected,
			JsonRpcClientSettings.Method... methods) {
		Settings client = Clients.create(this.server, Settings.class, settings(methods));
		try (CapturedLog log = CapturedLog.debug("stub")) {
			call.apply(client).block(PATIENCE);
			assertThat(log.lines()).hasSize(expected ? 2 : 0);
		}
	}

	private static Settings silent(JsonRpcClientSettings.Method... methods) {
		return Clients.create(StubTransport.silent(), Settings.class, settings(methods));
	}

	private static Consumer<JsonRpcTemplate.Builder> settings(JsonRpcClientSettings.Method... methods) {
		return (builder) -> builder.settings(JsonRpcClientSettings.builder("stub").methods(List.of(methods)).build());
	}

	private static JsonRpcClientSettings.Method method(String match, @Nullable Duration timeout,
			@Nullable Boolean log) {
		return new JsonRpcClientSettings.Method(match, timeout, log);
	}

	private static void assertDeadline(Settings client, Function<Settings, Mono<String>> call, Duration expected) {
		StepVerifier.withVirtualTime(supplier(client, call))
			.expectSubscription()
			.expectNoEvent(expected.minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.expectError(JsonRpcTimeoutException.class)
			.verify(PATIENCE);
	}

	private static void assertEndless(Settings client, Function<Settings, Mono<String>> call) {
		StepVerifier.withVirtualTime(supplier(client, call))
			.expectSubscription()
			.expectNoEvent(Duration.ofDays(365))
			.thenCancel()
			.verify(PATIENCE);
	}

	private static Supplier<Mono<String>> supplier(Settings client, Function<Settings, Mono<String>> call) {
		return () -> call.apply(client);
	}

	interface Settings {

		Mono<String> plain();

		@JsonRpcMethod(timeout = "5s")
		Mono<String> quick();

		@JsonRpcMethod(maxResponseSize = "2KB")
		Mono<String> large();

		@JsonRpcMethod(timeout = "PT1.5S")
		Mono<String> quickPeriod();

		@JsonRpcMethod(timeout = "0s")
		Mono<String> endless();

		@JsonRpcMethod("renamed")
		Mono<String> javaName();

		@JsonRpcMethod(timeout = "5s")
		Mono<String> withOptions(@Nullable JsonRpcCallOptions options);

		@JsonRpcMethod(timeout = "1s")
		Mono<String> overloaded(int a);

		@JsonRpcMethod(timeout = "2s")
		Mono<String> overloaded(int a, int b);

		@JsonRpcMethod(log = false)
		Mono<String> hidden();

	}

}
