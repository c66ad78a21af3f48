package io.github.jsonrpcspring.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the document "Requests and Responses" (seed 004), each in its Java
 * form.
 */
class SeedRequestsAndResponsesTests {

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	@Test
	void requestWithNamedParameters() {
		Map<String, Object> params = new LinkedHashMap<>();
		params.put("minuend", 42);
		params.put("subtrahend", 23);
		JsonRpcRequest request = JsonRpcRequest.of("subtract").namedParams(params).id(1).build();
		assertThat(request.toJson()).isEqualTo(
				"{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":{\"minuend\":42,\"subtrahend\":23},\"id\":1}");
	}

	@Test
	void requestWithPositionalParameters() {
		JsonRpcRequest request = JsonRpcRequest.of("subtract").params(42, 23).id(2).build();
		assertThat(request.toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":[42,23],\"id\":2}");
	}

	@Test
	void notification() {
		JsonRpcRequest notification = JsonRpcRequest.of("update").params(1, 2, 3, 4, 5).notification().build();
		assertThat(notification.toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"update\",\"params\":[1,2,3,4,5]}");
	}

	@Test
	void requestOfVersion1() {
		JsonRpcRequest request = JsonRpcRequest.of("subtract")
			.version(JsonRpcVersion.V1_0)
			.params(42, 23)
			.id(1)
			.build();
		assertThat(request.toJson()).isEqualTo("{\"method\":\"subtract\",\"params\":[42,23],\"id\":1}");
	}

	@Test
	void requestReadWithItsVersionDetected() {
		JsonRpcRequest request = (JsonRpcRequest) this.codec
			.readRequest("{\"jsonrpc\": \"2.0\", \"method\": \"add\", \"params\": [1, 2], \"id\": 1}");
		assertThat(request.version()).isEqualTo(JsonRpcVersion.V2_0);
		assertThat(request.method()).isEqualTo("add");
		assertThat(request.positionalParams()).containsExactly(1, 2);
		assertThat(request.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[1,2],\"id\":1}");
	}

	@Test
	void requestReadWithoutJsonrpcMemberIsOfVersion1() {
		JsonRpcRequest request = (JsonRpcRequest) this.codec
			.readRequest("{\"method\": \"add\", \"params\": [1, 2], \"id\": 1}");
		assertThat(request.version()).isEqualTo(JsonRpcVersion.V1_0);
		assertThat(request.toJson()).isEqualTo("{\"method\":\"add\",\"params\":[1,2],\"id\":1}");
	}

	@Test
	void batchRead() {
		JsonRpcBatchRequest batch = (JsonRpcBatchRequest) this.codec.readRequest("""
				[
				{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
				{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
				{"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"}
				]""");
		assertThat(batch.requests()).hasSize(3);
		assertThat(batch).extracting(JsonRpcRequest::isNotification).containsExactly(false, true, false);
		assertThat(batch.toJson())
			.isEqualTo("[{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1,2,4],\"id\":\"1\"},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"notify_hello\",\"params\":[7]},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":[42,23],\"id\":\"2\"}]");
	}

	@Test
	void namedParametersByName() {
		Map<String, Object> params = new LinkedHashMap<>();
		params.put("operation", "add");
		params.put("x", 10);
		params.put("y", 5);
		JsonRpcRequest request = JsonRpcRequest.of("calculate").namedParams(params).build();
		assertThat(request.namedParams()).containsExactlyEntriesOf(params);
		assertThat(request.positionalParams()).isEmpty();
		assertThat(request.mutate().id(1).build().toJson()).isEqualTo(
				"{\"jsonrpc\":\"2.0\",\"method\":\"calculate\",\"params\":{\"operation\":\"add\",\"x\":10,\"y\":5},\"id\":1}");
	}

	@Test
	void positionalParametersInOrder() {
		JsonRpcRequest request = JsonRpcRequest.of("add").params(10, 5).build();
		assertThat(request.positionalParams()).containsExactly(10, 5);
		assertThat(request.namedParams()).isEmpty();
		int sum = request.positionalParams().stream().mapToInt((value) -> (Integer) value).sum();
		assertThat(sum).isEqualTo(15);
	}

	@Test
	void successResponse() {
		assertThat(JsonRpcResponse.success(1, 42).toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":42,\"id\":1}");
	}

	@Test
	void errorResponse() {
		JsonRpcError error = new JsonRpcError(JsonRpcError.INVALID_PARAMS, "Invalid params", Map.of("param", "x"));
		assertThat(JsonRpcResponse.failure(1, error).toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":"
				+ "{\"code\":-32602,\"message\":\"Invalid params\",\"data\":{\"param\":\"x\"}},\"id\":1}");
	}

	@Test
	void responseLinkedToItsRequest() {
		JsonRpcRequest request = JsonRpcRequest.of("add").params(40, 2).id(1).build();
		JsonRpcResponse response = JsonRpcResponse.success(1, 42);
		assertThat(response.request()).isNull();
		assertThat(response.withRequest(request).request()).isSameAs(request);
	}

	@Test
	void batchOfRequestsAndNotification() {
		JsonRpcRequest first = JsonRpcRequest.of("add").params(1, 2).id(1).build();
		JsonRpcRequest second = JsonRpcRequest.of("multiply").params(3, 4).id(2).build();
		JsonRpcRequest third = JsonRpcRequest.of("notify").params("hello").notification().build();
		JsonRpcBatchRequest batch = JsonRpcBatchRequest.of(first, second, third);
		assertThat(batch.toJson()).isEqualTo("[{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[1,2],\"id\":1},"
				+ "{\"jsonrpc\":\"2.0\",\"method\":\"multiply\",\"params\":[3,4],\"id\":2},"
				+ "{\"jsonrpc\":\"2.0\",\"method\":\"notify\",\"params\":[\"hello\"]}]");
		assertThat(batch).containsExactly(first, second, third);
	}

	@Test
	void batchOfResponses() {
		JsonRpcResponse first = JsonRpcResponse.success(1, 3);
		JsonRpcResponse second = JsonRpcResponse.success(2, 12);
		JsonRpcBatchResponse batch = JsonRpcBatchResponse.of(first, second);
		assertThat(batch.toJson())
			.isEqualTo("[{\"jsonrpc\":\"2.0\",\"result\":3,\"id\":1},{\"jsonrpc\":\"2.0\",\"result\":12,\"id\":2}]");
		assertThat(batch.responses()).isEqualTo(List.of(first, second));
		assertThat(batch).containsExactly(first, second);
	}

	@Test
	void batchResponseLinkedToItsBatch() {
		JsonRpcRequest first = JsonRpcRequest.of("add").params(1, 2).id(1).build();
		JsonRpcRequest second = JsonRpcRequest.of("multiply").params(3, 4).id(2).build();
		JsonRpcBatchRequest batch = JsonRpcBatchRequest.of(first, second);
		JsonRpcBatchResponse answers = JsonRpcBatchResponse
			.of(JsonRpcResponse.success(2, 12), JsonRpcResponse.success(1, 3))
			.withRequest(batch);
		assertThat(answers.request()).isSameAs(batch);
		assertThat(answers).extracting(JsonRpcResponse::request).containsExactly(second, first);
	}

}
