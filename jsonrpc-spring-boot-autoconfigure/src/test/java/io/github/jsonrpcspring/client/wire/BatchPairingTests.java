package io.github.jsonrpcspring.client.wire;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcInvalidRequestException;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which answer of a batch belongs to which call. The calls have the ids 1, 2 and 3.
 */
class BatchPairingTests {

	private static final String ONE = "{'jsonrpc':'2.0','result':'one','id':1}";

	private static final String TWO = "{'jsonrpc':'2.0','result':'two','id':2}";

	private static final String THREE = "{'jsonrpc':'2.0','result':'three','id':3}";

	private static final String REFUSED = "{'jsonrpc':'2.0','error':{'code':-32600,'message':'refused'},'id':null}";

	private WireServer server;

	private JsonRpcBatchCall<String> first;

	private JsonRpcBatchCall<String> second;

	private JsonRpcBatchCall<String> third;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private JsonRpcBatchResult execute(BatchStyle style, JsonRpcValidation level, String answer) {
		this.server.json(answer);
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		this.first = batch.add("get", String.class, 1);
		batch.notify("log");
		this.second = batch.add("get", String.class, 2);
		this.third = batch.add("get", String.class, 3);
		return batch.execute();
	}

	private void assertWholeIsInvalid(BatchStyle style, String answer, String... words) {
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class)
			.isThrownBy(() -> execute(style, JsonRpcValidation.STRICT, answer))
			.withMessageContainingAll(words)
			.withMessageContainingAll("Client 'wire'", "batch", "'validation: lenient'")
			.satisfies(WireServer::assertNoSecret);
	}

	private void assertNoResponse(JsonRpcBatchResult result, JsonRpcBatchCall<?> call, String... words) {
		assertThat(result.error(call)).isExactlyInstanceOf(JsonRpcInvalidResponseException.class)
			.hasMessageContaining("Client 'wire', method 'get', id ")
			.hasMessageContaining("no response")
			.satisfies(WireServer::assertNoSecret);
		assertThat(List.of(words)).allSatisfy((text) -> assertThat(result.error(call)).hasMessageContaining(text));
	}

	@EveryBatch
	void row36AnswersInAnyOrderAreMatchedById(BatchStyle style, JsonRpcValidation level) {
		JsonRpcBatchResult result = execute(style, level, "[" + THREE + "," + ONE + "," + TWO + "]");
		assertThat(result.get(this.first)).isEqualTo("one");
		assertThat(result.get(this.second)).isEqualTo("two");
		assertThat(result.get(this.third)).isEqualTo("three");
		assertThat(result.failed()).isEmpty();
		assertThat(result.anomalies()).isEmpty();
		assertThat(result.responses()).extracting((response) -> response.id().toString())
			.containsExactly("1", "2", "3");
	}

	@EveryBatch
	void row3AnErrorBesideAResultConcernsItsOwnCallOnly(BatchStyle style, JsonRpcValidation level) {
		JsonRpcBatchResult result = execute(style, level, "[" + ONE + ",{'jsonrpc':'2.0','result':[],"
				+ "'error':{'code':-32000,'message':'boom'},'id':2}," + THREE + "]");
		assertThat(result.succeeded()).containsExactly(this.first, this.third);
		assertThat(result.failed()).containsExactly(this.second);
		assertThat(result.get(this.third)).isEqualTo("three");
		assertThat(result.error(this.second)).isInstanceOf((level == JsonRpcValidation.STRICT)
				? JsonRpcInvalidResponseException.class : JsonRpcServerErrorException.class);
	}

	@EveryBatch
	void row37OnlyTheCallWithoutAnAnswerFails(BatchStyle style, JsonRpcValidation level) {
		JsonRpcBatchResult result = execute(style, level, "[" + THREE + "," + TWO + "]");
		assertThat(result.succeeded()).containsExactly(this.second, this.third);
		assertThat(result.get(this.second)).isEqualTo("two");
		assertNoResponse(result, this.first, "id 1");
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class).isThrownBy(() -> result.get(this.first));
	}

	@EveryBatch
	void row38OfTwoAnswersTheFirstWins(BatchStyle style, JsonRpcValidation level) {
		String answer = "[" + ONE + "," + TWO + "," + TWO.replace("two", "again") + "," + THREE + "]";
		if (level == JsonRpcValidation.STRICT) {
			assertWholeIsInvalid(style, answer, "a second answer to id 2");
			return;
		}
		JsonRpcBatchResult result = execute(style, level, answer);
		assertThat(result.get(this.second)).isEqualTo("two");
		assertThat(result.get(this.third)).isEqualTo("three");
		assertThat(result.anomalies()).singleElement().asString().contains("a second answer to id 2");
	}

	@EveryBatch
	void row39AnAnswerToAnIdThatWasNeverSentIsIgnored(BatchStyle style, JsonRpcValidation level) {
		String answer = "[" + ONE + ",{'jsonrpc':'2.0','result':'whose?','id':99}," + TWO + "," + THREE + "]";
		if (level == JsonRpcValidation.STRICT) {
			assertWholeIsInvalid(style, answer, "id 99", "was not sent");
			return;
		}
		JsonRpcBatchResult result = execute(style, level, answer);
		assertThat(result.get(this.second)).isEqualTo("two");
		assertThat(result.failed()).isEmpty();
		assertThat(result.anomalies()).singleElement().asString().contains("id 99");
	}

	@EveryBatch
	void row40ItemsThatAreNoObjectsAreSkipped(BatchStyle style, JsonRpcValidation level) {
		JsonRpcBatchResult result = execute(style, level, "[null," + ONE + ",7,'text',[]," + THREE + ",{}]");
		assertThat(result.get(this.first)).isEqualTo("one");
		assertThat(result.get(this.third)).isEqualTo("three");
		assertNoResponse(result, this.second);
		assertThat(result.anomalies()).hasSize(5);
	}

	@EveryBatch
	void row65AnErrorForAPlaceholderIsAnErrorWithoutAnId(BatchStyle style, JsonRpcValidation level) {
		String answer = "[{'jsonrpc':'2.0','error':{'code':-32600,'message':'refused'},'id':0}]";
		if (level == JsonRpcValidation.STRICT) {
			assertWholeIsInvalid(style, answer, "id 0", "was not sent");
			return;
		}
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> execute(style, level, answer));
	}

	@EveryBatch
	void row66AsManyErrorsWithIdNullAsCallsWithoutAnAnswer(BatchStyle style, JsonRpcValidation level) {
		JsonRpcBatchResult result = execute(style, level, "[" + REFUSED + "," + TWO + "," + REFUSED + "]");
		assertThat(result.get(this.second)).isEqualTo("two");
		assertThat(result.failed()).containsExactly(this.first, this.third);
		assertThat(result.failed()).allSatisfy((call) -> assertThat(result.error(call))
			.isInstanceOfSatisfying(JsonRpcInvalidRequestException.class, (ex) -> {
				assertThat(ex.errorMessage()).isEqualTo("refused");
				assertThat(ex.method()).isEqualTo("get");
			}));
	}

	@EveryBatch
	void row66FewerErrorsWithIdNullThanCallsWithoutAnAnswer(BatchStyle style, JsonRpcValidation level) {
		JsonRpcBatchResult result = execute(style, level, "[" + REFUSED + "," + TWO + "]");
		assertThat(result.get(this.second)).isEqualTo("two");
		assertNoResponse(result, this.first, "refused", "-32600");
		assertNoResponse(result, this.third, "refused", "-32600");
	}

	@EveryBatch
	void row66AnyOtherErrorWithIdNullInAStrictBatch(BatchStyle style, JsonRpcValidation level) {
		String boom = "{'jsonrpc':'2.0','error':{'code':12,'message':'boom'},'id':null}";
		JsonRpcBatchResult result = execute(style, level, "[" + boom + "," + TWO + "," + boom + "]");
		assertThat(result.get(this.second)).isEqualTo("two");
		if (level == JsonRpcValidation.STRICT) {
			assertNoResponse(result, this.first, "id must be null only", "'validation: lenient'");
		}
		else {
			assertThat(result.error(this.first)).isInstanceOfSatisfying(JsonRpcErrorException.class,
					(ex) -> assertThat(ex.code()).isEqualTo(12));
		}
	}

}
