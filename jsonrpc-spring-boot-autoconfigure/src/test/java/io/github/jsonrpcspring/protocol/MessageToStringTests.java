package io.github.jsonrpcspring.protocol;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The texts of messages, which go into logs and exceptions and show no values.
 */
class MessageToStringTests {

	private static final String SECRET = "s3cret";

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	@Test
	void requestShowsMethodAndId() {
		JsonRpcRequest request = JsonRpcRequest.of("add").params(SECRET).member("auth", SECRET).build();
		assertThat(request).hasToString("request 'add'");
		assertThat(request.withId(JsonRpcId.of(7))).hasToString("request 'add' with id 7");
		assertThat(request.withId(JsonRpcId.of("7"))).hasToString("request 'add' with id \"7\"");
	}

	@Test
	void requestWithNamedParametersShowsMethodAndId() {
		assertThat(JsonRpcRequest.of("add").namedParams(Map.of("p", SECRET)).id(7).build())
			.hasToString("request 'add' with id 7");
	}

	@Test
	void requestThatWasReadShowsMethodAndId() {
		assertThat(this.codec.readRequest("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[\"s3cret\"],\"id\":1}"))
			.hasToString("request 'add' with id 1");
	}

	@Test
	void notificationShowsMethod() {
		assertThat(JsonRpcRequest.of("log").params(SECRET).notification().build()).hasToString("notification 'log'");
	}

	@Test
	void responsesShowTheirId() {
		assertThat(JsonRpcResponse.success(7, SECRET)).hasToString("response with id 7");
		assertThat(JsonRpcResponse.failure(7, new JsonRpcError(1, "m", SECRET)))
			.hasToString("error response with id 7");
		assertThat(this.codec.readResponse("{\"result\":\"s3cret\",\"id\":7}")).hasToString("response with id 7");
		assertThat(this.codec.readResponse("{\"result\":\"s3cret\"}")).hasToString("response");
	}

	@Test
	void errorShowsCodeAndMessage() {
		assertThat(new JsonRpcError(-32601, "no", SECRET)).hasToString("error -32601 'no'");
		JsonRpcResponse response = (JsonRpcResponse) this.codec.readResponse("{\"error\":{\"data\":\"s3cret\"}}");
		assertThat(response.error()).hasToString("error ''");
	}

	@Test
	void batchesShowTheirSize() {
		assertThat(JsonRpcBatchRequest.of(JsonRpcRequest.of("add").params(SECRET).id(1).build()))
			.hasToString("batch of 1");
		assertThat(JsonRpcBatchResponse.of(JsonRpcResponse.success(1, SECRET))).hasToString("batch of 1");
	}

}
