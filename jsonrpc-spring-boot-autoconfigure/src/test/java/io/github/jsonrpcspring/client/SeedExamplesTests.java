package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every example of the client documents (seeds 000 to 003) that can be run, in its Java
 * form: what goes over the wire, and what comes back. See {@link SeedExamplesLogTests}
 * for their log lines.
 */
class SeedExamplesTests {

	private final StubTransport server = StubTransport.server(SeedExamplesTests::answer);

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).build();

	static @Nullable Object answer(JsonRpcRequest request) {
		return switch (request.method()) {
			case "ping" -> "pong";
			case "cat" -> "meow";
			case "dog" -> "woof";
			case "add" -> 5;
			case "find" -> "Bar";
			case "cube" -> (int) Math.pow(((Number) request.positionalParams().get(0)).intValue(), 3);
			case "go" -> new JsonRpcError(JsonRpcError.METHOD_NOT_FOUND, "Method not found");
			default -> null;
		};
	}

	@Test
	void seed000SendARequestObject() {
		JsonRpcResponse response = this.rpc.send(JsonRpcRequest.of("ping").build());
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}");
		assertThat(response).isNotNull();
		assertThat(response.resultAs(String.class)).isEqualTo("pong");
	}

	@Test
	void seed000RequestIsAWrapperAroundSend() {
		assertThat(this.rpc.request("ping", String.class)).isEqualTo("pong");
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}");
	}

	@Test
	void seed000SendABatchOfReadyMadeMessages() {
		JsonRpcBatchResponse responses = (JsonRpcBatchResponse) this.rpc.sendJson("""
				[{"jsonrpc": "2.0", "method": "cat", "id": 1},
				 {"jsonrpc": "2.0", "method": "dog", "id": 2}]""");
		assertThat(this.server.sent()).containsExactly("[{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"id\":1},"
				+ "{\"jsonrpc\":\"2.0\",\"method\":\"dog\",\"id\":2}]");
		assertThat(responses).map((response) -> response.resultAs(String.class)).containsExactly("meow", "woof");
	}

	@Test
	void seed000SendABatchOfRequestObjects() {
		List<JsonRpcResponse> responses = this.rpc
			.send(List.of(JsonRpcRequest.of("cat").build(), JsonRpcRequest.of("dog").build()));
		assertThat(this.server.sent()).containsExactly("[{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"id\":1},"
				+ "{\"jsonrpc\":\"2.0\",\"method\":\"dog\",\"id\":2}]");
		assertThat(responses).map((response) -> response.resultAs(String.class)).containsExactly("meow", "woof");
	}

	@Test
	void seed000CubeOfTenNumbersByListComprehension() {
		List<JsonRpcResponse> cubes = this.rpc
			.send(IntStream.range(0, 10).mapToObj((i) -> JsonRpcRequest.of("cube").params(i).build()).toList());
		assertThat(this.server.sent())
			.containsExactly("[{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[0],\"id\":1},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[1],\"id\":2},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[2],\"id\":3},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[3],\"id\":4},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[4],\"id\":5},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[5],\"id\":6},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[6],\"id\":7},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[7],\"id\":8},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[8],\"id\":9},"
					+ "{\"jsonrpc\":\"2.0\",\"method\":\"cube\",\"params\":[9],\"id\":10}]");
		assertThat(cubes).map((cube) -> cube.resultAs(Integer.class))
			.containsExactly(0, 1, 8, 27, 64, 125, 216, 343, 512, 729);
	}

	@Test
	void seed000CubeOfTenNumbersAsATypedBatch() {
		JsonRpcBatch batch = this.rpc.batch();
		List<JsonRpcBatch.Call<Integer>> cubes = IntStream.range(0, 10)
			.mapToObj((i) -> batch.add("cube", Integer.class, i))
			.toList();
		batch.execute();
		assertThat(cubes).map(JsonRpcBatch.Call::get).containsExactly(0, 1, 8, 27, 64, 125, 216, 343, 512, 729);
		assertThat(this.server.sent()).hasSize(1);
	}

	@Test
	void seed000BatchReturnsAResponseForEachRequestThatHadAnId() {
		List<JsonRpcResponse> responses = this.rpc.send(List.of(JsonRpcRequest.of("cat").build(),
				JsonRpcRequest.of("dog").notification().build(), JsonRpcRequest.of("go").build()));
		assertThat(this.server.sent()).containsExactly("[{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"id\":1},"
				+ "{\"jsonrpc\":\"2.0\",\"method\":\"dog\"}," + "{\"jsonrpc\":\"2.0\",\"method\":\"go\",\"id\":2}]");
		assertThat(responses).map(JsonRpcResponse::isError).containsExactly(false, true);
	}

	@Test
	void seed000BasicAuthOfTheSession() {
		JsonRpcTemplate session = this.rpc.mutate().basicAuth("user", "pass").build();
		session.call("ping");
		assertThat(this.server.request().headers().getFirst(HttpHeaders.AUTHORIZATION)).isEqualTo("Basic dXNlcjpwYXNz");
	}

	@Test
	void seed000ContentTypeOfTheSession() {
		JsonRpcTemplate session = this.rpc.mutate().defaultHeader("Content-Type", "application/json-rpc").build();
		session.call("ping");
		assertThat(this.server.request().headers().get("Content-Type")).containsExactly("application/json-rpc");
	}

	@Test
	void seed000HeadersOfASendAreMergedWithThoseOfTheSessionAndOverrideThem() {
		JsonRpcTemplate session = this.rpc.mutate()
			.defaultHeader("Content-Type", "application/json")
			.defaultHeader("X-Session", "kept")
			.build();
		session.send(JsonRpcRequest.of("ping").build(),
				JsonRpcCallOptions.builder()
					.header("content-type", "application/json-rpc")
					.header("X-Call", "1")
					.build());
		HttpHeaders headers = this.server.request().headers();
		assertThat(headers.get("Content-Type")).containsExactly("application/json-rpc");
		assertThat(headers.get("X-Session")).containsExactly("kept");
		assertThat(headers.get("X-Call")).containsExactly("1");
	}

	@Test
	void seed001SubsequentCallsIncrementTheId() {
		this.rpc.call("ping");
		this.rpc.call("ping");
		this.rpc.call("ping");
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":2}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":3}");
	}

	@Test
	void seed001ExplicitId() {
		assertThat(this.rpc.method("ping").id("foo").retrieve(String.class)).isEqualTo("pong");
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":\"foo\"}");
	}

	@Test
	void seed001HexId() {
		this.rpc.mutate().idGenerator(JsonRpcIdGenerator.hex()).build().call("foo");
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":\"1\"}");
	}

	@Test
	void seed001RandomId() {
		this.rpc.mutate().idGenerator(JsonRpcIdGenerator.random()).build().call("foo");
		assertThat(this.server.sent()).singleElement()
			.asString()
			.matches("\\{\"jsonrpc\":\"2\\.0\",\"method\":\"foo\",\"id\":\"[a-z0-9]{8}\"}");
	}

	@Test
	void seed001UuidId() {
		this.rpc.mutate().idGenerator(JsonRpcIdGenerator.uuid()).build().call("foo");
		assertThat(this.server.sent()).singleElement()
			.asString()
			.matches("\\{\"jsonrpc\":\"2\\.0\",\"method\":\"foo\","
					+ "\"id\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"}");
	}

	@Test
	void seed001PositionalParams() {
		this.rpc.call("ping", 1);
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":[1],\"id\":1}");
	}

	@Test
	void seed001NamedParams() {
		this.rpc.method("ping").namedParams(Map.of("key", "val")).retrieve(String.class);
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":{\"key\":\"val\"},\"id\":1}");
	}

	@Test
	void seed001RequestSerializedToAString() {
		assertThat(JsonRpcRequest.of("foo").id(6).build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":6}");
	}

	@Test
	void seed001BatchByListComprehension() {
		this.rpc.send(Stream.generate(() -> JsonRpcRequest.of("foo").build()).limit(3).toList());
		assertThat(this.server.sent()).containsExactly("[{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":1},"
				+ "{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":2},{\"jsonrpc\":\"2.0\",\"method\":\"foo\",\"id\":3}]");
	}

	@Test
	void seed001Notification() {
		this.rpc.notify("ping");
		this.rpc.send(JsonRpcRequest.of("ping").notification().build());
		this.rpc.sendJson("{\"jsonrpc\": \"2.0\", \"method\": \"ping\"}");
		assertThat(this.server.sent()).hasSize(3).containsOnly("{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}");
	}

	@Test
	void seed001NotificationSerializedToAString() {
		assertThat(JsonRpcRequest.of("ping").notification().build().toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}");
	}

	@Test
	void seed002RequestObjectWithKeywordArguments() {
		this.rpc.send(JsonRpcRequest.of("cat").param("name", "Mittens").build());
		this.rpc.send(JsonRpcRequest.of("cat").param("name", "Mittens").id("x").build());
		assertThat(this.server.sent()).containsExactly(
				"{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"params\":{\"name\":\"Mittens\"},\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"cat\",\"params\":{\"name\":\"Mittens\"},\"id\":\"x\"}");
	}

	@Test
	void seed002AnswerThatIsNoJsonIsAParseException() {
		JsonRpcTemplate broken = JsonRpcTemplate.builder(StubTransport.json("pong")).build();
		assertThatExceptionOfType(JsonRpcParseException.class).isThrownBy(() -> broken.request("ping", String.class));
	}

	@Test
	void seed002AnswerThatIsNoJsonRpcIsAnInvalidResponse() {
		JsonRpcTemplate broken = JsonRpcTemplate.builder(StubTransport.json("{\"pong\":true}")).build();
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class)
			.isThrownBy(() -> broken.request("ping", String.class));
	}

	@Test
	void seed002AnswerThatIsAnErrorObjectIsAnErrorException() {
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> this.rpc.call("go"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32601));
	}

	@Test
	void seed002ValidationSwitchedOffAndOn() {
		StubTransport sloppy = StubTransport.json("{\"result\":\"pong\",\"id\":99}");
		JsonRpcTemplate off = JsonRpcTemplate.builder(sloppy).validation(JsonRpcValidation.OFF).build();
		assertThat(off.request("ping", String.class)).isEqualTo("pong");
		JsonRpcTemplate strict = off.mutate().validation(JsonRpcValidation.STRICT).build();
		assertThatExceptionOfType(JsonRpcInvalidResponseException.class)
			.isThrownBy(() -> strict.request("ping", String.class));
	}

	@Test
	void seed003CallWithPositionalParams() {
		assertThat(this.rpc.request("add", Integer.class, 2, 3)).isEqualTo(5);
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[2,3],\"id\":1}");
	}

	@Test
	void seed003BasicAuthAsAnArgument() {
		StubTransport other = StubTransport.json("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}");
		JsonRpcTemplate.builder(other).basicAuth("user", "pass").build().call("add", 2, 3);
		assertThat(other.request().headers().getFirst(HttpHeaders.AUTHORIZATION)).isEqualTo("Basic dXNlcjpwYXNz");
	}

	@Test
	void seed003OneExceptionForConnectionProblemsAndErrorResponses() {
		JsonRpcTemplate unreachable = JsonRpcTemplate
			.builder(StubTransport.failing(() -> new java.net.ConnectException("refused")))
			.build();
		assertThatExceptionOfType(JsonRpcException.class).isThrownBy(() -> unreachable.call("go"))
			.withMessage("Client 'default', method 'go', id 1: no answer: cannot connect");
		assertThatExceptionOfType(JsonRpcException.class).isThrownBy(() -> this.rpc.call("go"))
			.withMessage("Client 'default', method 'go', id 1: error -32601: Method not found");
	}

}
