package io.github.jsonrpcspring.protocol;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The messages that the documents 000 to 003 show, each in its Java form. A client makes
 * the ids itself; here they are explicit.
 */
class SeedExamplesTests {

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	@Test
	void seed000RequestObject() {
		assertThat(JsonRpcRequest.of("ping").id(1).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}");
	}

	@Test
	void seed000Response() {
		assertThat(read("{\"jsonrpc\": \"2.0\", \"result\": \"pong\", \"id\": 1}").resultAs(String.class))
			.isEqualTo("pong");
		assertThat(JsonRpcResponse.success(1, "pong").toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"pong\",\"id\":1}");
	}

	@Test
	void seed000BatchOfReadyMadeRequests() {
		JsonRpcMessage batch = this.codec.readRequest("""
				[{"jsonrpc": "2.0", "method": "cat", "id": 1},
				{"jsonrpc": "2.0", "method": "dog", "id": 2}]""");
		assertThat(batch).isInstanceOf(JsonRpcBatchRequest.class);
		assertThat(batch.toJson()).isEqualTo(
				"[{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"id\":1},{\"jsonrpc\":\"2.0\",\"method\":\"dog\",\"id\":2}]");
	}

	@Test
	void seed000BatchOfRequestObjects() {
		JsonRpcBatchRequest batch = JsonRpcBatchRequest.of(JsonRpcRequest.of("cat").id(1).build(),
				JsonRpcRequest.of("dog").id(2).build());
		assertThat(batch.toJson()).isEqualTo(
				"[{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"id\":1},{\"jsonrpc\":\"2.0\",\"method\":\"dog\",\"id\":2}]");
	}

	@Test
	void seed000BatchThatCubesTenNumbers() {
		List<JsonRpcRequest> cubes = IntStream.range(0, 10)
			.mapToObj((i) -> JsonRpcRequest.of("cube").params(i).id(i + 1).build())
			.toList();
		String expected = IntStream.range(0, 10)
			.mapToObj((i) -> "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[%d],\"id\":%d}".formatted(i, i + 1))
			.collect(Collectors.joining(",", "[", "]"));
		assertThat(JsonRpcBatchRequest.of(cubes).toJson()).isEqualTo(expected);
	}

	@Test
	void seed001DecimalIds() {
		assertThat(LongStream.rangeClosed(1, 3).mapToObj((id) -> JsonRpcRequest.of("ping").id(id).build().toJson()))
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":2}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":3}");
	}

	@Test
	void seed001ExplicitId() {
		assertThat(JsonRpcRequest.of("ping").id("foo").build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":\"foo\"}");
	}

	@Test
	void seed001HexId() {
		assertThat(JsonRpcRequest.of("foo").id("1").build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":\"1\"}");
	}

	@Test
	void seed001RandomId() {
		assertThat(JsonRpcRequest.of("foo").id("qzsib147").build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":\"qzsib147\"}");
	}

	@Test
	void seed001UuidId() {
		assertThat(JsonRpcRequest.of("foo").id("45480a2f-069c-42aa-a67f-f6fdd83d6026").build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":\"45480a2f-069c-42aa-a67f-f6fdd83d6026\"}");
	}

	@Test
	void seed001PositionalParameters() {
		assertThat(JsonRpcRequest.of("ping").params(1).id(4).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":[1],\"id\":4}");
	}

	@Test
	void seed001NamedParameters() {
		assertThat(JsonRpcRequest.of("ping").param("key", "val").id(5).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":{\"key\":\"val\"},\"id\":5}");
	}

	@Test
	void seed001RequestAsText() {
		assertThat(JsonRpcRequest.of("foo").id(6).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":6}");
	}

	@Test
	void seed001Batch() {
		List<JsonRpcRequest> requests = LongStream.rangeClosed(7, 9)
			.mapToObj((id) -> JsonRpcRequest.of("foo").id(id).build())
			.toList();
		assertThat(JsonRpcBatchRequest.of(requests).toJson()).isEqualTo(
				"[{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":7},{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":8},"
						+ "{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":9}]");
	}

	@Test
	void seed001Notification() {
		assertThat(JsonRpcRequest.of("ping").notification().build().toTree().toString())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}");
	}

	@Test
	void seed001NotificationAsText() {
		assertThat(JsonRpcRequest.of("ping").notification().build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}");
	}

	@Test
	void seed002RequestWithNamedParameter() {
		assertThat(JsonRpcRequest.of("cat").param("name", "Mittens").id(1).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"params\":{\"name\":\"Mittens\"},\"id\":1}");
	}

	@Test
	void seed002Response() {
		assertThat(read("{\"jsonrpc\": \"2.0\", \"result\": \"meow\", \"id\": 1}").resultAs(String.class))
			.isEqualTo("meow");
	}

	@Test
	void seed002ReadyMadeRequest() {
		assertThat(this.codec.readRequest("{\"jsonrpc\": \"2.0\", \"method\": \"ping\", \"id\": 1}").toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}");
	}

	@Test
	void seed002RequestWithForcedId() {
		assertThat(JsonRpcRequest.of("cat").namedParams(Map.of("name", "Mittens")).id(99).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"params\":{\"name\":\"Mittens\"},\"id\":99}");
	}

	@Test
	void seed003RequestWithPositionalParameters() {
		assertThat(JsonRpcRequest.of("add").params(2, 3).id(1).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[2,3],\"id\":1}");
		assertThat(read("{\"jsonrpc\": \"2.0\", \"result\": 5, \"id\": 1}").resultAs(int.class)).isEqualTo(5);
	}

	@Test
	void seed003RequestWithPositionalAndNamedParameters() {
		assertThat(JsonRpcRequest.of("find").params(42).param("name", "Foo").id(1).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"find\",\"params\":[42,{\"name\":\"Foo\"}],\"id\":1}");
		assertThat(read("{\"jsonrpc\": \"2.0\", \"result\": \"Bar\", \"id\": 1}").resultAs(String.class))
			.isEqualTo("Bar");
	}

	@Test
	void seed003Notification() {
		assertThat(JsonRpcRequest.of("go").notification().build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"go\"}");
	}

	private JsonRpcResponse read(String json) {
		return (JsonRpcResponse) this.codec.readResponse(json);
	}

}
