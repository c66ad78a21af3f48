package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Section 7 of the JSON-RPC 2.0 specification: each example written and read, as client
 * and as server.
 *
 * @see <a href="https://www.jsonrpc.org/specification#examples">JSON-RPC 2.0, section
 * 7</a>
 */
class Specification2ExamplesTests {

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	@Test
	void section7CallWithPositionalParameters() {
		JsonRpcRequest request = JsonRpcRequest.of("subtract").params(42, 23).id(1).build();
		assertSame(request, "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [42, 23], \"id\": 1}");
		assertSame(JsonRpcResponse.success(1, 19), "{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 1}");
		request = JsonRpcRequest.of("subtract").params(23, 42).id(2).build();
		assertSame(request, "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [23, 42], \"id\": 2}");
		assertSame(JsonRpcResponse.success(2, -19), "{\"jsonrpc\": \"2.0\", \"result\": -19, \"id\": 2}");
	}

	@Test
	void section7CallWithNamedParameters() {
		JsonRpcRequest request = JsonRpcRequest.of("subtract")
			.param("subtrahend", 23)
			.param("minuend", 42)
			.id(3)
			.build();
		assertSame(request, """
				{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}""");
		assertSame(JsonRpcResponse.success(3, 19), "{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 3}");
		request = JsonRpcRequest.of("subtract").param("minuend", 42).param("subtrahend", 23).id(4).build();
		assertSame(request, """
				{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}""");
	}

	@Test
	void section7Notification() {
		assertSame(JsonRpcRequest.of("update").params(1, 2, 3, 4, 5).notification().build(),
				"{\"jsonrpc\": \"2.0\", \"method\": \"update\", \"params\": [1,2,3,4,5]}");
		assertSame(JsonRpcRequest.of("foobar").notification().build(),
				"{\"jsonrpc\": \"2.0\", \"method\": \"foobar\"}");
	}

	@Test
	void section7CallOfNonExistentMethod() {
		assertSame(JsonRpcRequest.of("foobar").id("1").build(),
				"{\"jsonrpc\": \"2.0\", \"method\": \"foobar\", \"id\": \"1\"}");
		assertSame(JsonRpcResponse.failure("1", new JsonRpcError(JsonRpcError.METHOD_NOT_FOUND, "Method not found")),
				"""
						{"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "1"}""");
	}

	@Test
	void section7CallWithInvalidJson() {
		JsonRpcError error = refuse("{\"jsonrpc\": \"2.0\", \"method\": \"foobar, \"params\": \"bar\", \"baz]");
		assertSame(JsonRpcResponse.failure(JsonRpcId.NULL, withoutData(error)), """
				{"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}""");
	}

	@Test
	void section7CallWithInvalidRequestObject() {
		JsonRpcError error = refuse("{\"jsonrpc\": \"2.0\", \"method\": 1, \"params\": \"bar\"}");
		assertSame(JsonRpcResponse.failure(JsonRpcId.NULL, withoutData(error)), """
				{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}""");
	}

	@Test
	void section7BatchWithInvalidJson() {
		JsonRpcError error = refuse("""
				[
				  {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
				  {"jsonrpc": "2.0", "method"
				]""");
		assertSame(JsonRpcResponse.failure(JsonRpcId.NULL, withoutData(error)), """
				{"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}""");
	}

	@Test
	void section7CallWithEmptyArray() {
		assertThat(withoutData(refuse("[]"))).isEqualTo(new JsonRpcError(-32600, "Invalid Request"));
	}

	@Test
	void section7InvalidBatchThatIsNotEmpty() {
		assertSame(answerInvalid("[1]"), """
				[
				  {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}
				]""");
	}

	@Test
	void section7InvalidBatch() {
		assertSame(answerInvalid("[1,2,3]"), """
				[
				  {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
				  {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
				  {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}
				]""");
	}

	@Test
	void section7MixedBatchReadByServer() {
		JsonRpcBatchRequest batch = (JsonRpcBatchRequest) this.codec.readRequest("""
				[
				  {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
				  {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
				  {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
				  {"foo": "boo"},
				  {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
				  {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
				]""");
		assertThat(batch.size()).isEqualTo(6);
		assertThat(batch).extracting((request) -> request.error() != null)
			.containsExactly(false, false, false, true, false, false);
		assertThat(batch).extracting(JsonRpcRequest::isNotification)
			.containsExactly(false, true, false, false, false, false);
		JsonRpcRequest invalid = batch.requests().get(3);
		assertThat(invalid.id()).isEqualTo(JsonRpcId.NULL);
		assertThat(withoutData(invalid.error())).isEqualTo(new JsonRpcError(-32600, "Invalid Request"));
		assertThat(batch.requests().get(4).namedParams()).containsEntry("name", "myself");
		assertThat(batch.requests().get(5).hasParams()).isFalse();
	}

	@Test
	void section7MixedBatchAnswered() {
		JsonRpcBatchResponse batch = JsonRpcBatchResponse.of(JsonRpcResponse.success("1", 7),
				JsonRpcResponse.success("2", 19),
				JsonRpcResponse.failure(JsonRpcId.NULL, new JsonRpcError(-32600, "Invalid Request")),
				JsonRpcResponse.failure("5", new JsonRpcError(-32601, "Method not found")),
				JsonRpcResponse.success("9", new Object[] { "hello", 5 }));
		assertSame(batch, """
				[
				  {"jsonrpc": "2.0", "result": 7, "id": "1"},
				  {"jsonrpc": "2.0", "result": 19, "id": "2"},
				  {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
				  {"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "5"},
				  {"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}
				]""");
	}

	@Test
	void section7BatchOfNotifications() {
		assertSame(JsonRpcBatchRequest.of(JsonRpcRequest.of("notify_sum").params(1, 2, 4).notification().build(),
				JsonRpcRequest.of("notify_hello").params(7).notification().build()), """
						[
						  {"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
						  {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}
						]""");
	}

	private void assertSame(JsonRpcMessage built, String shown) {
		String compact = this.codec.mapper().readTree(shown).toString();
		assertThat(built.toJson()).isEqualTo(compact);
		boolean request = built instanceof JsonRpcRequest || built instanceof JsonRpcBatchRequest;
		JsonRpcMessage read = request ? this.codec.readRequest(shown)
				: this.codec.readResponse(bytes(shown), JsonRpcVersion.V2_0, JsonRpcValidation.STRICT);
		assertThat(read).hasSameClassAs(built);
		assertThat(read.toJson()).isEqualTo(compact);
	}

	private JsonRpcError refuse(String json) {
		return assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readRequest(json))
			.actual()
			.toError();
	}

	private JsonRpcBatchResponse answerInvalid(String json) {
		JsonRpcBatchRequest batch = (JsonRpcBatchRequest) this.codec.readRequest(json);
		return JsonRpcBatchResponse.of(batch.requests()
			.stream()
			.map((request) -> JsonRpcResponse.failure(request, withoutData(request.error())))
			.toList());
	}

	private static JsonRpcError withoutData(JsonRpcError error) {
		return new JsonRpcError(error.code(), error.message());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
