package io.github.jsonrpcspring.protocol;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Error objects (JSON-RPC 2.0, section 5.1) and what servers send in their place.
 */
class JsonRpcErrorTests {

	@Test
	void errorIsWrittenWithoutDataWhenThereIsNone() {
		assertThat(new JsonRpcError(1, "m").raw()).hasToString("{\"code\":1,\"message\":\"m\"}");
		assertThat(new JsonRpcError(1, "m", null).raw()).hasToString("{\"code\":1,\"message\":\"m\"}");
	}

	@Test
	void row12DataNullAndAbsentAreToldApart() {
		assertThat(new JsonRpcError(1, "m").data()).isNull();
		JsonRpcError error = new JsonRpcError(1, "m", NullNode.getInstance());
		assertThat(error.raw()).hasToString("{\"code\":1,\"message\":\"m\",\"data\":null}");
		assertThat(error.data().isNull()).isTrue();
		assertThat(error.dataAs(String.class)).isNull();
		assertThat(read("{\"code\":1}").data()).isNull();
		assertThat(read("{\"code\":1,\"data\":null}").data().isNull()).isTrue();
		assertThat(read("{\"code\":1}").dataAs(String.class)).isNull();
	}

	@Test
	void row12DataIsConverted() {
		assertThat(read("{\"code\":1,\"data\":\"text\"}").dataAs(String.class)).isEqualTo("text");
		assertThat(read("{\"code\":1,\"data\":5}").dataAs(Integer.class)).isEqualTo(5);
		JsonRpcError list = read("{\"code\":1,\"data\":[1,2]}");
		assertThat(list.dataAs(new TypeReference<List<Long>>() {
		})).containsExactly(1L, 2L);
		JavaType type = JsonMapper.shared().getTypeFactory().constructCollectionType(List.class, String.class);
		assertThat(list.<List<String>>dataAs(type)).containsExactly("1", "2");
		assertThat(read("{\"code\":1,\"data\":{\"param\":\"x\"}}").dataAs(Detail.class)).isEqualTo(new Detail("x"));
		assertThat(read("{\"code\":1,\"data\":1.10}").data()).hasToString("1.10");
	}

	@Test
	void row12DataIsConvertedByTheMapperOfTheCodec() {
		JsonRpcCodec codec = new JsonRpcCodec(
				JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE).build());
		JsonRpcResponse response = (JsonRpcResponse) codec
			.readResponse("{\"error\":{\"code\":1,\"data\":{\"Param\":\"x\"}}}");
		assertThat(response.error().dataAs(Detail.class)).isEqualTo(new Detail("x"));
	}

	@Test
	void row12WhenDataDoesNotFitThenTheErrorIsKept() {
		JsonRpcError error = read("{\"code\":1,\"data\":\"text\"}");
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> error.dataAs(Detail.class));
		assertThat(error.code()).isEqualTo(1);
	}

	@Test
	void row60ClassNamesInDataArePlainData() {
		JsonRpcError error = read(
				"{\"code\":1,\"data\":{\"@class\":\"java.lang.OutOfMemoryError\",\"message\":\"x\"}}");
		assertThat(error.dataAs(Object.class))
			.isEqualTo(Map.of("@class", "java.lang.OutOfMemoryError", "message", "x"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"code":5,"message":"m"}                  | 5          | true  | m
			{"code":3735928559,"message":"m"}         | 3735928559 | true  | m
			{"code":-9223372036854775808}             | -9223372036854775808 | true | ''
			{"code":9223372036854775808}              | 0          | false | ''
			{"code":1.5}                              | 0          | false | ''
			{"code":1e999999999}                      | 0          | false | ''
			{"code":"401"}                            | 401        | true  | ''
			{"code":" -32601 "}                       | -32601     | true  | ''
			{"code":"E401"}                           | 0          | false | ''
			{"code":""}                               | 0          | false | ''
			{"code":"99999999999999999999"}           | 0          | false | ''
			{"code":null}                             | 0          | false | ''
			{"code":true}                             | 0          | false | ''
			{"code":0}                                | 0          | true  | ''
			{"message":"m"}                           | 0          | false | m
			{"message":null}                          | 0          | false | ''
			{"message":{"text":"m"}}                  | 0          | false | ''
			{"details":"d"}                           | 0          | false | ''
			{}                                        | 0          | false | ''
			"text"                                    | 0          | false | text
			42                                        | 0          | false | 42
			[]                                        | 0          | false | ''
			["UserError",["text",1]]                  | 0          | false | UserError
			[404,"not found"]                         | 0          | false | not found
			[[["deep"]],"text"]                       | 0          | false | deep
			[{"message":"inside"}]                    | 0          | false | inside
			""")
	void rows07To11And67CodeAndMessageAreTakenFromAnyForm(String raw, long code, boolean hasCode, String message) {
		JsonRpcError error = read(raw);
		assertThat(error.code()).isEqualTo(code);
		assertThat(error.hasCode()).isEqualTo(hasCode);
		assertThat(error.message()).isEqualTo(message);
		assertThat(error.raw()).isEqualTo(JsonRpcCodec.create().mapper().readTree(raw));
	}

	@Test
	void row67AnArrayIsItsOwnData() {
		JsonRpcError error = read("[\"UserError\",[\"text\",1.10]]");
		assertThat(error.data()).hasToString("[\"UserError\",[\"text\",1.10]]");
		assertThat(read("\"text\"").data()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "-32100, false", "-32099, true", "-32050, true", "-32000, true", "-31999, false", "0, false" })
	void serverErrorsAreThoseOfTheReservedRange(long code, boolean serverError) {
		assertThat(new JsonRpcError(code, "m").isServerError()).isEqualTo(serverError);
	}

	@Test
	void anErrorWithoutCodeIsNoServerError() {
		assertThat(read("{}").isServerError()).isFalse();
	}

	@Test
	void errorsWithTheSameContentAreEqual() {
		JsonRpcError error = new JsonRpcError(-32601, "m", Map.of("n", 5L));
		JsonRpcError echo = read("{\"code\":-32601,\"message\":\"m\",\"data\":{\"n\":5}}");
		assertThat(error).isEqualTo(echo).hasSameHashCodeAs(echo);
		assertThat(error).isNotEqualTo(new JsonRpcError(-32601, "m")).isNotEqualTo("m");
	}

	@Test
	void whenDataCannotBeWrittenThenItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new JsonRpcError(7, "m", new ParamsTests.Broken()))
			.withMessageContaining("error 7")
			.withMessageContaining("broken getter");
	}

	@Test
	void constantsAreThoseOfSection51() {
		assertThat(List.of(JsonRpcError.PARSE_ERROR, JsonRpcError.INVALID_REQUEST, JsonRpcError.METHOD_NOT_FOUND,
				JsonRpcError.INVALID_PARAMS, JsonRpcError.INTERNAL_ERROR))
			.containsExactly(-32700L, -32600L, -32601L, -32602L, -32603L);
	}

	private static JsonRpcError read(String raw) {
		JsonRpcMessage response = JsonRpcCodec.create().readResponse("{\"id\":1,\"error\":" + raw + "}");
		JsonRpcError error = ((JsonRpcResponse) response).error();
		assertThat(error).isNotNull();
		return error;
	}

	record Detail(String param) {
	}

}
