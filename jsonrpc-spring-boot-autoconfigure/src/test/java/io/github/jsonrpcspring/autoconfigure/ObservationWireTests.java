package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.OpenTelemetryJsonRpcClientObservationConvention;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for spans and metrics of a whole application, over the wire.
 */
@ExtendWith(OutputCaptureExtension.class)
class ObservationWireTests {

	private static final String TRANSPORT = "jsonrpc.defaults.transport=";

	@RegisterExtension
	private static final WireMockExtension SERVER = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	@BeforeEach
	void answerFive() {
		answer("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}");
	}

	private static void answer(String body) {
		SERVER.stubFor(
				post(anyUrl()).willReturn(aResponse().withHeader("Content-Type", "application/json").withBody(body)));
	}

	private static void run(Consumer<ApplicationContext> test, String... properties) {
		run(new Class<?>[0], test, properties);
	}

	private static void run(Class<?>[] configurations, Consumer<ApplicationContext> test, String... properties) {
		String url = "jsonrpc.clients.node.url=" + SERVER.baseUrl() + "/v2/s3cr3t?key=s3cr3t";
		ObservedApplication.run(configurations, test, StringUtils.addStringToArray(properties, url));
	}

	private static List<SpanData> spans(ApplicationContext context) {
		List<SpanData> spans = new ArrayList<>(context.getBean(InMemorySpanExporter.class).getFinishedSpanItems());
		spans.sort(Comparator.comparing(SpanData::getStartEpochNanos));
		return spans;
	}

	private static Map<String, String> attributes(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().getKey(), (entry) -> entry.getValue().toString()));
	}

	private static String scrape(ApplicationContext context) {
		return context.getBean(PrometheusMeterRegistry.class).scrape();
	}

	static Stream<Arguments> calls() {
		return Arrays.stream(Call.values())
			.flatMap(
					(call) -> Stream.of("web-client", "rest-client").map((transport) -> Arguments.of(call, transport)));
	}

	@ParameterizedTest
	@MethodSource("calls")
	void spansNest(Call call, String transport) {
		answer(call.answer);
		run((context) -> {
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			Observation outer = Observation.start("outer", registry);
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			outer.scoped(() -> assertThat(call.from.apply(template)).isEqualTo(5));
			outer.stop();
			assertThat(spans(context)).extracting(SpanData::getName)
				.containsExactly("outer", call.spanName, "http post");
			SpanData outerSpan = spans(context).get(0);
			SpanData rpcSpan = spans(context).get(1);
			SpanData httpSpan = spans(context).get(2);
			assertThat(rpcSpan.getParentSpanId()).isEqualTo(outerSpan.getSpanId());
			assertThat(httpSpan.getParentSpanId()).isEqualTo(rpcSpan.getSpanId());
			assertThat(rpcSpan.getKind()).isEqualTo(SpanKind.CLIENT);
			assertThat(attributes(rpcSpan)).containsEntry("jsonrpc.client", "node")
				.containsEntry("outcome", "SUCCESS")
				.containsEntry("rpc.system.name", "jsonrpc")
				.containsEntry("server.address", "localhost")
				.containsEntry("server.port", String.valueOf(SERVER.getPort()));
			assertThat(sentTraceParents()).containsExactly("00-" + httpSpan.getTraceId() + "-" + httpSpan.getSpanId());
		}, TRANSPORT + transport);
	}

	private static List<String> sentTraceParents() {
		return SERVER.findAll(postRequestedFor(anyUrl()))
			.stream()
			.flatMap((request) -> request.header("traceparent").values().stream())
			.map((traceParent) -> traceParent.replaceFirst("-0[0-9]$", ""))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void withAutomaticContextPropagationSpansNestToo(Call call, String transport, CapturedOutput output) {
		answer(call.answer);
		Hooks.enableAutomaticContextPropagation();
		try {
			run((context) -> {
				Observation outer = Observation.start("outer", context.getBean(ObservationRegistry.class));
				outer.scoped(() -> call.from.apply(context.getBean(JsonRpcTemplate.class)));
				outer.stop();
				List<SpanData> spans = spans(context);
				assertThat(spans).hasSize(3);
				assertThat(spans.get(1).getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
				assertThat(spans.get(2).getParentSpanId()).isEqualTo(spans.get(1).getSpanId());
			}, TRANSPORT + transport);
		}
		finally {
			Hooks.disableAutomaticContextPropagation();
		}
		assertThat(output.getAll()).doesNotContain("ObservationThreadLocalAccessor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-client", "rest-client" })
	void whenSwitchedOffThenHttpBelongsToTheCaller(String transport) {
		run((context) -> {
			Observation outer = Observation.start("outer", context.getBean(ObservationRegistry.class));
			outer.scoped(() -> context.getBean(JsonRpcTemplate.class).call("get"));
			outer.stop();
			assertThat(spans(context)).extracting(SpanData::getName).containsExactly("outer", "http post");
			assertThat(spans(context).get(1).getParentSpanId()).isEqualTo(spans(context).get(0).getSpanId());
			assertThat(scrape(context)).doesNotContain("jsonrpc_client");
		}, "management.observations.enable.jsonrpc.client.requests=false", TRANSPORT + transport);
	}

	@Test
	void entriesOfABatchAreCountedOneByOne() {
		answer("[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1},"
				+ "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"m\"},\"id\":2}]");
		run((context) -> {
			JsonRpcBatch batch = context.getBean(JsonRpcTemplate.class).batch();
			batch.add("get", Integer.class);
			batch.add("lost", Integer.class);
			batch.execute();
			assertThat(scrape(context))
				.contains("jsonrpc_client_batch_entries_total{error_type=\"none\",jsonrpc_client=\"node\","
						+ "outcome=\"SUCCESS\",rpc_method=\"get\",rpc_response_status_code=\"none\"} 1.0")
				.contains("jsonrpc_client_batch_entries_total{error_type=\"JsonRpcMethodNotFoundException\","
						+ "jsonrpc_client=\"node\",outcome=\"RPC_ERROR\",rpc_method=\"lost\","
						+ "rpc_response_status_code=\"-32601\"} 1.0")
				.contains("jsonrpc_client_batch_size_sum{jsonrpc_client=\"node\"} 2.0");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-client", "rest-client" })
	void traceGoesOutEvenIfHttpIsNotObserved(String transport) {
		run((context) -> {
			context.getBean(JsonRpcTemplate.class).call("get");
			assertThat(spans(context)).hasSize(1);
			SpanData span = spans(context).get(0);
			assertThat(sentTraceParents()).containsExactly("00-" + span.getTraceId() + "-" + span.getSpanId());
		}, "management.observations.enable.http.client=false", TRANSPORT + transport);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-client", "rest-client" })
	void headerOfTheCallWinsOverTheTrace(String transport) {
		run((context) -> {
			context.getBean(JsonRpcTemplate.class).method("get").header("traceparent", "mine").retrieve(Integer.class);
			assertThat(sentTraceParents()).containsExactly("mine");
		}, "management.observations.enable.http.client=false", TRANSPORT + transport);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-client", "rest-client" })
	void errorObjectWithStatus200IsAnErrorOfTheSpanAndNotOfTheHttpSpan(String transport) {
		answer("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32050,\"message\":\"busy\"},\"id\":1}");
		run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> template.call("get"));
			SpanData rpcSpan = spans(context).get(0);
			SpanData httpSpan = spans(context).get(1);
			assertThat(rpcSpan.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(rpcSpan.getEvents()).singleElement()
				.satisfies((event) -> assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.message")))
					.contains("error -32050: busy"));
			assertThat(attributes(rpcSpan)).containsEntry("rpc.response.status_code", "-32050")
				.containsEntry("error.type", "JsonRpcServerErrorException")
				.containsEntry("jsonrpc.request.id", "1");
			assertThat(httpSpan.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		}, TRANSPORT + transport);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-client", "rest-client" })
	void spansShowNeitherPathNorQuery(String transport) {
		run((context) -> {
			context.getBean(JsonRpcTemplate.class).call("get");
			assertThat(spans(context)).hasSize(2);
			assertThat(spans(context).toString()).contains("http.url").doesNotContain("s3cr3t");
		}, TRANSPORT + transport);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-client", "rest-client" })
	void idsOfTheTraceAreInTheLog(String transport) {
		run((context) -> {
			try (CapturedLog log = CapturedLog.debug("node")) {
				context.getBean(JsonRpcTemplate.class).call("get");
				SpanData span = spans(context).get(0);
				assertThat(log.events()).hasSize(2)
					.allSatisfy(
							(event) -> assertThat(event.getMDCPropertyMap()).containsEntry("traceId", span.getTraceId())
								.containsEntry("spanId", span.getSpanId()));
			}
		}, TRANSPORT + transport);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-client", "rest-client" })
	void idsOfTheTraceAreInTheLinesOfFailuresAndBatches(String transport) {
		run((context) -> {
			try (CapturedLog log = CapturedLog.debug("node")) {
				JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
				answer("[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1},{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":99}]");
				JsonRpcBatch batch = template.batch();
				batch.add("get", Integer.class);
				batch.execute();
				assertThat(log.lines()).element(2).asString().startsWith("In a batch, ");
				SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withFixedDelay(5000)));
				assertThatExceptionOfType(RuntimeException.class)
					.isThrownBy(() -> template.method("get").timeout(Duration.ofMillis(50)).retrieve(Integer.class));
				template.reactive()
					.method("get")
					.retrieve(Integer.class)
					.timeout(Duration.ofMillis(50))
					.onErrorComplete()
					.block();
				assertThat(log.lines()).hasSize(7).element(6).asString().startsWith("<-- cancelled");
				assertThat(log.events())
					.allSatisfy((event) -> assertThat(event.getMDCPropertyMap()).containsKeys("traceId", "spanId"));
			}
		}, TRANSPORT + transport);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-client", "rest-client" })
	void prometheusHasTheTimer(String transport) {
		run((context) -> {
			context.getBean(JsonRpcTemplate.class).call("get");
			assertThat(scrape(context))
				.contains("jsonrpc_client_requests_seconds_count{error=\"none\",error_type=\"none\","
						+ "jsonrpc_client=\"node\",outcome=\"SUCCESS\",rpc_method=\"get\",rpc_response_status_code=\"none\","
						+ "rpc_system_name=\"jsonrpc\"} 1")
				.contains("jsonrpc_client_request_size_bytes_sum{jsonrpc_client=\"node\"} 39.0")
				.contains("jsonrpc_client_response_size_bytes_sum{jsonrpc_client=\"node\"} 35.0")
				.contains("jsonrpc_client_calls_active{jsonrpc_client=\"node\"} 0.0")
				.doesNotContain("s3cr3t");
		}, TRANSPORT + transport);
	}

	@Test
	void conventionOfOpenTelemetryIsOneBeanAway() {
		run(new Class<?>[] { OpenTelemetryNames.class }, (context) -> {
			context.getBean(JsonRpcTemplate.class).call("get");
			assertThat(scrape(context))
				.contains("rpc_client_call_duration_seconds_count{error=\"none\","
						+ "error_type=\"none\",rpc_method=\"get\",rpc_response_status_code=\"none\","
						+ "rpc_system_name=\"jsonrpc\",server_address=\"localhost\",server_port=\"" + SERVER.getPort()
						+ "\"} 1")
				.doesNotContain("jsonrpc_client_requests_seconds");
			assertThat(spans(context)).element(0).extracting(SpanData::getName).isEqualTo("get");
		});
	}

	@Test
	void methodsAreLimitedWithOneWarning(CapturedOutput output) {
		answer("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":\"x\"}");
		run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			for (int i = 0; i < 6; i++) {
				template.method("made_up_" + i).id("x").retrieve(Integer.class);
			}
			assertThat(scrape(context).lines()
				.filter((line) -> line.startsWith("jsonrpc_client_requests_seconds_count"))
				.map((line) -> line.replaceAll(".*rpc_method=\"([^\"]*)\".*", "$1"))).hasSize(3);
			assertThat(output.getOut().lines().filter((line) -> line.contains("Reached the maximum number of")))
				.hasSize(1)
				.allSatisfy((line) -> assertThat(line).contains("'rpc.method'")
					.contains("jsonrpc.metrics.max-method-tags"));
		}, "jsonrpc.metrics.max-method-tags=3");
	}

	@Test
	void errorCodesAreLimited() {
		run((context) -> {
			JsonRpcTemplate template = context.getBean(JsonRpcTemplate.class);
			for (int i = 1; i <= 105; i++) {
				answer("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":" + i + ",\"message\":\"m\"},\"id\":\"x\"}");
				template.method("get").id("x").retrieveResponse();
			}
			assertThat(
					scrape(context).lines().filter((line) -> line.startsWith("jsonrpc_client_requests_seconds_count")))
				.hasSize(100);
		});
	}

	/**
	 * The ways to make a call.
	 */
	enum Call {

		BLOCKING("jsonrpc get", (template) -> template.request("get", Integer.class)),

		MONO("jsonrpc get",
				(template) -> template.reactive().request("get", Integer.class).block(Duration.ofSeconds(30))),

		PROXY("jsonrpc get", (template) -> proxy(template).get()),

		REACTIVE_PROXY("jsonrpc get", (template) -> proxy(template).later().block(Duration.ofSeconds(30))),

		BATCH("jsonrpc batch", (template) -> {
			JsonRpcBatch batch = template.batch();
			JsonRpcBatch.Call<Integer> call = batch.add("get", Integer.class);
			return batch.execute().get(call);
		}, "[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}]");

		private final String spanName;

		private final Function<JsonRpcTemplate, Integer> from;

		private final String answer;

		Call(String spanName, Function<JsonRpcTemplate, Integer> from) {
			this(spanName, from, "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}");
		}

		Call(String spanName, Function<JsonRpcTemplate, Integer> from, String answer) {
			this.spanName = spanName;
			this.from = from;
			this.answer = answer;
		}

		private static Numbers proxy(JsonRpcTemplate template) {
			return JsonRpcServiceProxyFactory.builder(template).build().createClient(Numbers.class);
		}

	}

	/**
	 * An interface with the method.
	 */
	interface Numbers {

		int get();

		@JsonRpcMethod("get")
		Mono<Integer> later();

	}

	@Configuration(proxyBeanMethods = false)
	static class OpenTelemetryNames {

		@Bean
		JsonRpcClientObservationConvention convention() {
			return new OpenTelemetryJsonRpcClientObservationConvention();
		}

	}

}
