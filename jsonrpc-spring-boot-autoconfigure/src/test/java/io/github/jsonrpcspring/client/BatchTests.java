package io.github.jsonrpcspring.client;

import java.util.Arrays;
import java.util.List;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for typed batches that are one message.
 */
class BatchTests {

	private final StubTransport server = StubTransport.server(BatchTests::answer);

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).build();

	private static @Nullable Object answer(JsonRpcRequest request) {
		return switch (request.method()) {
			case "nothing" -> null;
			case "list" -> List.of(1, 2);
			case "fail" -> new JsonRpcError(-32602, "Invalid params");
			default -> request.method();
		};
	}

	private static JsonRpcTemplate answering(String... entries) {
		return JsonRpcTemplate.builder(StubTransport.json("[" + String.join(",", entries) + "]")).build();
	}

	private static String result(int id, String result) {
		return "{\"jsonrpc\":\"2.0\",\"result\":\"" + result + "\",\"id\":" + id + "}";
	}

	private static String error(String id) {
		return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"bad " + id + "\"},\"id\":" + id + "}";
	}

	@Test
	void errorsOfABatchShareTheHeadersOfItsAnswer() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Trace", "7");
		JsonRpcBatch batch = JsonRpcTemplate
			.builder(StubTransport.http(200, headers, "[" + error("1") + "," + error("2") + "]"))
			.build()
			.batch();
		List<JsonRpcBatchCall<String>> calls = List.of(batch.add("a", String.class), batch.add("b", String.class));
		JsonRpcBatchResult result = batch.execute();
		List<HttpHeaders> kept = calls.stream()
			.map((call) -> ((JsonRpcErrorException) result.error(call)).headers())
			.toList();
		assertThat(kept.get(0).getFirst("X-Trace")).isEqualTo("7");
		assertThat(kept.get(1)).isSameAs(kept.get(0)).isNotSameAs(headers);
	}

	@ParameterizedTest
	@EnumSource
	void everyCallHasItsOwnOutcome(Style style) {
		Style.Batch batch = style.batch(this.rpc);
		JsonRpcBatchCall<String> one = batch.add("one", String.class, 1);
		batch.notify("log", "x");
		JsonRpcBatchCall<String> fail = batch.add("fail", String.class);
		JsonRpcBatchCall<String> nothing = batch.add("nothing", String.class);
		JsonRpcBatchCall<Integer> misfit = batch.add("text", Integer.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(this.server.sent())
			.containsExactly("[{\"jsonrpc\":\"2.0\",\"method\":\"one\",\"params\":[1],\"id\":1},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"log\",\"params\":[\"x\"]},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"fail\",\"id\":2},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"nothing\",\"id\":3},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"text\",\"id\":4}]");
		assertThat(result.get(one)).isEqualTo("one");
		assertThat(result.getOptional(one)).hasValue("one");
		assertThat(result.error(one)).isNull();
		assertThat(result.get(nothing)).isNull();
		assertThat(result.getOptional(nothing)).isEmpty();
		assertThat(result.error(fail)).isInstanceOf(JsonRpcInvalidParamsException.class)
			.hasMessage("Client 'default', method 'fail', id 2: error -32602: Invalid params");
		assertThatExceptionOfType(JsonRpcInvalidParamsException.class).isThrownBy(() -> result.get(fail));
		assertThatExceptionOfType(JsonRpcInvalidParamsException.class).isThrownBy(() -> result.getOptional(fail));
		assertThat(result.error(misfit)).isInstanceOf(JsonRpcResultConversionException.class);
		assertThat(result.succeeded()).containsExactly(one, nothing);
		assertThat(result.failed()).containsExactly(fail, misfit);
		assertThat(result.responses()).map(JsonRpcResponse::id)
			.map(Object::toString)
			.containsExactly("1", "2", "3", "4");
		assertThat(result.anomalies()).isEmpty();
		assertThat(result).hasToString("2 succeeded, 2 failed");
		assertThat(fail).hasToString("call of 'fail'");
	}

	@Test
	void callOfABlockingBatchReturnsItsOwnResult() {
		JsonRpcBatch batch = this.rpc.batch();
		JsonRpcBatch.Call<String> one = batch.add("one", String.class);
		JsonRpcBatch.Call<String> fail = batch.method("fail").param("name", "Foo").add(String.class);
		JsonRpcBatch.Call<List<Long>> list = batch.add("list", new ParameterizedTypeReference<List<Long>>() {
		});
		JsonRpcBatch.Call<List<Long>> same = batch.method("list").add(new ParameterizedTypeReference<List<Long>>() {
		});
		batch.notify("log").method("log").params(1).addNotification().execute();
		assertThat(one.get()).isEqualTo("one");
		assertThat(list.get()).containsExactly(1L, 2L);
		assertThat(same.get()).containsExactly(1L, 2L);
		assertThat(one.method()).isEqualTo("one");
		assertThatExceptionOfType(JsonRpcInvalidParamsException.class).isThrownBy(fail::get);
	}

	@Test
	void reactiveBatchTakesGenericsAndFluentCalls() {
		ReactiveJsonRpcBatch batch = this.rpc.reactive().batch();
		ReactiveJsonRpcBatch.Call<List<Long>> list = batch.add("list", new ParameterizedTypeReference<>() {
		});
		ReactiveJsonRpcBatch.Call<List<Long>> same = batch.method("list").add(new ParameterizedTypeReference<>() {
		});
		ReactiveJsonRpcBatch.Call<String> named = batch.method("find").param("name", "Foo").add(String.class);
		JsonRpcBatchResult result = batch.notify("log").method("log").params(1).addNotification().execute().block();
		assertThat(result).isNotNull();
		assertThat(result.get(list)).containsExactly(1L, 2L);
		assertThat(result.get(same)).containsExactly(1L, 2L);
		assertThat(result.get(named)).isEqualTo("find");
	}

	@ParameterizedTest
	@EnumSource
	void answersArePairedByIdWhateverTheirOrder(Style style) {
		Style.Batch batch = style.batch(answering(result(2, "b"), result(1, "a")));
		JsonRpcBatchCall<String> a = batch.add("a", String.class);
		JsonRpcBatchCall<String> b = batch.add("b", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.get(a)).isEqualTo("a");
		assertThat(result.get(b)).isEqualTo("b");
		assertThat(result.responses()).map((response) -> response.resultAs(String.class)).containsExactly("a", "b");
	}

	@ParameterizedTest
	@EnumSource
	void callWithoutAnswerFailsAlone(Style style) {
		Style.Batch batch = style.batch(answering(result(2, "b")));
		JsonRpcBatchCall<String> a = batch.add("a", String.class);
		JsonRpcBatchCall<String> b = batch.add("b", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.error(a)).isInstanceOf(JsonRpcInvalidResponseException.class)
			.hasMessageStartingWith("Client 'default', method 'a', id 1: ")
			.hasMessageContaining("no response in the answer to the batch");
		assertThat(result.get(b)).isEqualTo("b");
		assertThat(result.responses()).hasSize(1);
	}

	@Test
	void whatElseTheServerSentIsAnAnomalyAndAWarning() {
		JsonRpcTemplate odd = answering(result(1, "a"), result(1, "again"), result(99, "x"), "null", "5",
				"{\"jsonrpc\":\"2.0\",\"id\":98}")
			.mutate()
			.name("odd")
			.build();
		JsonRpcBatch batch = odd.batch();
		JsonRpcBatch.Call<String> a = batch.add("a", String.class);
		try (CapturedLog log = CapturedLog.at("odd", ch.qos.logback.classic.Level.WARN)) {
			JsonRpcBatchResult result = batch.execute();
			assertThat(a.get()).isEqualTo("a");
			assertThat(result.anomalies()).containsExactly("a second answer to id 1 was ignored",
					"an answer to id 99, which was not sent, was ignored",
					"an item of the batch answer was ignored: a member of the batch is no object",
					"an item of the batch answer was ignored: a member of the batch is no object",
					"an item of the batch answer was ignored: neither result nor error");
			assertThat(log.lines()).containsExactly("In a batch, " + String.join("; ", result.anomalies()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"jsonrpc\":\"2.0\",\"result\":\"again\",\"id\":1}",
			"{\"jsonrpc\":\"2.0\",\"result\":\"x\",\"id\":99}" })
	void strictValidationRefusesABatchWithAnswersTooMany(String entry) {
		JsonRpcBatch batch = answering(result(1, "a"), entry).mutate()
			.validation(JsonRpcValidation.STRICT)
			.build()
			.batch();
		batch.add("a", String.class);
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(batch::execute)
			.withMessageStartingWith("Client 'default', batch: invalid response: a")
			.withMessageContaining("'validation: lenient' would ignore it");
	}

	@Test
	void longIdThatWasNotSentIsCutInTheWarning() {
		JsonRpcBatch batch = answering(result(1, "a"),
				"{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":\"" + "x".repeat(100_000) + "\"}")
			.batch();
		batch.add("a", String.class);
		assertThat(batch.execute().anomalies()).singleElement()
			.satisfies((anomaly) -> assertThat(anomaly.length()).isLessThan(1000));
	}

	@Test
	void textsOfErrorsWithoutIdCannotForgeLines() {
		JsonRpcBatch batch = answering("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"a\\nb\"},\"id\":null}",
				"{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":3}")
			.batch();
		JsonRpcBatch.Call<String> call = batch.add("a", String.class);
		batch.add("b", String.class);
		assertThat(batch.execute().error(call)).hasMessageContaining("a b").message().doesNotContain("\n");
	}

	@ParameterizedTest
	@EnumSource
	void errorsWithoutIdBelongToTheCallsWithoutAnswerWhenThereAreAsMany(Style style) {
		Style.Batch batch = style.batch(answering(error("null"), result(2, "b"), error("null")));
		JsonRpcBatchCall<String> a = batch.add("a", String.class);
		JsonRpcBatchCall<String> b = batch.add("b", String.class);
		JsonRpcBatchCall<String> c = batch.add("c", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.get(b)).isEqualTo("b");
		assertThat(result.error(a)).isInstanceOf(JsonRpcInvalidRequestException.class).hasMessageContaining("bad null");
		assertThat(result.error(c)).isInstanceOf(JsonRpcInvalidRequestException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"no batches\"},\"id\":null}",
			"[{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"no batches\"},\"id\":null}]" })
	void oneErrorForTheWholeBatchIsThrown(String body) {
		for (Style style : Style.values()) {
			Style.Batch batch = style.batch(JsonRpcTemplate.builder(StubTransport.json(body)).build());
			batch.add("a", String.class);
			batch.add("b", String.class);
			assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(batch::execute)
				.withMessage("Client 'default', batch: error -32600: no batches; if the server takes no batches, "
						+ "'batch.enabled: false' sends their requests one by one")
				.satisfies((ex) -> assertThat(ex.method()).isNull());
		}
	}

	@ParameterizedTest
	@EnumSource
	void emptyAnswerFailsEveryCall(Style style) {
		for (String body : List.of("", "[]")) {
			Style.Batch batch = style.batch(JsonRpcTemplate.builder(StubTransport.json(body)).build());
			JsonRpcBatchCall<String> call = batch.add("a", String.class);
			JsonRpcBatchResult result = batch.execute();
			assertThat(result.failed()).containsExactly(call);
			assertThat(result.error(call)).hasMessageContaining("no response in the answer to the batch");
		}
	}

	@Test
	void batchOfOneMayBeAnsweredByAnObjectUnlessStrict() {
		JsonRpcTemplate bare = JsonRpcTemplate.builder(StubTransport.json(result(1, "a"))).build();
		JsonRpcBatch batch = bare.batch();
		JsonRpcBatch.Call<String> a = batch.add("a", String.class);
		batch.notify("log").execute();
		assertThat(a.get()).isEqualTo("a");
		JsonRpcBatch strict = JsonRpcTemplate.builder(StubTransport.json(result(1, "a")))
			.validation(JsonRpcValidation.STRICT)
			.build()
			.batch();
		strict.add("a", String.class);
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(strict::execute)
			.withMessageContaining("an object instead of an array (JSON-RPC 2.0, section 6)")
			.withMessageContaining("'validation: lenient' accepts the answer to a batch of one");
	}

	@ParameterizedTest
	@EnumSource
	void batchThatFailedAsAWholeThrowsOnce(Style style) {
		Style.Batch batch = style
			.batch(JsonRpcTemplate.builder(StubTransport.http(405, HttpHeaders.EMPTY, "")).build());
		batch.add("a", String.class);
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(batch::execute)
			.withMessageStartingWith("Client 'default', batch: unexpected answer; HTTP 405")
			.withMessageContaining("'batch.enabled: false'");
	}

	@ParameterizedTest
	@EnumSource
	void batchOfNotificationsOnlyHasNoOutcome(Style style) {
		Style.Batch batch = style.batch(this.rpc);
		batch.notify("a");
		batch.notify("b", 1);
		JsonRpcBatchResult result = batch.execute();
		assertThat(this.server.sent()).containsExactly(
				"[{\"jsonrpc\":\"2.0\",\"method\":\"a\"}," + "{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"params\":[1]}]");
		assertThat(this.server.request().responseExpected()).isFalse();
		assertThat(result.succeeded()).isEmpty();
		assertThat(result.failed()).isEmpty();
		assertThat(result.responses()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void emptyBatchIsRefused(Style style) {
		assertThatIllegalArgumentException().isThrownBy(style.batch(this.rpc)::execute)
			.withMessageContaining("a batch must hold at least one request");
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void secondExecuteIsRefused(Style style) {
		Style.Batch batch = style.batch(this.rpc);
		batch.add("a", String.class);
		batch.execute();
		assertThatIllegalStateException().isThrownBy(batch::execute)
			.withMessage("The batch was executed before: put a new one together with batch()");
		assertThat(this.server.sent()).hasSize(1);
	}

	@Test
	void resultOfABatchThatWasNotExecutedIsRefused() {
		JsonRpcBatch.Call<String> call = this.rpc.batch().add("a", String.class);
		assertThatIllegalStateException().isThrownBy(call::get)
			.withMessage("The call of 'a' has no outcome: the batch was not executed, or failed");
	}

	@ParameterizedTest
	@EnumSource
	void callOfAnotherBatchIsRefused(Style style) {
		JsonRpcBatchCall<String> foreign = style.batch(this.rpc).add("a", String.class);
		Style.Batch batch = style.batch(this.rpc);
		batch.add("a", String.class);
		JsonRpcBatchResult result = batch.execute();
		for (Runnable use : Arrays.<Runnable>asList(() -> result.get(foreign), () -> result.error(foreign),
				() -> result.getOptional(foreign))) {
			assertThatIllegalArgumentException().isThrownBy(use::run)
				.withMessage("The call of 'a' does not belong to this batch");
		}
	}

}
