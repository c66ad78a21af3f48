package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Responses that are built, and the conversion of results (JSON-RPC 2.0, section 5).
 */
class JsonRpcResponseTests {

	@Test
	void successInBothVersions() {
		JsonRpcResponse response = JsonRpcResponse.success("a", List.of(1));
		assertThat(response.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":[1],\"id\":\"a\"}");
		assertThat(response.version()).isEqualTo(JsonRpcVersion.V2_0);
		assertThat(response.version(JsonRpcVersion.V1_0).toJson())
			.isEqualTo("{\"result\":[1],\"error\":null,\"id\":\"a\"}");
	}

	@Test
	void failureInBothVersions() {
		JsonRpcResponse response = JsonRpcResponse.failure("a", new JsonRpcError(1, "m"));
		assertThat(response.toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"m\"},\"id\":\"a\"}");
		assertThat(response.version(JsonRpcVersion.V1_0).toJson())
			.isEqualTo("{\"result\":null,\"error\":{\"code\":1,\"message\":\"m\"},\"id\":\"a\"}");
		assertThat(response.isError()).isTrue();
		assertThat(response.result()).isNull();
	}

	@Test
	void row04NullResultIsNotAnAbsentOne() {
		JsonRpcResponse response = JsonRpcResponse.success(1, null);
		assertThat(response.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":null,\"id\":1}");
		assertThat(response.result().isNull()).isTrue();
		assertThat(response.resultAs(String.class)).isNull();
	}

	@Test
	void failureMayHaveANullId() {
		JsonRpcResponse response = JsonRpcResponse.failure(JsonRpcId.NULL, new JsonRpcError(-32700, "Parse error"));
		assertThat(response.toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}");
		assertThat(response.version(JsonRpcVersion.V1_0).toJson()).endsWith("\"id\":null}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "[1]", "{}", "1.5" })
	void whenIdIsNotAllowedInVersion2ThenItIsRefused(String id) {
		JsonRpcId odd = JsonRpcId.of(JsonMapper.shared().readTree(id));
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcResponse.success(odd, 1))
			.withMessageStartingWith("id must")
			.withMessageEndingWith("(JSON-RPC 2.0, section 5)");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcResponse.failure(odd, new JsonRpcError(1, "m")))
			.withMessageEndingWith("(JSON-RPC 2.0, section 5)");
	}

	@Test
	void whenARequestIsAnsweredThenItsIdAndVersionAreTaken() {
		JsonRpcId odd = JsonRpcId.of(JsonMapper.shared().readTree("true"));
		JsonRpcRequest request = JsonRpcRequest.of("a").version(JsonRpcVersion.V1_0).id(odd).build();
		JsonRpcResponse response = JsonRpcResponse.success(request, 1);
		assertThat(response.toJson()).isEqualTo("{\"result\":1,\"error\":null,\"id\":true}");
		assertThat(response.request()).isSameAs(request);
		assertThatIllegalArgumentException().isThrownBy(() -> response.version(JsonRpcVersion.V2_0));
	}

	@Test
	void row44WhenABatchOfResponsesIsEmptyThenItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(JsonRpcBatchResponse::of)
			.withMessageContaining("send nothing instead")
			.withMessageEndingWith("(JSON-RPC 2.0, section 6)");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcBatchResponse.of(List.of()));
	}

	@Test
	void whenAResultCannotBeWrittenThenTheResponseIsNamed() {
		JsonRpcResponse response = JsonRpcResponse.success(1, new ParamsTests.Broken());
		assertThatIllegalArgumentException().isThrownBy(response::toJson)
			.withMessageContaining("The response with id 1 cannot be written as JSON");
	}

	@Test
	void builtResultsAreConverted() {
		JsonRpcResponse response = JsonRpcResponse.success(1, Map.of("n", new BigDecimal("1.10")));
		assertThat(response.result()).hasToString("{\"n\":1.10}");
		assertThat(response.resultAs(Price.class)).isEqualTo(new Price(new BigDecimal("1.10")));
		assertThat(response.raw()).hasToString("{\"jsonrpc\":\"2.0\",\"result\":{\"n\":1.10},\"id\":1}");
	}

	@Test
	void row35ResultsAreConvertedExactly() {
		assertThat(read("1.10").resultAs(BigDecimal.class)).isEqualTo(new BigDecimal("1.10"));
		assertThat(read("9007199254740993").resultAs(Long.class)).isEqualTo(9007199254740993L);
		assertThat(read("12345678901234567890").resultAs(BigInteger.class)).isEqualTo("12345678901234567890");
		assertThat(read("0.1").resultAs(JsonNode.class)).hasToString("0.1");
		assertThat(read("{\"n\":0.10}").resultAs(Price.class)).isEqualTo(new Price(new BigDecimal("0.10")));
		assertThat(read("[1.10]").resultAs(Object.class)).isEqualTo(List.of(new BigDecimal("1.10")));
		assertThat(read("1e2").result().decimalValue()).isEqualTo(new BigDecimal("1E+2"));
	}

	@Test
	void resultsAreConvertedToGenericTypes() {
		JsonRpcResponse response = read("[1,2]");
		assertThat(response.resultAs(new TypeReference<List<Long>>() {
		})).containsExactly(1L, 2L);
		JavaType type = JsonMapper.shared().getTypeFactory().constructCollectionType(List.class, String.class);
		assertThat(response.<List<String>>resultAs(type)).containsExactly("1", "2");
	}

	@Test
	void row59WhenAResultDoesNotFitThenTheConversionFails() {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read("\"text\"").resultAs(Price.class));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read("1e99999999999").result());
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> read("1e99999999999").resultAs(BigDecimal.class));
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> read("{\"n\":1e99999999999}").resultAs(Price.class));
	}

	@Test
	void whenThereIsAnErrorThenThereIsNoResultToConvert() {
		JsonRpcResponse response = (JsonRpcResponse) JsonRpcCodec.create()
			.readResponse("{\"result\":5,\"error\":{\"code\":7,\"message\":\"m\",\"data\":\"secret\"},\"id\":1}");
		assertThatIllegalStateException().isThrownBy(() -> response.resultAs(Integer.class))
			.withMessage("an error response has no result: error 7 'm'");
	}

	@Test
	void aMissingResponseIsAnErrorThatSaysWhy() {
		JsonRpcRequest request = JsonRpcRequest.of("a").id(1).build();
		JsonRpcResponse missing = JsonRpcResponse.missing(request, "not answered");
		assertThat(missing.isError()).isTrue();
		assertThat(missing.error().hasCode()).isFalse();
		assertThat(missing.error().message()).isEqualTo("not answered");
		assertThat(missing.violation().rule()).isEqualTo("no response");
		assertThat(missing.request()).isSameAs(request);
		assertThat(missing.id()).isEqualTo(JsonRpcId.of(1));
		assertThat(missing.raw())
			.hasToString("{\"jsonrpc\":\"2.0\",\"error\":{\"message\":\"not answered\"},\"id\":1}");
	}

	@Test
	void linkedResponsesAreCopies() {
		JsonRpcResponse response = read("1");
		JsonRpcRequest request = JsonRpcRequest.of("a").id(1).build();
		JsonRpcResponse linked = response.withRequest(request);
		assertThat(response.request()).isNull();
		assertThat(linked.request()).isSameAs(request);
		assertThat(linked.raw()).isEqualTo(response.raw());
		assertThat(linked.version(JsonRpcVersion.V1_0).request()).isSameAs(request);
	}

	@Test
	void aResponseThatWasReadIsWrittenCompactly() {
		assertThat(read(" { \"a\" : [ 1.10 , true,\n null, \"\\u00e9\" ] } ").toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":{\"a\":[1.10,true,null,\"é\"]},\"id\":1}");
	}

	private static JsonRpcResponse read(String result) {
		return (JsonRpcResponse) JsonRpcCodec.create()
			.readResponse("{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":1}");
	}

	record Price(BigDecimal n) {
	}

}
