package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Batches of which something goes wrong that no call is to blame for: nothing of it may
 * be lost.
 */
class BatchFaultTests {

	private static final String UNADDRESSED = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"who?\"},\"id\":null}";

	private static final JsonRpcRequest NOTIFICATION = JsonRpcRequest.of("log").notification().build();

	@ParameterizedTest
	@ValueSource(strings = { "[" + UNADDRESSED + "," + UNADDRESSED + "]",
			"[{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":9}]", "[1]", "[]" })
	void row23NotificationsAnsweredWithAnErrorStatusFail(String body) {
		JsonRpcBatch batch = template(StubTransport.http(500, HttpHeaders.EMPTY, body)).batch();
		batch.notify("log", 1).notify("log", 2);
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(batch::execute)
			.satisfies((ex) -> assertThat(ex.status()).hasToString("500 INTERNAL_SERVER_ERROR"));
	}

	@Test
	void row23NotificationsAnsweredWithOneErrorFail() {
		JsonRpcBatch batch = template(StubTransport.http(400, HttpHeaders.EMPTY, "[" + UNADDRESSED + "]")).batch();
		batch.notify("log", 1).notify("log", 2);
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(batch::execute);
	}

	@Test
	void row25AnswersWithAnErrorStatusAreTheAnswers() {
		JsonRpcBatch batch = template(StubTransport.http(500, HttpHeaders.EMPTY,
				"[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1},{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"no\"},\"id\":2},null]"))
			.batch();
		JsonRpcBatch.Call<Integer> add = batch.add("add", Integer.class, 2, 3);
		JsonRpcBatch.Call<String> nope = batch.add("nope", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(add.get()).isEqualTo(5);
		assertThat(result.error(nope)).isInstanceOfSatisfying(JsonRpcMethodNotFoundException.class,
				(ex) -> assertThat(ex.status().value()).isEqualTo(500));
	}

	@Test
	void row66ErrorForNoCallIsAnAnomaly() {
		StubTransport server = StubTransport.json("[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}," + UNADDRESSED + "]");
		JsonRpcBatch batch = template(server).batch();
		JsonRpcBatch.Call<Integer> add = batch.add("add", Integer.class, 2, 3);
		batch.notify("log", 1);
		JsonRpcBatchResult result = batch.execute();
		assertThat(add.get()).isEqualTo(5);
		assertThat(result.anomalies()).singleElement().asString().contains("without an id").contains("-32600");
	}

	@Test
	void row66StrictRefusesAnErrorForNoCall() {
		StubTransport server = StubTransport.json("[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}," + UNADDRESSED + "]");
		JsonRpcBatch batch = template(server).mutate().validation(JsonRpcValidation.STRICT).build().batch();
		batch.add("add", Integer.class, 2, 3);
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(batch::execute);
	}

	@Test
	void row66ErrorsWithoutIdAreReturnedBySendWithTheirCode() {
		StubTransport server = StubTransport.json("[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}," + UNADDRESSED + "]");
		JsonRpcBatchResponse answers = template(server).send(JsonRpcBatchRequest
			.of(JsonRpcRequest.of("add").params(2, 3).build(), JsonRpcRequest.of("broken").build()));
		assertThat(answers.responses().get(1).error()).isNotNull().extracting(JsonRpcError::code).isEqualTo(-32600L);
	}

	@Test
	void notificationThatFailsAmongCallsIsAnAnomaly() {
		StubTransport server = StubTransport.answering((request) -> Mono
			.just(StubTransport.text(request).contains("log") ? StubTransport.response(500, HttpHeaders.EMPTY, "")
					: StubTransport.response(200, HttpHeaders.EMPTY, "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}")));
		JsonRpcBatch batch = template(server).mutate().batch(false, 10).build().batch();
		JsonRpcBatch.Call<Integer> add = batch.add("add", Integer.class, 2, 3);
		batch.notify("log", 1);
		JsonRpcBatchResult result = batch.execute();
		assertThat(add.get()).isEqualTo(5);
		assertThat(result.anomalies()).singleElement().asString().contains("1 notification(s) failed").contains("500");
	}

	@Test
	void answerOfManyInvalidItemsIsRefusedAsAWhole() {
		JsonRpcBatch batch = template(StubTransport.json("[" + "1,".repeat(1_000_000) + "1]")).batch();
		batch.add("add", Integer.class, 2, 3);
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(batch::execute)
			.withMessageContaining("more than 1000 members");
	}

	@Test
	void batchThatWasExecutedTakesNoMoreCalls() {
		JsonRpcBatch batch = template(StubTransport.json("[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}]")).batch();
		batch.add("add", Integer.class, 2, 3);
		batch.execute();
		assertThatIllegalStateException().isThrownBy(() -> batch.add("add", Integer.class, 1, 1));
		assertThatIllegalStateException().isThrownBy(() -> batch.notify("log"));
	}

	@Test
	void translatorThatThrowsFailsOnlyItsEntry() {
		StubTransport server = StubTransport.json(
				"[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1},{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"no\"},\"id\":2}]");
		JsonRpcBatch batch = JsonRpcTemplate.builder(server).exceptionTranslator((error) -> {
			throw new IllegalStateException("thrown");
		}).build().batch();
		JsonRpcBatch.Call<Integer> add = batch.add("add", Integer.class, 2, 3);
		JsonRpcBatch.Call<String> other = batch.add("other", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.get(add)).isEqualTo(5);
		assertThat(result.error(other)).isInstanceOf(IllegalStateException.class).hasMessage("thrown");
	}

	@Test
	void membersOfAnEntryWinOverThoseOfTheBatch() {
		StubTransport server = StubTransport.server((request) -> 1);
		JsonRpcBatch batch = template(server).batch();
		batch.method("a").member("auth", "own").add(Integer.class);
		batch.method("b").add(Integer.class);
		batch.execute(JsonRpcCallOptions.builder().member("auth", "common").build());
		assertThat(StubTransport.text(server.requests().get(0))).contains("\"method\":\"a\",\"id\":1,\"auth\":\"own\"")
			.contains("\"method\":\"b\",\"id\":2,\"auth\":\"common\"");
	}

	@Test
	void generatedIdIsNotTheTextOfAnExplicitOne() {
		StubTransport server = StubTransport.server((request) -> 1);
		template(server).send(List.of(JsonRpcRequest.of("a").id("1").build(), JsonRpcRequest.of("b").build()));
		assertThat(StubTransport.text(server.requests().get(0))).contains("\"id\":\"1\"").contains("\"id\":2");
	}

	@Test
	void generatorMustKeepTheRulesOfTheSpecification() {
		JsonRpcTemplate nulls = template(StubTransport.silent()).mutate().idGenerator(() -> JsonRpcId.NULL).build();
		assertThatIllegalStateException().isThrownBy(() -> nulls.call("a")).withMessageContaining("null");
		JsonRpcTemplate fractions = template(StubTransport.silent()).mutate()
			.idGenerator(() -> JsonRpcId.of(tools.jackson.databind.node.DoubleNode.valueOf(1.5)))
			.build();
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> fractions.call("a"))
			.withMessageContaining("fraction");
	}

	@Test
	void changesOfAnInterceptorAreGoneWhenItIsAskedAgain() {
		AtomicInteger calls = new AtomicInteger();
		StubTransport server = StubTransport
			.answering((request) -> (calls.incrementAndGet() == 1) ? Mono.error(new java.io.IOException("first")) : Mono
				.just(StubTransport.response(200, HttpHeaders.EMPTY, "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":2}")));
		JsonRpcTemplate template = JsonRpcTemplate.builder(server)
			.interceptor((request, chain) -> chain.next(request).retry(1))
			.interceptor((request, chain) -> {
				request.headers().add("X-Try", "once");
				return chain.next(request);
			})
			.build();
		assertThat(template.request("a", Integer.class)).isEqualTo(5);
		assertThat(server.requests().get(1).headers().get("X-Try")).containsExactly("once");
	}

	@Test
	void refusedTextIsNotShown() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> template(StubTransport.silent()).sendJson("{\"method\":5,\"auth\":\"s3cr3t\"}"))
			.satisfies((ex) -> assertThat(ex).hasNoCause().message().doesNotContain("s3cr3t"));
	}

	@Test
	void responseOfAFailedPartIsAnErrorWithItsText() {
		StubTransport server = StubTransport.answering((request) -> StubTransport.text(request).contains("second")
				? Mono.error(new java.io.IOException("gone")) : Mono.just(StubTransport.response(200, HttpHeaders.EMPTY,
						"[{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}]")));
		List<JsonRpcResponse> answers = template(server).mutate()
			.batch(true, 1)
			.build()
			.send(List.of(JsonRpcRequest.of("first").build(), JsonRpcRequest.of("second").build(), NOTIFICATION));
		assertThat(answers).hasSize(2);
		assertThat(answers.get(1).isError()).isTrue();
		assertThat(answers.get(1).violation()).isNotNull();
	}

	private static JsonRpcTemplate template(StubTransport transport) {
		return JsonRpcTemplate.builder(transport).build();
	}

}
