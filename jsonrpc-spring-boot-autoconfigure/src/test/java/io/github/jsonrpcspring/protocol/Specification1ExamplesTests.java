package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The JSON-RPC 1.0 specification: its examples, and what each of its sections demands of
 * a message.
 *
 * @see <a href="https://www.jsonrpc.org/specification_v1">JSON-RPC 1.0</a>
 */
class Specification1ExamplesTests {

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	@Test
	void section4Echo() {
		assertRequest(version1("echo").params("Hello JSON-RPC").id(1).build(), """
				{ "method": "echo", "params": ["Hello JSON-RPC"], "id": 1}""");
		assertResponse(JsonRpcResponse.success(1, "Hello JSON-RPC").version(JsonRpcVersion.V1_0), """
				{ "result": "Hello JSON-RPC", "error": null, "id": 1}""");
	}

	@Test
	void section4ChatCalls() {
		assertRequest(version1("postMessage").params("Hello all!").id(99).build(), """
				{"method": "postMessage", "params": ["Hello all!"], "id": 99}""");
		assertResponse(JsonRpcResponse.success(99, 1).version(JsonRpcVersion.V1_0), """
				{"result": 1, "error": null, "id": 99}""");
		assertRequest(version1("postMessage").params("I have a question:").id(101).build(), """
				{"method": "postMessage", "params": ["I have a question:"], "id": 101}""");
	}

	@Test
	void section4ChatNotifications() {
		assertRequest(version1("handleMessage").params("user1", "we were just talking").notification().build(), """
				{"method": "handleMessage", "params": ["user1", "we were just talking"], "id": null}""");
		assertRequest(version1("userLeft").params("user3").notification().build(), """
				{"method": "userLeft", "params": ["user3"], "id": null}""");
	}

	@Test
	void section11RequestAlwaysHasParams() {
		assertRequest(version1("ping").id(1).build(), "{\"method\":\"ping\",\"params\":[],\"id\":1}");
	}

	@Test
	void section11IdIsOfAnyType() {
		JsonRpcId id = JsonRpcId.of(this.codec.mapper().readTree("{\"a\":[1.50,true]}"));
		assertRequest(version1("ping").id(id).build(),
				"{\"method\":\"ping\",\"params\":[],\"id\":{\"a\":[1.50,true]}}");
	}

	@Test
	void section12AnswerOfRequestHasItsId() {
		JsonRpcRequest request = (JsonRpcRequest) this.codec
			.readRequest("{\"method\":\"ping\",\"params\":[],\"id\":[1]}");
		assertResponse(JsonRpcResponse.success(request, "pong"), "{\"result\":\"pong\",\"error\":null,\"id\":[1]}");
		assertResponse(JsonRpcResponse.failure(request, new JsonRpcError(5, "late")),
				"{\"result\":null,\"error\":{\"code\":5,\"message\":\"late\"},\"id\":[1]}");
	}

	@Test
	void section12ResultIsNullBesideError() {
		assertResponse(JsonRpcResponse.failure(1, new JsonRpcError(5, "late")).version(JsonRpcVersion.V1_0),
				"{\"result\":null,\"error\":{\"code\":5,\"message\":\"late\"},\"id\":1}");
	}

	@Test
	void section12NullResult() {
		assertResponse(JsonRpcResponse.success(1, null).version(JsonRpcVersion.V1_0),
				"{\"result\":null,\"error\":null,\"id\":1}");
	}

	@Test
	void section12IdOfResultIsNotNull() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JsonRpcResponse.success(JsonRpcId.NULL, 1).version(JsonRpcVersion.V1_0))
			.withMessageContaining("id must be that of the request")
			.withMessageContaining("JSON-RPC 1.0, section 1.2");
	}

	@Test
	void section13NotificationHasNullId() {
		assertRequest(version1("log").notification().build(), "{\"method\":\"log\",\"params\":[],\"id\":null}");
	}

	@Test
	void section3ClassHintIsPlainData() {
		String hinted = """
				{"result":{"__jsonclass__":["java.lang.OutOfMemoryError",["x"]],"prop1":1},"error":null,"id":1}""";
		JsonRpcResponse response = (JsonRpcResponse) this.codec.readResponse(hinted);
		assertThat(response.resultAs(Object.class))
			.hasToString("{__jsonclass__=[java.lang.OutOfMemoryError, [x]], prop1=1}");
	}

	private static JsonRpcRequest.Builder version1(String method) {
		return JsonRpcRequest.of(method).version(JsonRpcVersion.V1_0);
	}

	private void assertRequest(JsonRpcRequest built, String shown) {
		String compact = this.codec.mapper().readTree(shown).toString();
		assertThat(built.toJson()).isEqualTo(compact);
		JsonRpcRequest read = (JsonRpcRequest) this.codec.readRequest(shown);
		assertThat(read.version()).isEqualTo(JsonRpcVersion.V1_0);
		assertThat(read.isNotification()).isEqualTo(built.isNotification());
		assertThat(read.toJson()).isEqualTo(compact);
	}

	private void assertResponse(JsonRpcResponse built, String shown) {
		String compact = this.codec.mapper().readTree(shown).toString();
		assertThat(built.toJson()).isEqualTo(compact);
		JsonRpcMessage read = this.codec.readResponse(shown.getBytes(StandardCharsets.UTF_8), JsonRpcVersion.V1_0,
				JsonRpcValidation.STRICT);
		assertThat(read.toJson()).isEqualTo(compact);
	}

}
