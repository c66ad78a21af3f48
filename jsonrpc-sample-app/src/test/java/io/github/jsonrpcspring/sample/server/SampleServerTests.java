package io.github.jsonrpcspring.sample.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SampleServer}, with an HTTP client that knows nothing of JSON-RPC.
 */
class SampleServerTests {

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static SampleServer server;

	@BeforeAll
	static void start() {
		server = SampleServer.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	/**
	 * The examples of section 7 of the specification, in their order.
	 */
	@ParameterizedTest
	@CsvSource(delimiterString = " ==> ", quoteCharacter = '`',
			textBlock = """
					{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1} ==> {"jsonrpc":"2.0","result":19,"id":1}
					{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2} ==> {"jsonrpc":"2.0","result":-19,"id":2}
					{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3} ==> {"jsonrpc":"2.0","result":19,"id":3}
					{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4} ==> {"jsonrpc":"2.0","result":19,"id":4}
					{"jsonrpc": "2.0", "method": "foobar", "id": "1"} ==> {"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":"1"}
					{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz] ==> {"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"},"id":null}
					{"jsonrpc": "2.0", "method": 1, "params": "bar"} ==> {"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}
					[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},{"jsonrpc": "2.0", "method"] ==> {"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"},"id":null}
					[] ==> {"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}
					[1] ==> [{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}]
					[1,2,3] ==> [{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null},{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null},{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}]
					""")
	void whenMessageIsOneOfTheSpecificationThenAnswerIsToo(String message, String answer) throws Exception {
		HttpResponse<String> response = post("", message);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(response.body()).isEqualTo(answer);
	}

	@Test
	void whenBatchIsThatOfTheSpecificationThenAnswerIsToo() throws Exception {
		HttpResponse<String> response = post("", """
				[
					{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
					{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
					{"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
					{"foo": "boo"},
					{"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
					{"jsonrpc": "2.0", "method": "get_data", "id": "9"}
				]
				""");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("[" + String.join(",", """
				{"jsonrpc":"2.0","result":7,"id":"1"}""", """
				{"jsonrpc":"2.0","result":19,"id":"2"}""", """
				{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}""", """
				{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":"5"}""", """
				{"jsonrpc":"2.0","result":["hello",5],"id":"9"}""") + "]");
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}""", """
			{"jsonrpc": "2.0", "method": "foobar"}""", """
			[{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},\
			{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]""", """
			{"jsonrpc": "2.0", "method": "withdraw", "params": [1]}""", """
			{"method": "log", "params": [], "id": null}""" })
	void whenMessageIsNotificationThenNothingIsAnswered(String message) throws Exception {
		HttpResponse<String> response = post("", message);
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.body()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ==> ", quoteCharacter = '`',
			textBlock = """
					{"method":"echo","params":["Hello JSON-RPC"],"id":1} ==> {"result":null,"error":{"code":-32601,"message":"Method not found"},"id":1}
					{"method":"subtract","params":[42,23],"id":1} ==> {"result":19,"error":null,"id":1}
					{"jsonrpc":"1.0","method":"ping","params":[],"id":[1.5]} ==> {"result":"pong","error":null,"id":[1.5]}
					""")
	void whenRequestIsOfVersion1ThenAnswerIsToo(String message, String answer) throws Exception {
		assertThat(post("", message).body()).isEqualTo(answer);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ==> ", quoteCharacter = '`',
			textBlock = """
					"add","params":[2,3] ==> "result":5
					"add","params":[9007199254740993,0.1] ==> "result":9007199254740993.1
					"add","params":{"a":2,"b":3} ==> "result":5
					"cat","params":{"name":"Mittens"} ==> "result":"meow"
					"cat" ==> "result":"meow"
					"cube","params":[3] ==> "result":27
					"find","params":[42,{"name":"Foo"}] ==> "result":"Bar"
					"log","params":["done"] ==> "result":null
					"divide","params":[7,2] ==> "result":3
					"divide","params":[1,0] ==> "error":{"code":-32603,"message":"Internal error"}
					"add","params":[2] ==> "error":{"code":-32602,"message":"Invalid params","data":"expected a, b"}
					"add","params":["two",3] ==> "error":{"code":-32602,"message":"Invalid params","data":"\\"two\\" is not a number"}
					"add","params":{"a":2} ==> "error":{"code":-32602,"message":"Invalid params","data":"null is not a number"}
					"find","params":[42] ==> "error":{"code":-32602,"message":"Invalid params","data":"expected an id and {\\"name\\": …}"}
					"Cats.adopt","params":{"name":"Tom","birth_year":2024} ==> "result":{"name":"Tom","birth_year":2024}
					"Cats.adopt","params":{"name":"Tom"} ==> "error":{"code":-32602,"message":"Invalid params","data":"null is not a number"}
					"Cats.adopt","params":{"birth_year":2024} ==> "error":{"code":-32602,"message":"Invalid params","data":"null is not a text"}
					"Cats.search","params":{"prefix":"M","limit":2} ==> "result":[{"name":"Mittens","birth_year":2019},{"name":"Mog","birth_year":2023}]
					"Cats.find","params":{"name":"Foo"} ==> "result":{"name":"Foo","birth_year":2021}
					"Cats.find","params":{"name":"Nobody"} ==> "result":null
					"Cats.youngest" ==> "result":{"name":"Mog","birth_year":2023}
					"Cats.count" ==> "result":3
					"Cats.nap","params":{"seconds":0} ==> "result":"awake"
					"withdraw","params":[100] ==> "error":{"code":-32001,"message":"Account overdrawn","data":{"amount":100,"balance":5}}
					"fail","params":[-32700] ==> "error":{"code":-32700,"message":"Parse error"}
					"fail","params":[-32600] ==> "error":{"code":-32600,"message":"Invalid Request"}
					"fail","params":[-32601] ==> "error":{"code":-32601,"message":"Method not found"}
					"fail","params":[-32602] ==> "error":{"code":-32602,"message":"Invalid params"}
					"fail","params":[-32603] ==> "error":{"code":-32603,"message":"Internal error"}
					"fail","params":[-32099] ==> "error":{"code":-32099,"message":"Server error"}
					""")
	void whenMethodIsCalledThenItDoesWhatTheTourNeeds(String call, String outcome) throws Exception {
		assertThat(post("", "{\"jsonrpc\":\"2.0\",\"method\":" + call + ",\"id\":1}").body())
			.isEqualTo("{\"jsonrpc\":\"2.0\"," + outcome + ",\"id\":1}");
	}

	@ParameterizedTest
	@CsvSource({ "tourist:let me in, 200", "tourist:wrong, 401", "someone:let me in, 401" })
	void whenPathIsSecuredThenCredentialsDecide(String credentials, int status) throws Exception {
		String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
		HttpRequest request = request("secured").header("Authorization", "Basic " + encoded).build();
		assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
	}

	@Test
	void whenCredentialsAreMissingThenTheyAreAskedFor() throws Exception {
		HttpResponse<String> response = client.send(request("secured").build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic realm=\"sample\"");
	}

	@Test
	void whenNothingIsPostedThenMethodIsNotAllowed() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(server.url())).GET().build();
		HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
	}

	private static HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(server.url() + path)).POST(BodyPublishers.ofString("""
				{"jsonrpc":"2.0","method":"ping","id":1}"""));
	}

	private static HttpResponse<String> post(String path, String message) throws IOException, InterruptedException {
		return client.send(request(path).POST(BodyPublishers.ofString(message)).build(), BodyHandlers.ofString());
	}

}
