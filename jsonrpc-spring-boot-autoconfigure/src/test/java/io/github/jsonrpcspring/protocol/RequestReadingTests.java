package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Requests as a server reads them.
 */
class RequestReadingTests {

	private static final String HUGE_EXPONENT = "1e99999999999";

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"method":"a","params":[],"id":1}                   | V1_0
			{"jsonrpc":"1.0","method":"a","params":[],"id":1}   | V1_0
			{"jsonrpc":"2.0","method":"a","params":[],"id":1}   | V2_0
			{"id":1,"params":[],"method":"a","jsonrpc":"2.0"}   | V2_0
			""")
	void versionIsDetected(String json, JsonRpcVersion version) {
		assertThat(read(json).version()).isEqualTo(version);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"jsonrpc":"3.0","method":"a","id":1}               | jsonrpc must be "2.0"                | 2.0, section 4
					{"jsonrpc":"2","method":"a","id":1}                 | jsonrpc must be "2.0"                | 2.0, section 4
					{"jsonrpc":2.0,"method":"a","id":1}                 | jsonrpc must be "2.0"                | 2.0, section 4
					{"jsonrpc":null,"method":"a","id":1}                | jsonrpc must be "2.0"                | 2.0, section 4
					{"jsonrpc":"2.0","id":1}                            | method must be a string              | 2.0, section 4
					{"jsonrpc":"2.0","method":5,"id":1}                 | method must be a string              | 2.0, section 4
					{"jsonrpc":"2.0","method":null,"id":1}              | method must be a string              | 2.0, section 4
					{"jsonrpc":"2.0","method":"a","params":"x","id":1}  | params must be an array or an object | 2.0, section 4.2
					{"jsonrpc":"2.0","method":"a","params":5,"id":1}    | params must be an array or an object | 2.0, section 4.2
					{"jsonrpc":"2.0","method":"a","params":null,"id":1} | params must be an array or an object | 2.0, section 4.2
					{"jsonrpc":"2.0","method":"a","id":true}            | id must be a string, a number or null | 2.0, section 4
					{"jsonrpc":"2.0","method":"a","id":[1]}             | id must be a string, a number or null | 2.0, section 4
					{"jsonrpc":"2.0","method":"a","id":{}}              | id must be a string, a number or null | 2.0, section 4
					{"method":"a","params":[]}                          | id is missing                        | 1.0, section 1.1
					{"method":"a","id":1}                               | params must be an array              | 1.0, section 1.1
					{"method":"a","params":{},"id":1}                   | params must be an array              | 1.0, section 1.1
					{"method":"a","params":null,"id":1}                 | params must be an array              | 1.0, section 1.1
					{"jsonrpc":"2.0","jsonrpc":"2.0","method":"a"}      | jsonrpc appears twice                | 2.0, section 4
					{"jsonrpc":"2.0","method":"a","method":"a"}         | method appears twice                 | 2.0, section 4
					{"jsonrpc":"2.0","method":"a","params":[],"params":[]} | params appears twice              | 2.0, section 4
					{"jsonrpc":"2.0","method":"a","id":1,"id":1}        | id appears twice                     | 2.0, section 4
					{}                                                  | method must be a string              | 2.0, section 4
					[]                                                  | an empty batch                       | 2.0, section 6
					"text"                                              | neither an object nor an array       | 2.0, section 4
					5                                                   | neither an object nor an array       | 2.0, section 4
					null                                                | neither an object nor an array       | 2.0, section 4
					{"jsonrpc":"2.0","method":"a","id":1} {}            | more than one JSON document          | 2.0, section 4
					""")
	void whenARuleIsBrokenThenItIsNamed(String json, String rule, String section) {
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readRequest(json))
			.withMessage(rule + " (JSON-RPC " + section + "): " + json)
			.satisfies((ex) -> {
				assertThat(ex.rule()).isEqualTo(rule);
				assertThat(ex.specSection()).isEqualTo(section);
				assertThat(ex.excerpt()).isEqualTo(json);
				assertThat(ex.isJson()).isTrue();
				assertThat(ex.toError()).isEqualTo(new JsonRpcError(-32600, "Invalid Request", rule));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", "{", "[", "{\"method\":", "<html>", "{} x", "{'a':1}", "[1,]", "\uFEFF" })
	void whenItIsNoJsonThenTheErrorIsAParseError(String json) {
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readRequest(json))
			.satisfies((ex) -> {
				assertThat(ex.isJson()).isFalse();
				assertThat(ex.specSection()).isNull();
				assertThat(ex.toError().code()).isEqualTo(JsonRpcError.PARSE_ERROR);
				assertThat(ex.getMessage()).doesNotEndWith(": ");
			});
	}

	@Test
	void excerptIsCutToLength() {
		String json = "\"" + "é".repeat(1000) + "\"";
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readRequest(json))
			.satisfies((ex) -> assertThat(ex.excerpt()).isEqualTo("\"" + "é".repeat(199) + "…"));
	}

	@Test
	void notificationsAreTold() {
		assertThat(read("{\"jsonrpc\":\"2.0\",\"method\":\"a\"}").isNotification()).isTrue();
		assertThat(read("{\"method\":\"a\",\"params\":[],\"id\":null}").isNotification()).isTrue();
		assertThat(read("{\"method\":\"a\",\"params\":[],\"id\":null}").id()).isNull();
	}

	@Test
	void whenIdIsNullInVersion2ThenItIsARequest() {
		JsonRpcRequest request = read("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":null}");
		assertThat(request.isNotification()).isFalse();
		assertThat(request.id()).isEqualTo(JsonRpcId.NULL);
	}

	@Test
	void whenIdIsFractionalThenItIsReadAndAnsweredWithIt() {
		JsonRpcRequest request = read("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1.50}");
		assertThat(JsonRpcResponse.success(request, 1).toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1.50}");
	}

	@Test
	void whenARequestHasNoIdThenItIsNotAnswered() {
		JsonRpcRequest notification = read("{\"jsonrpc\":\"2.0\",\"method\":\"a\"}");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcResponse.success(notification, 1))
			.withMessage("The notification 'a' has no id, so it is not answered");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JsonRpcResponse.failure(notification, new JsonRpcError(1, "")));
	}

	@Test
	void reservedMethodsAreReadAndRewritten() {
		JsonRpcRequest request = read("{\"jsonrpc\":\"2.0\",\"method\":\"rpc.discover\",\"id\":1}");
		assertThat(request.mutate().id(2).build().method()).isEqualTo("rpc.discover");
	}

	@Test
	void row70FurtherMembersAreKeptAndRewritten() {
		String json = "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1,\"auth\":\"t\",\"meta\":{\"n\":1.10},\"none\":null}";
		JsonRpcRequest request = read(json);
		assertThat(request.members()).containsOnlyKeys("auth", "meta", "none");
		assertThat(request.toJson()).isEqualTo(json);
	}

	@Test
	void row35NumbersKeepTheirExactValue() {
		JsonRpcRequest request = read(
				"{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[1.10,1e2,9007199254740993,12345678901234567890,0.1],\"id\":1}");
		assertThat(request.positionalParams()).containsExactly(new BigDecimal("1.10"), new BigDecimal("1E+2"),
				9007199254740993L, new BigInteger("12345678901234567890"), new BigDecimal("0.1"));
		assertThat(request.toJson()).contains("[1.10,1E+2,9007199254740993,12345678901234567890,0.1]");
	}

	@Test
	void parametersAreReadAsPlainJavaValues() {
		JsonRpcRequest positional = read(
				"{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[1,\"t\",true,null,[2],{\"k\":3}],\"id\":1}");
		assertThat(positional.positionalParams()).containsExactly(1, "t", true, null, List.of(2), Map.of("k", 3));
		assertThat(positional.namedParams()).isEmpty();
		JsonRpcRequest named = read(
				"{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":{\"b\":null,\"a\":[1]},\"id\":1}");
		assertThat(named.namedParams()).containsEntry("b", null).containsEntry("a", List.of(1));
		assertThat(named.namedParams().keySet()).containsExactly("b", "a");
		assertThat(named.positionalParams()).isEmpty();
	}

	@Test
	void invalidMembersOfABatchEchoAReadableId() {
		JsonRpcBatchRequest batch = (JsonRpcBatchRequest) this.codec.readRequest("""
				[{"jsonrpc":"2.0","method":"ok","id":1},
				{"jsonrpc":"2.0","method":5,"id":"x"},
				{"jsonrpc":"2.0","method":5,"id":7},
				{"jsonrpc":"2.0","method":5,"id":7.5},
				{"jsonrpc":"2.0","method":"a","id":[1]},
				{"jsonrpc":"2.0","method":"a","id":1,"id":2},
				{"jsonrpc":"2.0","method":"a","id":%s},
				{"jsonrpc":"2.0","method":"a","params":[%s],"id":8},
				"text", null]""".formatted(HUGE_EXPONENT, HUGE_EXPONENT));
		assertThat(batch).extracting((request) -> String.valueOf(request.id()))
			.containsExactly("1", "\"x\"", "7", "7.5", "null", "null", "null", "8", "null", "null");
		assertThat(batch.requests().get(0).error()).isNull();
		assertThat(batch.requests().subList(1, 10)).allSatisfy((request) -> {
			assertThat(request.error()).isNotNull();
			assertThat(request.error().code()).isEqualTo(JsonRpcError.INVALID_REQUEST);
			assertThat(request.method()).isEmpty();
			assertThat(request.isNotification()).isFalse();
			assertThat(request.hasParams()).isFalse();
		});
		assertThat(JsonRpcResponse.failure(batch.requests().get(2), batch.requests().get(2).error()).toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Invalid Request\","
					+ "\"data\":\"method must be a string\"},\"id\":7}");
	}

	@Test
	void whenABatchHasInvalidMembersThenItCannotBeWritten() {
		JsonRpcMessage batch = this.codec.readRequest("[1]");
		assertThatIllegalStateException().isThrownBy(batch::toJson).withMessageContaining("invalid member");
	}

	@Test
	void membersOfABatchMayBeOfEitherVersion() {
		JsonRpcBatchRequest batch = (JsonRpcBatchRequest) this.codec
			.readRequest("[{\"jsonrpc\":\"2.0\",\"method\":\"a\"},{\"method\":\"a\",\"params\":[],\"id\":1}]");
		assertThat(batch).extracting(JsonRpcRequest::version).containsExactly(JsonRpcVersion.V2_0, JsonRpcVersion.V1_0);
	}

	private JsonRpcRequest read(String json) {
		return (JsonRpcRequest) this.codec.readRequest(json);
	}

}
