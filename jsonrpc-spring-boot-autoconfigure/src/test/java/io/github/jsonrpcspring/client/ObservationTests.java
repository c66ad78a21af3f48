package io.github.jsonrpcspring.client;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.github.jsonrpcspring.client.observation.DefaultJsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome;
import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome.Status;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for what is observed of calls, notifications and batches.
 */
class ObservationTests {

	private final List<JsonRpcClientObservationContext> stopped = new ArrayList<>();

	private final TestObservationRegistry registry = registry(this.stopped);

	private final StubTransport server = StubTransport.server((request) -> switch (request.method()) {
		case "fail" -> new JsonRpcError(-32602, "no such user");
		case "text" -> "five";
		case "null" -> null;
		case "list" -> List.of(1, 2);
		default -> 5;
	});

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server)
		.name("node")
		.observationRegistry(this.registry)
		.build();

	private static TestObservationRegistry registry(List<JsonRpcClientObservationContext> stopped) {
		TestObservationRegistry registry = TestObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<JsonRpcClientObservationContext>() {

			@Override
			public void onStop(JsonRpcClientObservationContext context) {
				stopped.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof JsonRpcClientObservationContext;
			}

		});
		return registry;
	}

	@AfterEach
	void noScopeIsLeft() {
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	private JsonRpcClientObservationContext single() {
		assertThat(this.stopped).hasSize(1);
		return this.stopped.get(0);
	}

	private static Map<String, String> low(JsonRpcClientObservationContext context) {
		return context.getLowCardinalityKeyValues()
			.stream()
			.collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
	}

	private static Map<String, String> high(JsonRpcClientObservationContext context) {
		return context.getHighCardinalityKeyValues()
			.stream()
			.collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
	}

	/**
	 * Do what may fail, where only the observation of it matters.
	 */
	private static void attempt(Runnable call) {
		try {
			call.run();
		}
		catch (RuntimeException ex) {
			// observed
		}
	}

	@ParameterizedTest
	@EnumSource
	void callIsOneObservation(ObservedCall style) {
		assertThat(style.call(this.rpc)).isEqualTo(5);
		JsonRpcClientObservationContext context = single();
		assertThat(context.getName()).isEqualTo("jsonrpc.client.requests");
		assertThat(context.getContextualName()).isEqualTo("jsonrpc get");
		assertThat(low(context)).isEqualTo(Map.of("jsonrpc.client", "node", "rpc.method", "get", "rpc.system.name",
				"jsonrpc", "outcome", "SUCCESS", "error.type", "none", "rpc.response.status_code", "none"));
		assertThat(high(context)).isEqualTo(Map.of("jsonrpc.request.id", "1", "jsonrpc.protocol.version", "2.0"));
		assertThat(context.getError()).isNull();
		assertThat(context.getRequestSize()).isEqualTo(this.server.request().body().length);
		assertThat(context.getResponseSize()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}".length());
	}

	@Test
	void keysAreTheSameAtStartAndEnd() {
		List<Map<String, String>> started = new ArrayList<>();
		this.registry.observationConfig().observationHandler(new ObservationHandler<JsonRpcClientObservationContext>() {

			@Override
			public void onStart(JsonRpcClientObservationContext context) {
				started.add(low(context));
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		this.rpc.call("get");
		assertThat(started).hasSize(1);
		assertThat(started.get(0)).containsEntry("outcome", "UNKNOWN").hasSameSizeAs(low(single()));
	}

	@ParameterizedTest
	@EnumSource
	void everyFailureHasItsErrorType(FailureCase failure) {
		for (ObservedCall style : ObservedCall.values()) {
			this.stopped.clear();
			JsonRpcTemplate client = failure.client().observationRegistry(this.registry).build();
			Throwable thrown = catchThrowable(() -> style.call(client));
			assertThat(thrown).isExactlyInstanceOf(failure.type());
			JsonRpcClientOutcome expected = new JsonRpcClientOutcome(failure.status(), failure.type().getSimpleName(),
					failure.code());
			assertThat(single().getOutcome()).isEqualTo(expected);
			assertThat(single().getError()).isSameAs(thrown);
			assertThat(low(single())).containsEntry("error.type", failure.type().getSimpleName())
				.containsEntry("outcome", failure.status().name())
				.containsEntry("rpc.response.status_code",
						(failure.code() != null) ? failure.code().toString() : "none");
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyFailureOfAnEntryHasItsErrorType(FailureCase failure) {
		for (Style style : Style.values()) {
			this.stopped.clear();
			JsonRpcTemplate client = failure.client().batch(false, 10).observationRegistry(this.registry).build();
			Style.Batch batch = style.batch(client);
			batch.add("get", Integer.class);
			attempt(batch::execute);
			assertThat(single().getEntries()).containsExactly(new JsonRpcClientObservationContext.Entry("get",
					new JsonRpcClientOutcome(failure.status(), failure.type().getSimpleName(), failure.code())));
		}
	}

	@ParameterizedTest
	@EnumSource
	void errorThatIsReturnedIsAnErrorToo(Style style) {
		assertThat(style.send(this.rpc, JsonRpcRequest.of("fail").build())).isNotNull();
		assertThat(single().getOutcome())
			.isEqualTo(new JsonRpcClientOutcome(Status.RPC_ERROR, "JsonRpcInvalidParamsException", -32602L));
		assertThat(single().getError()).isExactlyInstanceOf(JsonRpcInvalidParamsException.class)
			.hasMessage("Client 'node', method 'fail', id 1: error -32602: no such user");
		assertThat(single().getResponse()).isNotNull();
	}

	@ParameterizedTest
	@EnumSource
	void errorThatIsTranslatedKeepsItsType(Style style) {
		JsonRpcTemplate client = this.rpc.mutate()
			.exceptionTranslator((error) -> new IllegalStateException("translated"))
			.build();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> style.call(client, "fail"));
		assertThat(single().getOutcome())
			.isEqualTo(new JsonRpcClientOutcome(Status.RPC_ERROR, "JsonRpcInvalidParamsException", -32602L));
		assertThat(single().getError()).isExactlyInstanceOf(JsonRpcInvalidParamsException.class);
	}

	@ParameterizedTest
	@EnumSource
	void errorForAWholeBatchThatIsTranslatedWithItsCauseKeepsItsType(Style style) {
		JsonRpcTemplate client = JsonRpcTemplate
			.builder(StubTransport
				.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"m\"},\"id\":null}"))
			.exceptionTranslator((error) -> new IllegalStateException("translated", error))
			.observationRegistry(this.registry)
			.build();
		Style.Batch batch = style.batch(client);
		batch.add("get", Integer.class);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(batch::execute);
		JsonRpcClientOutcome expected = new JsonRpcClientOutcome(Status.RPC_ERROR, "JsonRpcInvalidRequestException",
				-32600L);
		assertThat(single().getOutcome()).isEqualTo(expected);
		assertThat(single().getEntries()).extracting("outcome").containsExactly(expected);
	}

	@ParameterizedTest
	@EnumSource
	void errorForAWholeBatchThatIsTranslatedKeepsItsType(Style style) {
		for (String answer : List.of("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"m\"},\"id\":null}",
				"[{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"m\"},\"id\":null}]")) {
			this.stopped.clear();
			JsonRpcTemplate client = JsonRpcTemplate.builder(StubTransport.json(answer))
				.exceptionTranslator((error) -> new IllegalStateException("translated"))
				.observationRegistry(this.registry)
				.build();
			Style.Batch batch = style.batch(client);
			batch.add("get", Integer.class);
			batch.add("get", Integer.class);
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(batch::execute);
			JsonRpcClientOutcome expected = new JsonRpcClientOutcome(Status.RPC_ERROR, "JsonRpcInvalidRequestException",
					-32600L);
			assertThat(single().getOutcome()).isEqualTo(expected);
			assertThat(single().getEntries()).extracting("outcome").containsExactly(expected, expected);
		}
	}

	@ParameterizedTest
	@EnumSource
	void refusalOfANotificationThatIsTranslatedKeepsItsType(Style style) {
		JsonRpcTemplate client = JsonRpcTemplate
			.builder(StubTransport.http(400, HttpHeaders.EMPTY,
					"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32001,\"message\":\"m\"},\"id\":null}"))
			.exceptionTranslator((error) -> new IllegalStateException("translated"))
			.observationRegistry(this.registry)
			.build();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> style.notify(client, "log"));
		assertThat(single().getOutcome())
			.isEqualTo(new JsonRpcClientOutcome(Status.RPC_ERROR, "JsonRpcServerErrorException", -32001L));
	}

	@ParameterizedTest
	@EnumSource
	void batchWhoseNotificationsFailHasFailedEntries(Style style) {
		JsonRpcTemplate client = JsonRpcTemplate.builder(StubTransport.answering((request) -> {
			String sent = StubTransport.text(request);
			return sent.contains("log") ? Mono.error(new ConnectException()) : Mono
				.just(StubTransport.response(200, HttpHeaders.EMPTY, "[{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}]"));
		})).batch(true, 1).observationRegistry(this.registry).build();
		Style.Batch batch = style.batch(client);
		batch.add("get", Integer.class);
		batch.notify("log");
		batch.execute();
		assertThat(single().getOutcome()).isEqualTo(JsonRpcClientOutcome.FAILED_ENTRIES);
	}

	@ParameterizedTest
	@EnumSource
	void callsOfOtherClientsOnTheWayAreTheirOwn(Style style) {
		StubTransport others = StubTransport.server((request) -> new JsonRpcError(-32050, "no login"));
		ObservationRegistry off = ObservationRegistry.create();
		off.observationConfig().observationHandler((context) -> true);
		off.observationConfig().observationPredicate((name, context) -> false);
		for (JsonRpcTemplate other : List.of(JsonRpcTemplate.builder(others).name("other").build(),
				JsonRpcTemplate.builder(others).name("other").observationRegistry(off).build())) {
			this.stopped.clear();
			this.registry.observationConfig().observationHandler(new TraceParent());
			JsonRpcTemplate client = this.rpc.mutate()
				.interceptor((request,
						chain) -> other.reactive().send(JsonRpcRequest.of("login").build()).then(chain.next(request)))
				.build();
			style.request(client, "get", Integer.class);
			assertThat(single().getOutcome()).isEqualTo(JsonRpcClientOutcome.SUCCESS);
			assertThat(single().getContextualName()).isEqualTo("jsonrpc get");
			assertThat(single().getRequestSize()).isEqualTo(this.server.request().body().length);
			assertThat(this.server.request().headers().getFirst("traceparent")).isEqualTo("t");
			assertThat(others.request().headers().containsHeader("traceparent")).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource
	void handlerThatFailsDoesNotChangeTheCall(Style style) {
		for (String when : List.of("onStart", "onStop", "onError")) {
			SimpleMeterRegistry meters = new SimpleMeterRegistry();
			ObservationRegistry failing = ObservationRegistry.create();
			failing.observationConfig()
				.observationHandler(new JsonRpcClientMeterObservationHandler(meters))
				.observationHandler(new FailingHandler(when));
			JsonRpcTemplate client = this.rpc.mutate().observationRegistry(failing).build();
			assertThat(style.request(client, "get", Integer.class)).isEqualTo(5);
			assertThatExceptionOfType(JsonRpcInvalidParamsException.class).isThrownBy(() -> style.call(client, "fail"));
			if (!when.equals("onStop")) {
				assertThat(meters.get("jsonrpc.client.calls.active").gauge().value()).as(when).isZero();
			}
		}
	}

	@Test
	void whatIsNotSentIsNotCountedAndWhatIsSentAgainIs() {
		AtomicReference<RuntimeException> failure = new AtomicReference<>(new IllegalStateException("no token"));
		JsonRpcTemplate client = JsonRpcTemplate.builder(StubTransport.http(401, HttpHeaders.EMPTY, "no"))
			.authentication(new JsonRpcAuthentication() {

				@Override
				public Mono<HttpHeaders> authenticate(JsonRpcTransportRequest request) {
					return Mono
						.defer(() -> (failure.get() != null) ? Mono.error(failure.get()) : Mono.just(bearer("one")));
				}

				@Override
				public Mono<HttpHeaders> reauthenticate(JsonRpcTransportRequest request, HttpHeaders refused,
						JsonRpcTransportResponse response) {
					return Mono.just(bearer("two"));
				}

			})
			.observationRegistry(this.registry)
			.build();
		attempt(() -> client.call("get"));
		assertThat(single().getRequestSize()).isZero();
		this.stopped.clear();
		failure.set(null);
		attempt(() -> client.call("get"));
		assertThat(single().getRequestSize())
			.isEqualTo(2L * "{\"jsonrpc\":\"2.0\",\"method\":\"get\",\"id\":2}".length());
		assertThat(single().getResponseSize()).isEqualTo(2L * "no".length());
	}

	private static HttpHeaders bearer(String token) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBearerAuth(token);
		return headers;
	}

	@Test
	void failureOfAnotherClientIsNotOfThisOne() {
		JsonRpcTemplate client = this.rpc.mutate()
			.interceptor((request, chain) -> Mono
				.error(JsonRpcErrorException.of("other", "login", new JsonRpcError(-32050, "no"))))
			.build();
		attempt(() -> client.call("get"));
		assertThat(single().getOutcome())
			.isEqualTo(new JsonRpcClientOutcome(Status.UNKNOWN, "JsonRpcServerErrorException", null));
	}

	@ParameterizedTest
	@EnumSource
	void notificationIsOneObservation(Style style) {
		style.notify(this.rpc, "log", "x");
		assertThat(low(single())).containsEntry("rpc.method", "log").containsEntry("outcome", "SUCCESS");
		assertThat(high(single())).isEqualTo(Map.of("jsonrpc.protocol.version", "2.0"));
	}

	@ParameterizedTest
	@EnumSource
	void otherWaysToCallAreObserved(Style style) {
		style.request(this.rpc, "a", Integer.class);
		style.call(this.rpc, "b");
		style.retrieveResponse(this.rpc, (spec) -> {
		});
		style.sendNotification(this.rpc, (spec) -> {
		});
		style.sendJson(this.rpc, "{\"jsonrpc\":\"2.0\",\"method\":\"e\",\"id\":\"x\"}");
		style.sendJson(this.rpc, "[{\"jsonrpc\":\"2.0\",\"method\":\"f\",\"id\":\"x\"}]");
		assertThat(this.stopped).extracting((context) -> low(context).get("rpc.method"))
			.containsExactly("a", "b", "m", "m", "e", "none");
		assertThat(this.stopped).extracting(JsonRpcClientObservationContext::getOutcome)
			.containsOnly(JsonRpcClientOutcome.SUCCESS);
	}

	@Test
	void fluxIsObservedUntilItsElementsAreThere() {
		assertThat(this.rpc.reactive().method("list").retrieveFlux(Integer.class).collectList().block())
			.containsExactly(1, 2);
		assertThat(single().getOutcome()).isEqualTo(JsonRpcClientOutcome.SUCCESS);
		this.stopped.clear();
		assertThat(catchThrowable(
				() -> this.rpc.reactive().method("text").retrieveFlux(Integer.class).collectList().block()))
			.isInstanceOf(JsonRpcResultConversionException.class);
		assertThat(single().getOutcome().status()).isEqualTo(Status.CONVERSION_ERROR);
	}

	@ParameterizedTest
	@EnumSource
	void batchIsOneObservationWithEntries(Style style) {
		Style.Batch batch = style.batch(this.rpc);
		batch.add("get", Integer.class);
		batch.add("fail", Integer.class);
		batch.notify("log");
		batch.add("text", Integer.class);
		batch.add("null", Integer.class);
		batch.execute();
		JsonRpcClientObservationContext context = single();
		assertThat(context.getContextualName()).isEqualTo("jsonrpc batch");
		assertThat(low(context)).isEqualTo(Map.of("jsonrpc.client", "node", "rpc.method", "none", "rpc.system.name",
				"jsonrpc", "outcome", "FAILED_ENTRIES", "error.type", "none", "rpc.response.status_code", "none"));
		assertThat(high(context)).isEqualTo(Map.of("jsonrpc.batch.size", "5", "jsonrpc.batch.failed", "2"));
		assertThat(context.getEntries()).containsExactly(
				new JsonRpcClientObservationContext.Entry("get", JsonRpcClientOutcome.SUCCESS),
				new JsonRpcClientObservationContext.Entry("fail",
						new JsonRpcClientOutcome(Status.RPC_ERROR, "JsonRpcInvalidParamsException", -32602L)),
				new JsonRpcClientObservationContext.Entry("text",
						new JsonRpcClientOutcome(Status.CONVERSION_ERROR, "JsonRpcResultConversionException", null)),
				new JsonRpcClientObservationContext.Entry("null", JsonRpcClientOutcome.SUCCESS));
		assertThat(context.getRequestSize()).isEqualTo(this.server.request().body().length);
	}

	@ParameterizedTest
	@EnumSource
	void batchOfMessagesHasEntries(Style style) {
		style.send(this.rpc, List.of(JsonRpcRequest.of("get").build(), JsonRpcRequest.of("fail").build()));
		assertThat(single().getEntries()).extracting((entry) -> entry.outcome().status())
			.containsExactly(Status.SUCCESS, Status.RPC_ERROR);
	}

	@ParameterizedTest
	@EnumSource
	void entryThatIsNoResponseIsInvalid(Style style) {
		JsonRpcTemplate client = JsonRpcTemplate
			.builder(StubTransport.json("[{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1},{\"jsonrpc\":\"2.0\",\"id\":2}]"))
			.observationRegistry(this.registry)
			.build();
		Style.Batch batch = style.batch(client);
		batch.add("a", Integer.class);
		batch.add("b", Integer.class);
		batch.add("c", Integer.class);
		batch.execute();
		assertThat(single().getEntries()).extracting(JsonRpcClientObservationContext.Entry::outcome)
			.containsExactly(JsonRpcClientOutcome.SUCCESS, Outcomes.INVALID_ENTRY,
					new JsonRpcClientOutcome(Status.INVALID_RESPONSE, "JsonRpcInvalidResponseException", null));
	}

	@ParameterizedTest
	@EnumSource
	void batchThatIsSentAsSeveralMessagesIsOneObservation(Style style) {
		for (JsonRpcTemplate client : List.of(this.rpc.mutate().batch(true, 1).build(),
				this.rpc.mutate().batch(false, 10).build())) {
			this.stopped.clear();
			Style.Batch batch = style.batch(client);
			batch.add("get", Integer.class);
			batch.add("fail", Integer.class);
			batch.execute();
			assertThat(single().getBatchSize()).isEqualTo(2);
			assertThat(single().getEntries()).extracting((entry) -> entry.outcome().status())
				.containsExactly(Status.SUCCESS, Status.RPC_ERROR);
			int sent = this.server.requests().size();
			assertThat(single().getRequestSize()).isEqualTo(this.server.requests().get(sent - 1).body().length
					+ this.server.requests().get(sent - 2).body().length);
		}
	}

	@ParameterizedTest
	@EnumSource
	void emptyBatchIsRefusedAsWithoutObservation(Style style) {
		Style.Batch batch = style.batch(this.rpc);
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(batch::execute);
		assertThat(this.stopped).isEmpty();
	}

	@Test
	void cancelledCallIsStopped() {
		JsonRpcTemplate client = JsonRpcTemplate.builder(StubTransport.silent())
			.observationRegistry(this.registry)
			.build();
		Disposable call = client.reactive().method("get").retrieve(Integer.class).subscribe();
		assertThat(this.stopped).isEmpty();
		call.dispose();
		assertThat(single().getOutcome()).isEqualTo(JsonRpcClientOutcome.CANCELLED);
	}

	@Test
	void eachSubscriptionIsObserved() {
		Mono<Integer> call = this.rpc.reactive().method("get").retrieve(Integer.class);
		assertThat(this.stopped).isEmpty();
		call.block();
		call.block();
		assertThat(this.stopped).hasSize(2);
	}

	@Test
	void failureOfAnInterceptorIsObserved() {
		JsonRpcTemplate client = this.rpc.mutate().interceptor((request, chain) -> {
			throw new UnsupportedOperationException("open circuit");
		}).build();
		attempt(() -> client.call("get"));
		assertThat(single().getOutcome())
			.isEqualTo(new JsonRpcClientOutcome(Status.UNKNOWN, "UnsupportedOperationException", null));
	}

	@Test
	void retriesOfAnInterceptorAreOneObservation() {
		JsonRpcTemplate client = FailureCase.REFUSED.client()
			.observationRegistry(this.registry)
			.interceptor((request, chain) -> chain.next(request).retry(2))
			.build();
		attempt(() -> client.call("get"));
		assertThat(single().getOutcome().status()).isEqualTo(Status.TRANSPORT_ERROR);
		assertThat(single().getRequestSize())
			.isEqualTo(3L * "{\"jsonrpc\":\"2.0\",\"method\":\"get\",\"id\":1}".length());
	}

	@Test
	void observationOfTheThreadIsTheParent() {
		Observation outer = Observation.start("outer", this.registry);
		outer.scoped(() -> this.rpc.call("get"));
		outer.stop();
		assertThat(single().getParentObservation()).isSameAs(outer);
	}

	@Test
	void observationOfTheReactorContextIsTheParent() {
		Observation outer = Observation.start("outer", this.registry);
		Observation other = Observation.start("other", this.registry);
		other.scoped(() -> this.rpc.reactive()
			.call("get")
			.contextWrite((context) -> context.put("micrometer.observation", outer))
			.block());
		outer.stop();
		other.stop();
		assertThat(single().getParentObservation()).isSameAs(outer);
	}

	@Test
	void interceptorSeesTheObservation() {
		List<Observation> seen = new ArrayList<>();
		JsonRpcTemplate client = this.rpc.mutate().interceptor((request, chain) -> Mono.deferContextual((context) -> {
			seen.add(context.get("micrometer.observation"));
			return chain.next(request);
		})).build();
		client.call("get");
		assertThat(seen).extracting(Observation::getContext)
			.map(Observation.Context.class::cast)
			.containsExactly(single());
	}

	@Test
	void observationThatIsSwitchedOffLeavesTheParentToOthers() {
		List<Observation> seen = new ArrayList<>();
		this.registry.observationConfig().observationPredicate((name, context) -> !name.startsWith("jsonrpc"));
		JsonRpcTemplate client = this.rpc.mutate().interceptor((request, chain) -> Mono.deferContextual((context) -> {
			context.<Observation>getOrEmpty("micrometer.observation").ifPresent(seen::add);
			return chain.next(request);
		})).build();
		Observation outer = Observation.start("outer", this.registry);
		outer.scoped(() -> client.call("get"));
		outer.stop();
		client.reactive().call("get").block(Duration.ofSeconds(30));
		assertThat(seen).hasSize(1).containsExactly(outer);
		assertThat(this.stopped).isEmpty();
	}

	@Test
	void ownConventionCounts() {
		JsonRpcTemplate client = this.rpc.mutate()
			.observationConvention(new DefaultJsonRpcClientObservationConvention("my.calls"))
			.build();
		client.call("get");
		assertThat(single().getName()).isEqualTo("my.calls");
	}

	@Test
	void derivedTemplateObservesToo() {
		this.rpc.mutate().name("derived").build().call("get");
		this.rpc.reactive().mutate().build().call("get").block();
		assertThat(this.stopped).extracting(JsonRpcClientObservationContext::getClientName)
			.containsExactly("derived", "node");
	}

	@Test
	void serverIsKnownFromTheUrl() {
		List<String> servers = new ArrayList<>();
		for (String url : List.of("http://user:pw@node.invalid/key?a=b", "https://node.invalid",
				"http://[::1]:8545/x")) {
			this.stopped.clear();
			JsonRpcTemplate client = JsonRpcTemplate.builder(url)
				.settings(JsonRpcClientSettings.builder("node").url(url).build())
				.observationRegistry(this.registry)
				.interceptor((request, chain) -> Mono.error(new IllegalStateException()))
				.build();
			attempt(() -> client.call("get"));
			servers.add(high(single()).get("server.address") + " " + high(single()).get("server.port"));
		}
		assertThat(servers).containsExactly("node.invalid 80", "node.invalid 443", "::1 8545");
	}

	@Test
	void withoutRegistryNothingIsObserved() {
		JsonRpcTemplate client = JsonRpcTemplate.builder(this.server)
			.interceptor((request, chain) -> Mono.deferContextual((context) -> {
				assertThat(context.isEmpty()).isTrue();
				return chain.next(request);
			}))
			.build();
		client.call("get");
		client.mutate().observationRegistry(ObservationRegistry.create()).build().call("get");
		assertThat(this.server.requests()).hasSize(2);
	}

	/**
	 * Sends a header as tracers do.
	 */
	private static final class TraceParent implements ObservationHandler<JsonRpcClientObservationContext> {

		@Override
		public void onStart(JsonRpcClientObservationContext context) {
			context.getSetter().set(context.getCarrier(), "traceparent", "t");
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof JsonRpcClientObservationContext;
		}

	}

	private record FailingHandler(String when) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			fail("onStart");
		}

		@Override
		public void onError(Observation.Context context) {
			fail("onError");
		}

		@Override
		public void onStop(Observation.Context context) {
			fail("onStop");
		}

		private void fail(String method) {
			if (method.equals(this.when)) {
				throw new IllegalStateException(method);
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
