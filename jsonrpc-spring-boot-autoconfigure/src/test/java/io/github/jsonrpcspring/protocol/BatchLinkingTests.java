package io.github.jsonrpcspring.protocol;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Responses linked to the requests of their batch (JSON-RPC 2.0, section 6).
 */
class BatchLinkingTests {

	@ParameterizedTest
	@EnumSource
	void row36AnswersAreLinkedByIdInAnyOrder(JsonRpcValidation validation) {
		assertThat(link("[1,\"b\",3]", "[3,1,\"b\"]", validation)).containsExactly("3", "1", "\"b\"");
	}

	@Test
	void theShortFormLinksAsLenientDoes() {
		JsonRpcBatchRequest batch = batch("[1]");
		JsonRpcBatchResponse linked = answers("[\"1\"]").withRequest(batch);
		assertThat(linked.request()).isSameAs(batch);
		assertThat(linked.responses().get(0).request()).isSameAs(batch.requests().get(0));
	}

	@Test
	void row16NumberIsLinkedToItsTextUnlessStrict() {
		assertThat(link("[1,\"2\",3]", "[\"1\",2,3.0]", JsonRpcValidation.LENIENT)).containsExactly("1", "\"2\"", "3");
		assertThat(link("[1,\"2\",3]", "[\"1\",2,3.0]", JsonRpcValidation.OFF)).containsExactly("1", "\"2\"", "3");
		assertThat(link("[1,\"2\",3]", "[\"1\",2,3.0]", JsonRpcValidation.STRICT)).containsExactly("-", "-", "-");
	}

	@ParameterizedTest
	@EnumSource
	void exactIdsComeBeforeEqualTexts(JsonRpcValidation validation) {
		assertThat(link("[1,\"1\"]", "[\"1\",1]", validation)).containsExactly("\"1\"", "1");
		assertThat(link("[\"1\",1]", "[\"1\",1]", validation)).containsExactly("\"1\"", "1");
	}

	@Test
	void anEqualTextDoesNotTakeThePlaceOfTheExactId() {
		assertThat(link("[1,2]", "[\"1\",2,1]", JsonRpcValidation.LENIENT)).containsExactly("-", "2", "1");
		assertThat(link("[1,2]", "[1,2,\"1\"]", JsonRpcValidation.OFF)).containsExactly("1", "2", "-");
	}

	@ParameterizedTest
	@EnumSource
	void row38DuplicateAnswersAreLinkedToTheSameRequest(JsonRpcValidation validation) {
		assertThat(link("[1,2]", "[1,1]", validation)).containsExactly("1", "1");
	}

	@ParameterizedTest
	@EnumSource
	void row39UnknownAnswersAreNotLinked(JsonRpcValidation validation) {
		assertThat(link("[1,2]", "[9,null,\"x\",[1],1]", validation)).containsExactly("-", "-", "-", "-", "1");
	}

	@ParameterizedTest
	@EnumSource
	void row17TextsAreNotReadAsNumbers(JsonRpcValidation validation) {
		assertThat(link("[7,\"1f\"]", "[\"07\",\"1F\",31]", validation)).containsExactly("-", "-", "-");
	}

	@ParameterizedTest
	@EnumSource
	void row40EntriesWithoutIdAreNotLinked(JsonRpcValidation validation) {
		JsonRpcBatchResponse answers = (JsonRpcBatchResponse) JsonRpcCodec.create()
			.readResponse("[null,{\"result\":1},{\"id\":1},{\"result\":1,\"id\":1}]");
		assertThat(answers.withRequest(batch("[1]"), validation)).extracting((answer) -> answer.request() != null)
			.containsExactly(false, false, true, true);
	}

	@Test
	void notificationsTakeNoAnswer() {
		JsonRpcBatchRequest batch = JsonRpcBatchRequest.of(JsonRpcRequest.of("log").notification().build(),
				JsonRpcRequest.of("add").build());
		assertThat(answers("[1,null]").withRequest(batch)).allMatch((answer) -> answer.request() == null);
	}

	@Test
	void row43AnswersToABatchMayBeNone() {
		JsonRpcBatchRequest batch = batch("[1]");
		JsonRpcBatchResponse none = JsonRpcBatchResponse.answering(batch, List.of());
		assertThat(none.request()).isSameAs(batch);
		assertThat(none.size()).isZero();
	}

	@Test
	void whenTwoRequestsHaveTheSameIdThenTheFirstIsLinked() {
		JsonRpcBatchRequest batch = batch("[1,1]");
		assertThat(answers("[1]").withRequest(batch).responses().get(0).request()).isSameAs(batch.requests().get(0));
	}

	private static Stream<String> link(String requests, String answers, JsonRpcValidation validation) {
		return answers(answers).withRequest(batch(requests), validation).responses().stream().map((answer) -> {
			JsonRpcRequest request = answer.request();
			return (request != null) ? String.valueOf(request.id()) : "-";
		});
	}

	private static JsonRpcBatchRequest batch(String ids) {
		return JsonRpcBatchRequest.of(JsonRpcCodec.create()
			.mapper()
			.readTree(ids)
			.valueStream()
			.map((id) -> JsonRpcRequest.of("add").id(JsonRpcId.of(id)).build())
			.toList());
	}

	private static JsonRpcBatchResponse answers(String ids) {
		return (JsonRpcBatchResponse) JsonRpcCodec.create()
			.readResponse(JsonRpcCodec.create()
				.mapper()
				.readTree(ids)
				.valueStream()
				.map((id) -> "{\"result\":1,\"id\":" + id + "}")
				.toList()
				.toString());
	}

}
