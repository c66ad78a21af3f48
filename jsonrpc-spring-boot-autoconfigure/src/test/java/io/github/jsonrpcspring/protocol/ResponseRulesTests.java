package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What is said of a response that breaks a rule, and how a batch keeps it.
 */
class ResponseRulesTests {

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"result":1,"id":1}                                           | jsonrpc is missing | 2.0, section 5
					{"jsonrpc":"1.0","result":1,"id":1}                           | jsonrpc must be "2.0" | 2.0, section 5
					{"jsonrpc":"3.0","result":1,"id":1}                           | jsonrpc must be "2.0" | 2.0, section 5
					{"jsonrpc":2.0,"result":1,"id":1}                             | jsonrpc must be "2.0" | 2.0, section 5
					{"jsonrpc":"2.0","result":1,"error":null,"id":1}              | result and error together | 2.0, section 5
					{"jsonrpc":"2.0","result":1}                                  | id is missing | 2.0, section 5
					{"jsonrpc":"2.0","result":1,"id":true}                        | id must be a string, a number or null | 2.0, section 5
					{"jsonrpc":"2.0","result":1,"id":null}                        | id must be null only when the request could not be read (-32700, -32600) | 2.0, section 5
					{"jsonrpc":"2.0","error":"x","id":1}                          | error must be an object | 2.0, section 5.1
					{"jsonrpc":"2.0","error":true,"id":1}                         | error must be an object | 2.0, section 5.1
					{"jsonrpc":"2.0","error":{"message":"m"},"id":1}              | error.code must be an integer | 2.0, section 5.1
					{"jsonrpc":"2.0","error":{"code":"1","message":"m"},"id":1}   | error.code must be an integer | 2.0, section 5.1
					{"jsonrpc":"2.0","error":{"code":1},"id":1}                   | error.message must be a string | 2.0, section 5.1
					{"jsonrpc":"2.0","id":1}                                      | neither result nor error | 2.0, section 5
					""")
	void strictReadingOfVersion2NamesTheRule(String json, String rule, String section) {
		assertRule(json, JsonRpcVersion.V2_0, JsonRpcValidation.STRICT, rule, section);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"jsonrpc":"2.0","result":1,"error":null,"id":1}  | jsonrpc must be absent or "1.0" | 1.0, section 1.2
					{"jsonrpc":"3.0","result":1,"error":null,"id":1}  | jsonrpc must be absent or "1.0" | 1.0, section 1.2
					{"result":1,"id":1}                               | both result and error must be present | 1.0, section 1.2
					{"error":{},"id":1}                               | both result and error must be present | 1.0, section 1.2
					{"result":1,"error":{},"id":1}                    | result must be null beside an error | 1.0, section 1.2
					{"result":null,"error":"x","id":1}                | error must be an object | 1.0, section 1.2
					{"result":null,"error":["x"],"id":1}              | error must be an object | 1.0, section 1.2
					{"result":null,"error":true,"id":1}               | error must be an object | 1.0, section 1.2
					{"result":1,"error":null}                         | id is missing | 1.0, section 1.2
					{"result":1,"error":null,"id":null}               | id must be null only when the request could not be read (-32700, -32600) | 1.0, section 1.2
					{"result":null,"error":{"code":1},"id":null}      | id must be null only when the request could not be read (-32700, -32600) | 1.0, section 1.2
					{"error":null,"id":1}                             | neither result nor error | 1.0, section 1.2
					{"result":1,"result":1,"error":null,"id":1}       | result appears twice | 1.0, section 1.2
					""")
	void strictReadingOfVersion1NamesTheRule(String json, String rule, String section) {
		assertRule(json, JsonRpcVersion.V1_0, JsonRpcValidation.STRICT, rule, section);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"jsonrpc":"3.0","result":1,"id":1}    | jsonrpc must be "1.0" or "2.0" | 2.0, section 5
			{"jsonrpc":"2.0","error":true,"id":1}  | error must be an object | 2.0, section 5.1
			{"jsonrpc":"2.0","error":{"code":1e99999999999},"id":1} | error cannot be read |
			{"jsonrpc":"2.0","result":1,"id":1e99999999999}         | id cannot be read |
			{"jsonrpc":1e99999999999,"result":1,"id":1}             | jsonrpc cannot be read |
			""")
	void lenientReadingNamesTheRule(String json, String rule, String section) {
		assertRule(json, JsonRpcVersion.V2_0, JsonRpcValidation.LENIENT, rule, section);
	}

	@Test
	void row71BareResultHintsAtTheOtherVersion() {
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> this.codec.readResponse("{\"sum\":5}"))
			.withMessageContaining("'version: 1.0'");
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> read("5", JsonRpcVersion.V2_0, JsonRpcValidation.OFF))
			.withMessageContaining("'version: 1.0'");
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> read("5", JsonRpcVersion.V1_0, JsonRpcValidation.OFF))
			.withMessageContaining("'version: 2.0'");
	}

	@Test
	void row12DataOfAnErrorThatIsNoTextIsKept() {
		JsonRpcResponse response = (JsonRpcResponse) this.codec
			.readResponse("{\"error\":{\"code\":1,\"message\":\"m\",\"data\":[1.10]},\"id\":1}");
		assertThat(response.error().data()).hasToString("[1.10]");
	}

	@Test
	void row33UnknownMembersAreInTheRawResponse() {
		String json = "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1,\"took\":1.10}";
		JsonRpcResponse response = (JsonRpcResponse) this.codec.readResponse(json);
		assertThat(response.raw()).hasToString(json);
		assertThat(response.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}");
	}

	@Test
	void versionIsThatOfTheJsonrpcMember() {
		assertThat(version("{\"result\":1,\"id\":1}")).isEqualTo(JsonRpcVersion.V1_0);
		assertThat(version("{\"jsonrpc\":\"1.0\",\"result\":1,\"id\":1}")).isEqualTo(JsonRpcVersion.V1_0);
		assertThat(version("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}")).isEqualTo(JsonRpcVersion.V2_0);
		assertThat(version("{\"jsonrpc\":2.0,\"result\":1,\"id\":1}")).isEqualTo(JsonRpcVersion.V2_0);
	}

	@Test
	void absentAndNullAreToldApart() {
		JsonRpcResponse withNulls = (JsonRpcResponse) this.codec.readResponse("{\"result\":null,\"id\":null}");
		assertThat(withNulls.result().isNull()).isTrue();
		assertThat(withNulls.id()).isEqualTo(JsonRpcId.NULL);
		JsonRpcResponse without = (JsonRpcResponse) this.codec.readResponse("{\"error\":\"x\"}");
		assertThat(without.result()).isNull();
		assertThat(without.id()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "STRICT", "LENIENT", "OFF" })
	void row40InvalidMembersOfABatchAreKeptAsEntries(JsonRpcValidation validation) {
		String json = """
				[{"jsonrpc":"2.0","result":1,"id":1},{"jsonrpc":"2.0","id":2},null,5,
				{"jsonrpc":"2.0","result":1,"result":2,"id":3},{"jsonrpc":"2.0","result":1,"id":1e99999999999},
				{"jsonrpc":"2.0","error":{"code":1e99999999999,"message":"m"},"id":4},[],
				{"jsonrpc":"2.0","result":1,"id":5,"id":6}]""";
		JsonRpcBatchResponse batch = (JsonRpcBatchResponse) read(json, JsonRpcVersion.V2_0, validation);
		assertThat(batch).extracting((entry) -> String.valueOf(entry.id()))
			.containsExactly("1", "2", "null", "null", "3", "null", "4", "null", "null");
		assertThat(batch.responses().get(0).violation()).isNull();
		assertThat(batch.responses().subList(1, 9)).allSatisfy((entry) -> {
			assertThat(entry.violation()).isNotNull();
			assertThat(entry.isError()).isTrue();
			assertThat(entry.error().hasCode()).isFalse();
			assertThat(entry.error().message()).isEqualTo(entry.violation().rule());
			assertThat(entry.result()).isNull();
			assertThatIllegalStateException().isThrownBy(() -> entry.resultAs(int.class))
				.withMessage("not a response: " + entry.violation().rule())
				.withCause(entry.violation());
		});
		assertThat(batch).extracting((entry) -> (entry.violation() != null) ? entry.violation().rule() : "")
			.satisfiesExactly((rule) -> assertThat(rule).isEmpty(),
					(rule) -> assertThat(rule).isEqualTo("neither result nor error"),
					(rule) -> assertThat(rule).isEqualTo("a member of the batch is no object"),
					(rule) -> assertThat(rule).isEqualTo("a member of the batch is no object"),
					(rule) -> assertThat(rule).isEqualTo("result appears twice"),
					(rule) -> assertThat(rule).startsWith("id cannot be read"),
					(rule) -> assertThat(rule).startsWith("error cannot be read"),
					(rule) -> assertThat(rule).isEqualTo("a member of the batch is no object"),
					(rule) -> assertThat(rule).isEqualTo("id appears twice"));
	}

	@Test
	void rawOfAnInvalidMemberIsWhatWasSent() {
		JsonRpcBatchResponse batch = (JsonRpcBatchResponse) this.codec.readResponse("[null, {\"id\": 2}, [1.10]]");
		assertThat(batch).extracting((entry) -> entry.raw().toString()).containsExactly("null", "{\"id\":2}", "[1.10]");
	}

	@Test
	void row43EmptyBatchIsRead() {
		JsonRpcBatchResponse batch = (JsonRpcBatchResponse) this.codec.readResponse("[]");
		assertThat(batch.size()).isZero();
		assertThat(batch.request()).isNull();
	}

	private JsonRpcVersion version(String json) {
		return ((JsonRpcResponse) this.codec.readResponse(json)).version();
	}

	private void assertRule(String json, JsonRpcVersion version, JsonRpcValidation validation, String rule,
			String section) {
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> read(json, version, validation))
			.satisfies((ex) -> {
				assertThat(ex.rule()).startsWith(rule);
				assertThat(ex.specSection()).isEqualTo(section);
				assertThat(ex.excerpt()).isEqualTo(json);
			});
	}

	private JsonRpcMessage read(String json, JsonRpcVersion version, JsonRpcValidation validation) {
		return this.codec.readResponse(json.getBytes(StandardCharsets.UTF_8), version, validation);
	}

}
