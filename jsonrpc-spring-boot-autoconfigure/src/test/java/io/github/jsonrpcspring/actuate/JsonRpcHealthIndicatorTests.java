package io.github.jsonrpcspring.actuate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.util.context.Context;
import reactor.util.context.ContextView;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRpcHealthIndicatorTests {

	private static final String SECRET = "s3cr3t";

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Duration CACHE = Duration.ofSeconds(10);

	private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();

	@AfterEach
	void disposeClock() {
		this.clock.dispose();
	}

	@Test
	void whenTheCallSucceedsThenTheServerIsUp() {
		StubTransport transport = StubTransport.server((request) -> "pong");
		Health health = health(indicator(transport, check(null)));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsOnlyKeys("method", "duration").containsEntry("method", "ping");
		assertThat(transport.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}");
	}

	@Test
	void whenTheResultIsNullThenTheServerIsUp() {
		StubTransport transport = StubTransport.server((request) -> null);
		assertThat(health(indicator(transport, check(null))).getStatus()).isEqualTo(Status.UP);
		assertThat(health(indicator(transport, check("null"))).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void paramsAreSentByPosition() {
		StubTransport transport = StubTransport.server((request) -> "pong");
		health(indicator(transport, new JsonRpcHealthCheck("ping", List.of("latest", 1, true, List.of(2)), Map.of(),
				null, Duration.ofSeconds(2), CACHE)));
		assertThat(transport.sent()).singleElement().asString().contains("\"params\":[\"latest\",1,true,[2]]");
	}

	@Test
	void paramsAreSentByName() {
		StubTransport transport = StubTransport.server((request) -> "pong");
		health(indicator(transport,
				new JsonRpcHealthCheck("ping", List.of(), Map.of("deep", true), null, Duration.ofSeconds(2), CACHE)));
		assertThat(transport.sent()).singleElement().asString().contains("\"params\":{\"deep\":true}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			"ok"                | ok               | UP
			"ok"                | "ok"             | UP
			"ok"                | OK               | DOWN
			"1"                 | 1                | UP
			"[1"                | [1               | UP
			true                | true             | UP
			"true"              | true             | UP
			false               | true             | DOWN
			5                   | 5                | UP
			5                   | 5.0              | DOWN
			5.0                 | 5                | DOWN
			5.0                 | 5.0              | UP
			5.0                 | 5.00             | DOWN
			12345678901234567890| 12345678901234567890 | UP
			{"a":[1,2],"b":{}}  | { "b": {}, "a": [1, 2] } | UP
			{"a":1}             | {                | DOWN
			null                | ok               | DOWN
			""")
	void resultIsComparedAsTextOrJson(String result, String expected, String status) {
		StubTransport transport = StubTransport.json("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}");
		Health health = health(indicator(transport, check(expected)));
		assertThat(health.getStatus().getCode()).isEqualTo(status);
	}

	@Test
	void whenTheResultIsNotTheExpectedOneThenItIsNotShown() {
		StubTransport transport = StubTransport.server((request) -> SECRET);
		Health health = health(indicator(transport, check("other" + SECRET)));
		assertThat(health.getDetails()).containsOnlyKeys("method", "error", "duration")
			.containsEntry("error", "unexpected result");
		assertThat(health.toString()).doesNotContain(SECRET);
	}

	@Test
	void whenTheIdIsNotOursThenTheResultIsNotShown() {
		assertDown(StubTransport.json("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":\"" + SECRET + "\"}"),
				Map.of("error", "JsonRpcIdMismatchException", "status", 200));
	}

	@Test
	void whenTheBodyIsNotJsonThenItIsNotShown() {
		assertDown(StubTransport.json("<html>" + SECRET), Map.of("error", "JsonRpcParseException", "status", 200));
	}

	@Test
	void whenTheHttpStatusSaysNoThenTheBodyIsNotShown() {
		assertDown(StubTransport.http(500, HttpHeaders.EMPTY, "broken " + SECRET),
				Map.of("error", "JsonRpcTransportException", "status", 500));
	}

	@Test
	void whenTheErrorEchoesAParameterThenItIsNotShown() {
		assertDown(StubTransport.server((request) -> new JsonRpcError(-32602, "No such key: " + SECRET)),
				Map.of("error", "JsonRpcInvalidParamsException", "status", 200, "code", -32602L));
	}

	@Test
	void whenTheErrorHasNoCodeThenNoneIsShown() {
		assertDown(StubTransport.json("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"message\":\"" + SECRET + "\"}}"),
				Map.of("error", "JsonRpcErrorException", "status", 200));
	}

	@Test
	void whenThereIsNoAnswerThenNoStatusIsShown() {
		assertDown(StubTransport.failing(() -> new IOException(SECRET)), Map.of("error", "JsonRpcTransportException"));
	}

	private void assertDown(StubTransport transport, Map<String, Object> expected) {
		Health health = health(
				indicator(transport, new JsonRpcHealthCheck("ping", List.of(SECRET), Map.of(), null, TIMEOUT, CACHE)));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		Map<String, Object> details = new LinkedHashMap<>(expected);
		details.put("method", "ping");
		details.put("duration", "0 ms");
		assertThat(health.getDetails()).containsExactlyInAnyOrderEntriesOf(details);
		assertThat(health.toString()).doesNotContain(SECRET);
	}

	@Test
	void whenTheFailureIsNotOursThenItsMessageIsNotShown() {
		JsonRpcTemplate template = JsonRpcTemplate.builder(StubTransport.server((request) -> "pong"))
			.interceptor((request, chain) -> Mono.error(new IllegalStateException(SECRET)))
			.build();
		Health health = health(new JsonRpcHealthIndicator(template, check(null), this.clock));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsOnlyKeys("method", "error", "duration")
			.containsEntry("error", "IllegalStateException");
	}

	@Test
	void whenTheServerIsSilentThenItIsDown() {
		assertTimeout(JsonRpcTemplate.builder(StubTransport.silent()));
	}

	@Test
	void whenAnInterceptorIsSilentThenTheServerIsDown() {
		assertTimeout(JsonRpcTemplate.builder(StubTransport.server((request) -> "pong"))
			.interceptor((request, chain) -> Mono.never()));
	}

	@Test
	void deadlineOfTheClientDoesNotCount() {
		assertTimeout(JsonRpcTemplate.builder(StubTransport.silent()).timeout(Duration.ofNanos(1)));
	}

	private void assertTimeout(JsonRpcTemplate.Builder builder) {
		List<JsonRpcCallOptions> options = new ArrayList<>();
		JsonRpcTemplate template = builder.interceptor((request, chain) -> {
			options.add(request.options());
			return chain.next(request);
		}).build();
		CompletableFuture<Health> health = new JsonRpcHealthIndicator(template, check(null), this.clock).health()
			.toFuture();
		Duration deadline = TIMEOUT.plus(JsonRpcHealthIndicator.GRACE);
		this.clock.advanceTimeBy(deadline.minusMillis(1));
		assertThat(health).isNotDone();
		this.clock.advanceTimeBy(Duration.ofMillis(1));
		assertThat(health.join().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.join().getDetails()).isEqualTo(
				Map.of("method", "ping", "error", "JsonRpcTimeoutException", "duration", deadline.toMillis() + " ms"));
		assertThat(options).allSatisfy((one) -> assertThat(one.timeout()).isEqualTo(TIMEOUT));
	}

	@Test
	void callThatIsLateIsATimeoutInTheLogToo() {
		JsonRpcTemplate template = JsonRpcTemplate.builder(StubTransport.silent()).name("late").build();
		try (CapturedLog log = CapturedLog.debug("late")) {
			Health health = health(new JsonRpcHealthIndicator(template,
					new JsonRpcHealthCheck("ping", List.of(), Map.of(), null, Duration.ofMillis(10), CACHE)));
			assertThat(health.getDetails()).containsEntry("error", "JsonRpcTimeoutException");
			assertThat(log.lines()).last().asString().startsWith("<-- no answer in time");
		}
	}

	@Test
	void whenAnInterceptorHasADeadlineOfItsOwnThenItsTimeoutIsNamedTheSame() {
		JsonRpcTemplate template = JsonRpcTemplate.builder(StubTransport.silent())
			.interceptor((request, chain) -> Mono.error(new TimeoutException()))
			.build();
		Health health = health(new JsonRpcHealthIndicator(template, check(null), this.clock));
		assertThat(health.getDetails()).containsEntry("error", "JsonRpcTimeoutException");
	}

	@Test
	void contextOfWhoeverAsksDoesNotReachTheCall() {
		List<ContextView> contexts = new ArrayList<>();
		StubTransport transport = StubTransport.server((request) -> "pong");
		JsonRpcTemplate template = JsonRpcTemplate.builder(transport)
			.interceptor((request, chain) -> Mono.deferContextual((context) -> {
				contexts.add(context);
				return chain.next(request);
			}))
			.build();
		Health health = new JsonRpcHealthIndicator(template, check(null), this.clock).health()
			.contextWrite(Context.of("user", SECRET))
			.block();
		assertThat(health).isNotNull();
		assertThat(contexts).singleElement().satisfies((context) -> assertThat(context.hasKey("user")).isFalse());
	}

	@Test
	void whenDetailsAreNotWantedThenThereAreNone() {
		Health health = indicator(StubTransport.server((request) -> "pong"), check(null)).health(false).block();
		assertThat(health).isEqualTo(Health.up().build());
	}

	@Test
	void outcomeCountsUntilItExpires() {
		StubTransport transport = StubTransport.server((request) -> "pong");
		JsonRpcHealthIndicator indicator = indicator(transport, check(null));
		Health first = health(indicator);
		this.clock.advanceTimeBy(CACHE.minusMillis(1));
		assertThat(health(indicator)).isSameAs(first);
		assertThat(transport.requests()).hasSize(1);
		this.clock.advanceTimeBy(Duration.ofMillis(1));
		health(indicator);
		assertThat(transport.requests()).hasSize(2);
	}

	@Test
	void failuresCountUntilTheyExpire() {
		StubTransport transport = StubTransport.json("no JSON", "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":true}");
		JsonRpcHealthIndicator indicator = indicator(transport, check(null));
		assertThat(health(indicator).getStatus()).isEqualTo(Status.DOWN);
		assertThat(health(indicator).getStatus()).isEqualTo(Status.DOWN);
		this.clock.advanceTimeBy(CACHE);
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void whenNothingIsCachedThenEachCheckCalls() {
		StubTransport transport = StubTransport.server((request) -> "pong");
		JsonRpcHealthIndicator indicator = indicator(transport,
				new JsonRpcHealthCheck("ping", List.of(), Map.of(), null, Duration.ofSeconds(2), Duration.ZERO));
		health(indicator);
		this.clock.advanceTime();
		health(indicator);
		assertThat(transport.requests()).hasSize(2);
	}

	@Test
	void thoseWhoAskDuringACallShareIt() {
		Sinks.One<JsonRpcTransportResponse> answer = Sinks.one();
		StubTransport transport = StubTransport.answering((request) -> answer.asMono());
		JsonRpcHealthIndicator indicator = indicator(transport, check(null));
		List<CompletableFuture<Health>> waiting = IntStream.range(0, 10)
			.mapToObj((i) -> indicator.health().toFuture())
			.toList();
		assertThat(transport.requests()).hasSize(1);
		assertThat(waiting).noneMatch(CompletableFuture::isDone);
		answer
			.tryEmitValue(StubTransport.response(200, HttpHeaders.EMPTY,
					"{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"pong\"}"))
			.orThrow();
		assertThat(waiting).allSatisfy((one) -> assertThat(one.join().getStatus()).isEqualTo(Status.UP));
		assertThat(transport.requests()).hasSize(1);
	}

	@Test
	void whenOneWhoWaitsGivesUpThenTheOthersDoNot() {
		Sinks.One<JsonRpcTransportResponse> answer = Sinks.one();
		StubTransport transport = StubTransport.answering((request) -> answer.asMono());
		JsonRpcHealthIndicator indicator = indicator(transport, check(null));
		indicator.health().subscribe().dispose();
		CompletableFuture<Health> other = indicator.health().toFuture();
		answer.tryEmitValue(StubTransport.response(200, HttpHeaders.EMPTY,
				"{\"jsonrpc\":\"2.0\",\"id\":" + transport.requests().size() + ",\"result\":true}"))
			.orThrow();
		assertThat(other.join().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void blockingApplicationsAskTheSame() throws Exception {
		StubTransport transport = StubTransport.server((request) -> "pong");
		Health health = indicator(transport, check(null)).asHealthContributor().health(true);
		assertThat(health).isNotNull();
		assertThat(JsonMapper.shared().writeValueAsString(health.getDetails()))
			.isEqualTo("{\"method\":\"ping\",\"duration\":\"0 ms\"}");
	}

	private JsonRpcHealthIndicator indicator(StubTransport transport, JsonRpcHealthCheck check) {
		return new JsonRpcHealthIndicator(JsonRpcTemplate.builder(transport).name("node").build(), check, this.clock);
	}

	private static JsonRpcHealthCheck check(@Nullable String expected) {
		return new JsonRpcHealthCheck("ping", List.of(), Map.of(), expected, TIMEOUT, CACHE);
	}

	private static Health health(JsonRpcHealthIndicator indicator) {
		Health health = indicator.health().block();
		assertThat(health).isNotNull();
		return health;
	}

}
