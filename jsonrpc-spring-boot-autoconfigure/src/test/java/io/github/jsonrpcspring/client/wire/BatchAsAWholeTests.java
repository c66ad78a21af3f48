package io.github.jsonrpcspring.client.wire;

import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcIdMismatchException;
import io.github.jsonrpcspring.client.JsonRpcInvalidRequestException;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcServerParseErrorException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.HttpStack;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Answers that concern a batch as a whole, and batches for servers that take none.
 */
class BatchAsAWholeTests {

	private static final String ADVICE = "'batch.enabled: false'";

	private WireServer server;

	private JsonRpcBatchCall<String> first;

	private JsonRpcBatchCall<String> second;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private JsonRpcBatchResult execute(BatchStyle style, JsonRpcTemplate client) {
		BatchStyle.Batch batch = style.batch(client);
		this.first = batch.add("get", String.class, 1);
		this.second = batch.add("get", String.class, 2);
		return batch.execute();
	}

	private JsonRpcBatchResult execute(BatchStyle style, JsonRpcValidation level) {
		return execute(style, this.server.client(level));
	}

	private static String error(String code, String id) {
		return "{'jsonrpc':'2.0','error':{'code':" + code + ",'message':'no batches'},'id':" + id + "}";
	}

	@EveryBatch
	void row41OneErrorObjectForTheWholeBatch(BatchStyle style, JsonRpcValidation level) {
		this.server.json(error("-32600", "null"));
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("Client 'wire', batch", "-32600", "no batches", ADVICE)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32600))
			.satisfies(WireServer::assertNoSecret);
	}

	@EveryBatch
	void row41AnyErrorObjectWithIdNullForTheWholeBatch(BatchStyle style, JsonRpcValidation level) {
		this.server.json(error("12", "null"));
		if (level == JsonRpcValidation.STRICT) {
			assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> execute(style, level))
				.withMessageContainingAll("batch", "id must be null only", "'validation: lenient'", "no batches");
			return;
		}
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> execute(style, level))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(12));
	}

	@EveryBatch
	void row41AnErrorObjectWithAnIdOfTheBatchForTheWholeBatch(BatchStyle style, JsonRpcValidation level) {
		this.server.json(error("-32600", "2"));
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("Client 'wire', batch", "-32600", "no batches", ADVICE);
	}

	@EveryBatch
	void row15AnErrorObjectForAnotherIdIsNobodys(BatchStyle style, JsonRpcValidation level) {
		this.server.json(error("-32600", "99"));
		assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("Client 'wire', batch", "99, which no call of the batch has")
			.satisfies((ex) -> assertThat(ex.expected()).isNull())
			.satisfies((ex) -> assertThat(ex.actual()).isEqualTo(JsonRpcId.of(99)))
			.satisfies(WireServer::assertNoSecret);
	}

	@EveryBatch
	void row16AnErrorObjectWithTheTextOfAnIdForTheWholeBatch(BatchStyle style, JsonRpcValidation level) {
		this.server.json(error("-32600", "'2'"));
		if (level == JsonRpcValidation.STRICT) {
			assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(() -> execute(style, level))
				.withMessageContainingAll("\"2\", which no call of the batch has",
						"'validation: lenient' would accept it")
				.satisfies((ex) -> assertThat(ex.actual()).isEqualTo(JsonRpcId.of("2")));
			return;
		}
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("Client 'wire', batch", "-32600", "no batches", ADVICE);
	}

	@EveryBatch
	void row42OneErrorInAnArrayForTheWholeBatch(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[" + error("-32600", "null") + "]");
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("Client 'wire', batch", "no batches", ADVICE);
	}

	@EveryBatch
	void row43AnEmptyArrayForCalls(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[]");
		assertEveryCallFails(execute(style, level));
	}

	@EveryBatch
	void row43NoBodyForCalls(BatchStyle style, JsonRpcValidation level) {
		this.server.json("");
		assertEveryCallFails(execute(style, level));
	}

	@EveryBatch
	void row43Status204ForCalls(BatchStyle style, JsonRpcValidation level) {
		this.server.http("HTTP/1.1 204 No Content\r\n\r\n");
		assertEveryCallFails(execute(style, level));
	}

	private void assertEveryCallFails(JsonRpcBatchResult result) {
		assertThat(result.failed()).containsExactly(this.first, this.second);
		assertThat(result.failed()).allSatisfy(
				(call) -> assertThat(result.error(call)).isExactlyInstanceOf(JsonRpcInvalidResponseException.class)
					.hasMessageContaining("method 'get'")
					.hasMessageContaining("no response"));
	}

	@EveryBatch
	void row43NothingForNotifications(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[]");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		batch.notify("log");
		batch.notify("log");
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.failed()).isEmpty();
		assertThat(result.responses()).isEmpty();
	}

	@EveryBatch
	void row44ABatchOfNothingIsRefused(BatchStyle style, JsonRpcValidation level) {
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		assertThatIllegalArgumentException().isThrownBy(batch::execute)
			.withMessageContaining("JSON-RPC 2.0, section 6");
		assertThat(this.server.bodies()).isEmpty();
	}

	@EveryBatch
	void row45AParseErrorNamesTheSetting(BatchStyle style, JsonRpcValidation level) {
		this.server.json(error("-32700", "null"));
		assertThatExceptionOfType(JsonRpcServerParseErrorException.class).isThrownBy(() -> execute(style, level))
			.withMessageContaining(ADVICE);
	}

	@EveryBatch
	void row45AnHttpStatusNamesTheSetting(BatchStyle style, JsonRpcValidation level) {
		this.server.status("405 Method Not Allowed", "<h1>Not allowed</h1>", "Content-Type: text/html");
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("HTTP 405", "text/html", "Not allowed", ADVICE)
			.satisfies((ex) -> assertThat(ex.status().value()).isEqualTo(405))
			.satisfies(WireServer::assertNoSecret);
	}

	@EveryBatch
	void row25AnErrorStatusWithAnErrorKeepsBoth(BatchStyle style, JsonRpcValidation level) {
		this.server.status("400 Bad Request", Json.of(error("-32600", "null")), "X-Trace: abc");
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("HTTP 400", ADVICE)
			.satisfies((ex) -> assertThat(ex.status().value()).isEqualTo(400))
			.satisfies((ex) -> assertThat(ex.headers().getFirst("X-Trace")).isEqualTo("abc"));
	}

	@EveryBatch
	void row45RequestsAreSentSinglyWhenBatchesAreOff(BatchStyle style, JsonRpcValidation level) {
		this.server.answering((request) -> RawAnswer.json(request.text().contains("[1]")
				? Json.of("{'jsonrpc':'2.0','result':'one','id':1}") : Json.of(error("-32000", "2"))));
		JsonRpcBatchResult result = execute(style,
				this.server.builder().validation(level).batch(false, Integer.MAX_VALUE).build());
		assertThat(result.get(this.first)).isEqualTo("one");
		assertThat(result.error(this.second)).isInstanceOf(JsonRpcErrorException.class);
		assertThat(this.server.bodies()).containsExactly(
				Json.of("{'jsonrpc':'2.0','method':'get','params':[1],'id':1}"),
				Json.of("{'jsonrpc':'2.0','method':'get','params':[2],'id':2}"));
	}

	@EveryBatch
	void row46ABatchOfOneStaysAnArray(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[{'jsonrpc':'2.0','result':'one','id':1}]");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		this.first = batch.add("get", String.class);
		assertThat(batch.execute().get(this.first)).isEqualTo("one");
		assertThat(this.server.bodies()).containsExactly(Json.of("[{'jsonrpc':'2.0','method':'get','id':1}]"));
	}

	@EveryBatch
	void row64ABareObjectForABatchOfOne(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'2.0','result':'one','id':1}");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		this.first = batch.add("get", String.class);
		if (level == JsonRpcValidation.STRICT) {
			assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(batch::execute)
				.withMessageContainingAll("Client 'wire', batch", "an object instead of an array",
						"'validation: lenient'");
			return;
		}
		assertThat(batch.execute().get(this.first)).isEqualTo("one");
	}

	@EveryBatch
	void row64ABareObjectWithTheTextOfTheIdForABatchOfOne(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'2.0','result':'one','id':'1'}");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		this.first = batch.add("get", String.class);
		batch.notify("log");
		if (level == JsonRpcValidation.STRICT) {
			assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(batch::execute)
				.withMessageContaining("'validation: lenient' would accept it")
				.satisfies((ex) -> assertThat(ex.actual()).isEqualTo(JsonRpcId.of("1")));
			return;
		}
		assertThat(batch.execute().get(this.first)).isEqualTo("one");
	}

	@EveryBatch
	void row64ABareResultForABatchOfTwo(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'2.0','result':'one','id':'1'}");
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("an object instead of an array", ADVICE)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("'validation:"));
	}

	@EveryBatch
	void row76TheConnectionOfAResultOfAnotherIsDropped(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'2.0','result':'one','id':99}");
		assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(() -> execute(style, level))
			.withMessageContaining("99, which no call of the batch has")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("'validation:"));
		if (HttpStack.current() != HttpStack.JDK) {
			this.server.raw().awaitOpenConnections(0);
		}
	}

	@EveryBatch
	void row76TheConnectionOfAResultOfAnotherWithAnErrorStatusIsDropped(BatchStyle style, JsonRpcValidation level) {
		this.server.status("500 Internal Server Error", Json.of("{'jsonrpc':'2.0','result':'one','id':99}"));
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> execute(style, level))
			.withMessageContaining("HTTP 500");
		if (HttpStack.current() != HttpStack.JDK) {
			this.server.raw().awaitOpenConnections(0);
		}
	}

	@EveryBatch
	void row76TheConnectionOfTheAnswerToAnotherBatchIsDropped(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[{'jsonrpc':'2.0','result':'one','id':98},{'jsonrpc':'2.0','result':'two','id':99}]");
		if (level == JsonRpcValidation.STRICT) {
			assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> execute(style, level))
				.withMessageContaining("98, which was not sent");
		}
		else {
			assertThat(execute(style, level).error(this.first)).hasMessageContaining("no response");
		}
		if (HttpStack.current() != HttpStack.JDK) {
			this.server.raw().awaitOpenConnections(0);
		}
	}

	@EveryBatch
	void row64AnUnreadableResultForABatchOfTwoIsAcceptedByNoLevel(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'3.0','result':'one','id':1}");
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> execute(style, level))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("'validation:"));
	}

	@EveryBatch
	void row64AResultForAPlaceholderIsNobodys(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'2.0','result':'one','id':0}");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		this.first = batch.add("get", String.class);
		assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(batch::execute)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("'validation:"));
	}

	@EveryBatch
	void row65AnErrorForAPlaceholderIsForTheWholeBatch(BatchStyle style, JsonRpcValidation level) {
		this.server.json(error("-32600", "0"));
		if (level == JsonRpcValidation.STRICT) {
			assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(() -> execute(style, level))
				.withMessageContaining("'validation: lenient' would accept it");
			return;
		}
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> execute(style, level));
	}

	@EveryBatch
	void row41AnErrorWithoutAVersionForALaterCall(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'error':{'code':-32600,'message':'no batches'},'id':2}");
		if (level == JsonRpcValidation.STRICT) {
			assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> execute(style, level))
				.withMessageContaining("'validation: lenient' would accept it");
			return;
		}
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> execute(style, level));
	}

	@EveryBatch
	void row26AnErrorStatusWithAResultOfAnotherIsATransportError(BatchStyle style, JsonRpcValidation level) {
		this.server.status("500 Internal Server Error", Json.of("{'jsonrpc':'2.0','result':'one','id':'1'}"));
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		this.first = batch.add("get", String.class);
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(batch::execute)
			.withMessageContainingAll("HTTP 500", ADVICE)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("'validation:"));
	}

	@EveryBatch
	void row64ABareObjectForAnotherIdIsNobodys(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'2.0','result':'one','id':99}");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		this.first = batch.add("get", String.class);
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(batch::execute)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("'validation:"));
	}

	@EveryBatch
	void row30AByteOrderMarkBeforeABatch(BatchStyle style, JsonRpcValidation level) {
		this.server.json("\uFEFF\n[{'jsonrpc':'2.0','result':'two','id':2},{'jsonrpc':'2.0','result':'one','id':1}]");
		JsonRpcBatchResult result = execute(style, level);
		assertThat(result.get(this.first)).isEqualTo("one");
		assertThat(result.get(this.second)).isEqualTo("two");
	}

	@EveryBatch
	void row31ASecondDocumentAfterABatch(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[{'jsonrpc':'2.0','result':'one','id':1}] [{'jsonrpc':'2.0','result':'two','id':2}]");
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> execute(style, level))
			.withMessageContaining("more than one JSON document");
	}

	@EveryBatch
	void row27ALoginPageForABatch(BatchStyle style, JsonRpcValidation level) {
		this.server.status("200 OK", "<html>" + "<p>log in</p>".repeat(500), "Content-Type: text/html");
		assertThatExceptionOfType(JsonRpcParseException.class).isThrownBy(() -> execute(style, level))
			.withMessageContainingAll("Client 'wire', batch", "text/html", "log in")
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(1600))
			.satisfies(WireServer::assertNoSecret);
	}

}
