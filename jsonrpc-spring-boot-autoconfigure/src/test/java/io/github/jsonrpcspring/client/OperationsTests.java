package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what the ways to call return, in both styles.
 */
class OperationsTests {

	private static final ParameterizedTypeReference<List<Long>> LONGS = new ParameterizedTypeReference<>() {
	};

	private final StubTransport server = StubTransport.server(OperationsTests::answer);

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).build();

	private static @Nullable Object answer(JsonRpcRequest request) {
		return switch (request.method()) {
			case "nothing" -> null;
			case "list" -> List.of(1, 2);
			case "fail" -> new JsonRpcError(-32601, "Method not found", Map.of("method", "fail"));
			default -> "m";
		};
	}

	private static JsonRpcTemplate answering(String result) {
		return JsonRpcTemplate.builder(StubTransport.json("{\"jsonrpc\":\"2.0\",\"id\":1," + result + "}")).build();
	}

	@ParameterizedTest
	@EnumSource
	void requestReturnsTheResult(Style style) {
		assertThat(style.request(this.rpc, "m", String.class)).isEqualTo("m");
	}

	@Test
	void requestReturnsAGenericResult() {
		assertThat(this.rpc.request("list", LONGS)).containsExactly(1L, 2L);
		assertThat(this.rpc.reactive().request("list", LONGS).block()).containsExactly(1L, 2L);
	}

	@ParameterizedTest
	@EnumSource
	void requestThrowsTheError(Style style) {
		assertThatExceptionOfType(JsonRpcMethodNotFoundException.class)
			.isThrownBy(() -> style.request(this.rpc, "fail", String.class));
	}

	@ParameterizedTest
	@EnumSource
	void requestRefusesANullResult(Style style) {
		assertThatExceptionOfType(JsonRpcResultConversionException.class)
			.isThrownBy(() -> style.request(this.rpc, "nothing", String.class))
			.withMessage("Client 'default', method 'nothing', id 1: the result does not fit java.lang.String: "
					+ "it is null; retrieve and retrieveOptional accept that");
	}

	@ParameterizedTest
	@EnumSource
	void callDropsTheResult(Style style) {
		style.call(this.rpc, "m", 1);
		style.call(this.rpc, "nothing");
		style.call(this.rpc, "list");
		assertThat(this.server.sent()).hasSize(3).first().asString().contains("\"params\":[1],\"id\":1");
	}

	@ParameterizedTest
	@EnumSource
	void callThrowsTheError(Style style) {
		assertThatExceptionOfType(JsonRpcMethodNotFoundException.class).isThrownBy(() -> style.call(this.rpc, "fail"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 |
			200 | []
			200 | {"jsonrpc":"2.0","error":{"code":-1,"message":"ignored"},"id":null}
			200 | no JSON at all
			202 |
			204 |
			""")
	void notificationIsDoneWithEveryStatusOf2xx(int status, @Nullable String body) {
		StubTransport transport = StubTransport.http(status, HttpHeaders.EMPTY, (body != null) ? body : "");
		JsonRpcTemplate template = JsonRpcTemplate.builder(transport).build();
		for (Style style : Style.values()) {
			style.notify(template, "m", 1);
			style.sendNotification(template, (call) -> call.params(1));
			assertThat(style.send(template, JsonRpcRequest.of("m").params(1).notification().build())).isNull();
			assertThat(style.sendJson(template, "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1]}")).isNull();
		}
		assertThat(transport.sent()).hasSize(8).containsOnly("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1]}");
		assertThat(transport.requests()).allMatch((request) -> !request.responseExpected());
	}

	@ParameterizedTest
	@EnumSource
	void notificationThatIsRefusedByStatusFails(Style style) {
		JsonRpcTemplate refusing = JsonRpcTemplate.builder(StubTransport.http(503, HttpHeaders.EMPTY, "")).build();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> style.notify(refusing, "m"))
			.withMessage("Client 'default', method 'm': unexpected answer; HTTP 503");
	}

	@ParameterizedTest
	@EnumSource
	void notificationThatIsRefusedByStatusAndErrorFailsWithTheError(Style style) {
		JsonRpcTemplate refusing = JsonRpcTemplate.builder(StubTransport.http(400, HttpHeaders.EMPTY,
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"no\"},\"id\":null}"))
			.build();
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> style.notify(refusing, "m"))
			.withMessage("Client 'default', method 'm': error -32600: no (HTTP 400)");
	}

	@ParameterizedTest
	@EnumSource
	void retrieveReturnsTheResultOrNull(Style style) {
		assertThat(style.retrieve(answering("\"result\":5"), (call) -> {
		}, Integer.class)).isEqualTo(5);
		assertThat(style.retrieve(answering("\"result\":null"), (call) -> {
		}, Integer.class)).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void retrieveRequiredRefusesNull(Style style) {
		assertThat(style.retrieveRequired(answering("\"result\":5"), (call) -> {
		}, Integer.class)).isEqualTo(5);
		assertThatExceptionOfType(JsonRpcResultConversionException.class)
			.isThrownBy(() -> style.retrieveRequired(answering("\"result\":null"), (call) -> {
			}, Integer.class));
	}

	@ParameterizedTest
	@EnumSource
	void retrieveOptionalIsEmptyForNull(Style style) {
		assertThat(style.retrieveOptional(answering("\"result\":5"), (call) -> {
		}, Integer.class)).hasValue(5);
		assertThat(style.retrieveOptional(answering("\"result\":null"), (call) -> {
		}, Integer.class)).isEmpty();
	}

	@Test
	void genericResultsOfTheFluentForm() {
		assertThat(this.rpc.method("list").retrieve(LONGS)).containsExactly(1L, 2L);
		assertThat(this.rpc.method("list").retrieveRequired(LONGS)).containsExactly(1L, 2L);
		assertThat(this.rpc.method("list").retrieveOptional(LONGS)).hasValue(List.of(1L, 2L));
		ReactiveJsonRpcTemplate reactive = this.rpc.reactive();
		assertThat(Mono
			.zip(reactive.method("list").retrieve(LONGS), reactive.method("list").retrieveRequired(LONGS),
					reactive.method("list").retrieveOptional(LONGS))
			.block()).containsExactly(List.of(1L, 2L), List.of(1L, 2L), Optional.of(List.of(1L, 2L)));
	}

	@Test
	void reactiveRetrieveOfNullIsEmpty() {
		StepVerifier.create(this.rpc.reactive().method("nothing").retrieve(String.class))
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@EnumSource
	void retrieveThrowsTheError(Style style) {
		JsonRpcTemplate failing = answering("\"error\":{\"code\":-32602,\"message\":\"no\"}");
		assertThatExceptionOfType(JsonRpcInvalidParamsException.class)
			.isThrownBy(() -> style.retrieve(failing, (call) -> call.id(1), String.class));
		assertThatExceptionOfType(JsonRpcInvalidParamsException.class)
			.isThrownBy(() -> style.retrieveOptional(failing, (call) -> call.id(1), String.class));
	}

	@ParameterizedTest
	@EnumSource
	void retrieveResponseReturnsTheErrorAndItsRequest(Style style) {
		JsonRpcResponse response = style.retrieveResponse(answering("\"error\":{\"code\":-32602,\"message\":\"no\"}"),
				(call) -> call.params(1));
		assertThat(response.isError()).isTrue();
		assertThat(response.error()).isEqualTo(new JsonRpcError(-32602, "no"));
		assertThat(response.request()).isNotNull().extracting(JsonRpcRequest::method).isEqualTo("m");
	}

	@ParameterizedTest
	@EnumSource
	void sendReturnsTheErrorInsteadOfThrowingIt(Style style) {
		JsonRpcResponse response = style.send(this.rpc, JsonRpcRequest.of("fail").build());
		assertThat(response).isNotNull();
		assertThat(response.error()).isNotNull().extracting(JsonRpcError::code).isEqualTo(-32601L);
		assertThat(response.request()).isNotNull().extracting(JsonRpcRequest::id).hasToString("1");
	}

	@ParameterizedTest
	@EnumSource
	void sendUsesTheVersionOfTheRequest(Style style) {
		StubTransport old = StubTransport.json("{\"result\":1,\"error\":null,\"id\":1}");
		style.send(JsonRpcTemplate.builder(old).build(), JsonRpcRequest.of("m").version(JsonRpcVersion.V1_0).build());
		assertThat(old.sent()).containsExactly("{\"method\":\"m\",\"params\":[],\"id\":1}");
	}

	@ParameterizedTest
	@EnumSource
	void sendAnswersAListInTheOrderOfItsRequests(Style style) {
		StubTransport reversing = StubTransport.json("""
				[{"jsonrpc":"2.0","result":"c","id":2},{"jsonrpc":"2.0","result":"a","id":1}]""");
		List<JsonRpcResponse> responses = style.send(JsonRpcTemplate.builder(reversing).build(),
				List.of(JsonRpcRequest.of("a").build(), JsonRpcRequest.of("b").notification().build(),
						JsonRpcRequest.of("c").build()));
		assertThat(responses).map((response) -> response.resultAs(String.class)).containsExactly("a", "c");
		assertThat(responses).map((response) -> Optional.ofNullable(response.request()).map(JsonRpcRequest::method))
			.containsExactly(Optional.of("a"), Optional.of("c"));
	}

	@ParameterizedTest
	@EnumSource
	void sendStandsInForAnAnswerThatTheServerLeftOut(Style style) {
		StubTransport forgetful = StubTransport.json("[{\"jsonrpc\":\"2.0\",\"result\":\"b\",\"id\":2}]");
		List<JsonRpcResponse> responses = style.send(JsonRpcTemplate.builder(forgetful).build(),
				List.of(JsonRpcRequest.of("a").build(), JsonRpcRequest.of("b").build()));
		assertThat(responses).hasSize(2);
		assertThat(responses.get(0).violation()).isNotNull();
		assertThat(responses.get(0).error()).isNotNull()
			.satisfies((error) -> assertThat(error.hasCode()).isFalse())
			.satisfies((error) -> assertThat(error.message()).contains("no response in the answer to the batch"));
		assertThat(responses.get(1).resultAs(String.class)).isEqualTo("b");
	}

	@ParameterizedTest
	@EnumSource
	void sendOfNotificationsOnlyAnswersNothing(Style style) {
		assertThat(style.send(this.rpc, List.of(JsonRpcRequest.of("a").notification().build()))).isEmpty();
		assertThat(style.sendJson(this.rpc, "[{\"jsonrpc\":\"2.0\",\"method\":\"a\"}]")).isNull();
		assertThat(this.server.requests()).allMatch((request) -> !request.responseExpected());
	}

	@ParameterizedTest
	@EnumSource
	void sendOfAnEmptyListIsRefused(Style style) {
		assertThatIllegalArgumentException().isThrownBy(() -> style.send(this.rpc, List.of()))
			.withMessageContaining("a batch must hold at least one request");
		assertThat(this.server.sent()).isEmpty();
	}

	@Test
	void sendOfABatchReturnsItsRequestToo() {
		JsonRpcBatchResponse responses = this.rpc.send(JsonRpcBatchRequest.of(JsonRpcRequest.of("m").build()));
		assertThat(responses.size()).isEqualTo(1);
		assertThat(responses.request()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void sendJsonReturnsTheAnswer(Style style) {
		JsonRpcMessage single = style.sendJson(this.rpc, "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":\"x\"}");
		JsonRpcMessage batch = style.sendJson(this.rpc, "[{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":\"x\"}]");
		JsonRpcMessage error = style.sendJson(this.rpc, "{\"jsonrpc\":\"2.0\",\"method\":\"fail\",\"id\":1}");
		assertThat(single).isInstanceOfSatisfying(JsonRpcResponse.class,
				(response) -> assertThat(response.resultAs(String.class)).isEqualTo("m"));
		assertThat(batch).isInstanceOfSatisfying(JsonRpcBatchResponse.class,
				(responses) -> assertThat(responses).hasSize(1));
		assertThat(error).isInstanceOfSatisfying(JsonRpcResponse.class,
				(response) -> assertThat(response.isError()).isTrue());
	}

	@ParameterizedTest
	@EnumSource
	void sendJsonKeepsVersionNumbersAndFurtherMembers(Style style) {
		style.sendJson(this.rpc,
				"{\"method\": \"m\", \"params\": [0.10, 9007199254740993], \"id\": 1, \"auth\": \"x\"}");
		style.sendJson(this.rpc, "{\"jsonrpc\": \"2.0\", \"method\": \"rpc.discover\", \"id\": 1}");
		assertThat(this.server.sent()).containsExactly(
				"{\"method\":\"m\",\"params\":[0.10,9007199254740993],\"id\":1,\"auth\":\"x\"}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"rpc.discover\",\"id\":1}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			nonsense | not JSON
			`` | no JSON
			5 | neither an object nor an array
			{"jsonrpc":"2.0","result":5,"id":1} | method must be a string
			{"jsonrpc":"2.0","method":5,"id":1} | method must be a string
			{"jsonrpc":"3.0","method":"m","id":1} | jsonrpc must be "2.0"
			{"jsonrpc":"2.0","method":"m","params":5,"id":1} | params must be an array or an object
			{"jsonrpc":"2.0","method":"m","id":{}} | id must be
			{"jsonrpc":"2.0","method":"m","id":1} {} | more than one JSON document
			[] | empty batch
			[1] | no object
			[{"jsonrpc":"2.0","method":"m","id":1},{"foo":"bar"}] | method must be a string
			""")
	void sendJsonRefusesWhatIsNoRequest(String json, String reason) {
		for (Style style : Style.values()) {
			assertThatIllegalArgumentException().isThrownBy(() -> style.sendJson(this.rpc, json))
				.withMessageContaining("a JSON-RPC request")
				.withMessageContaining(reason);
		}
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"jsonrpc":"2.0","method":"","id":1} | method must not be
			{"jsonrpc":"2.0","method":"m","id":1.5} | id must not be a fractional number
			""")
	void sendJsonSendsNothingThatBreaksARule(String json, String rule) {
		for (Style style : Style.values()) {
			assertThatIllegalArgumentException().isThrownBy(() -> style.sendJson(this.rpc, json))
				.withMessageContaining(rule);
		}
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void sendJsonRefusesTwoRequestsWithOneId(Style style) {
		assertThatIllegalArgumentException().isThrownBy(() -> style.sendJson(this.rpc,
				"[{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1},{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"id\":1}]"));
		assertThat(this.server.sent()).isEmpty();
	}

	@Test
	void reactiveTemplateIsLazyAboutItsErrors() {
		Mono<String> call = this.rpc.reactive().request(" ", String.class);
		StepVerifier.create(call).expectError(IllegalArgumentException.class).verify(Duration.ofSeconds(5));
		Mono<List<JsonRpcResponse>> batch = this.rpc.reactive().send(List.<JsonRpcRequest>of());
		StepVerifier.create(batch).expectError(IllegalArgumentException.class).verify(Duration.ofSeconds(5));
	}

}
