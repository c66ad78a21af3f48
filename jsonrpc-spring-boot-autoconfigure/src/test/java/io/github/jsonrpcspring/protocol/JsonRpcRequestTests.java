package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The rules of the specification that a request is built by.
 */
class JsonRpcRequestTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n" })
	void row57WhenMethodIsBlankThenItIsRefused(String method) {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcRequest.of(method).id(1).build())
			.withMessage("method must not be blank (JSON-RPC 2.0, section 4)");
	}

	@Test
	void row57WhenMethodIsReservedThenItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcRequest.of("rpc.discover").id(1).build())
			.withMessageContaining("'rpc.discover'")
			.withMessageContaining("reserved")
			.withMessageContaining("allowReserved()")
			.withMessageEndingWith("(JSON-RPC 2.0, section 4)");
	}

	@Test
	void row57WhenReservedMethodsAreAllowedThenItIsBuilt() {
		JsonRpcRequest request = JsonRpcRequest.of("rpc.discover").allowReserved().id(1).build();
		assertThat(request.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"rpc.discover\",\"id\":1}");
		assertThat(request.mutate().id(2).build().id()).isEqualTo(JsonRpcId.of(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rpcx", "rpc", "RPC.x", "my.rpc.x" })
	void whenMethodOnlyResemblesReservedOnesThenItIsBuilt(String method) {
		assertThat(JsonRpcRequest.of(method).id(1).build().method()).isEqualTo(method);
	}

	@Test
	void row21WhenVersion1HasNamedParametersThenTheyAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JsonRpcRequest.of("add").version(JsonRpcVersion.V1_0).param("a", 1).id(1).build())
			.withMessage("params must be an array: version 1.0 has no named parameters (JSON-RPC 1.0, section 1.1)");
	}

	@Test
	void row21WhenDefaultVersionIs1ThenNamedParametersAreRefused() {
		JsonRpcRequest request = JsonRpcRequest.of("add").param("a", 1).id(1).build();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> request.mutate().defaultVersion(JsonRpcVersion.V1_0).build())
			.withMessageContaining("JSON-RPC 1.0, section 1.1");
	}

	@Test
	void row21WhenVersion1HasPositionalAndNamedParametersThenTheObjectIsLast() {
		JsonRpcRequest request = JsonRpcRequest.of("find")
			.version(JsonRpcVersion.V1_0)
			.params(42)
			.param("name", "Foo")
			.id(1)
			.build();
		assertThat(request.toJson()).isEqualTo("{\"method\":\"find\",\"params\":[42,{\"name\":\"Foo\"}],\"id\":1}");
	}

	@Test
	void row21WhenVersion1HasNoParametersThenAnEmptyArrayIsWritten() {
		JsonRpcRequest request = JsonRpcRequest.of("ping").version(JsonRpcVersion.V1_0).id(1).build();
		assertThat(request.hasParams()).isFalse();
		assertThat(request.toJson()).isEqualTo("{\"method\":\"ping\",\"params\":[],\"id\":1}");
	}

	@Test
	void row22NotificationsOfVersion1HaveANullIdAndThoseOfVersion2None() {
		JsonRpcRequest.Builder builder = JsonRpcRequest.of("log").notification();
		assertThat(builder.build().toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"log\"}");
		assertThat(builder.version(JsonRpcVersion.V1_0).build().toJson())
			.isEqualTo("{\"method\":\"log\",\"params\":[],\"id\":null}");
	}

	@ParameterizedTest
	@EnumSource
	void whenThereIsNoIdThenTheRequestCannotBeWritten(JsonRpcVersion version) {
		JsonRpcRequest request = JsonRpcRequest.of("add").params("secret").version(version).build();
		assertThat(request.id()).isNull();
		assertThat(request.isNotification()).isFalse();
		assertThatIllegalStateException().isThrownBy(request::toJson)
			.withMessageContaining("'add'")
			.withMessageContaining("id(…)")
			.withMessageContaining("notification()")
			.withMessageNotContaining("secret");
		assertThat(request.withId(JsonRpcId.of("a")).toJson()).endsWith("\"id\":\"a\"}");
	}

	@ParameterizedTest
	@EnumSource
	void whenANotificationHasAnIdThenItIsRefused(JsonRpcVersion version) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JsonRpcRequest.of("log").notification().id(1).version(version).build())
			.withMessage("a notification must not have an id (JSON-RPC 2.0, section 4.1)");
	}

	@Test
	void whenVersion1HasANullIdThenItIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JsonRpcRequest.of("log").version(JsonRpcVersion.V1_0).id(JsonRpcId.NULL).build())
			.withMessageContaining("id must not be null")
			.withMessageContaining("use notification()")
			.withMessageEndingWith("(JSON-RPC 1.0, section 1.3)");
	}

	@Test
	void whenVersion2HasANullIdThenItIsWritten() {
		JsonRpcRequest request = JsonRpcRequest.of("log").id(JsonRpcId.NULL).build();
		assertThat(request.isNotification()).isFalse();
		assertThat(request.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"log\",\"id\":null}");
	}

	@Test
	void whenIdIsFractionalThenItIsRefused() {
		JsonRpcId id = JsonRpcId.of(DecimalNode.valueOf(new BigDecimal("1.5")));
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcRequest.of("add").id(id).build())
			.withMessage("id must not be a fractional number (JSON-RPC 2.0, section 4)");
	}

	@Test
	void whenIdIsNeitherTextNorNumberThenItIsRefused() {
		for (JsonRpcId id : List.of(JsonRpcId.of(BooleanNode.TRUE), JsonRpcId.of(JsonNodeFactory.instance.arrayNode()),
				JsonRpcId.of(JsonNodeFactory.instance.objectNode()))) {
			assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcRequest.of("add").id(id).build())
				.withMessage("id must be a string, a number or null (JSON-RPC 2.0, section 4)");
		}
	}

	@Test
	void row18WhenIdIsLargerThan53BitsThenItIsWrittenExactly() {
		assertThat(JsonRpcRequest.of("a").id(Long.MAX_VALUE).build().toJson()).endsWith("\"id\":9223372036854775807}");
		BigInteger huge = BigInteger.ONE.shiftLeft(100);
		assertThat(JsonRpcRequest.of("a").id(JsonRpcId.of(huge)).build().toJson()).endsWith("\"id\":" + huge + "}");
	}

	@Test
	void row70FurtherMembersAreWrittenLast() {
		JsonRpcRequest request = JsonRpcRequest.of("login")
			.member("auth", "token")
			.member("client", Map.of("n", 1))
			.params(1)
			.id(1)
			.build();
		assertThat(request.toJson()).isEqualTo(
				"{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":[1],\"id\":1,\"auth\":\"token\",\"client\":{\"n\":1}}");
		assertThat(request.members()).containsOnlyKeys("auth", "client");
	}

	@Test
	void row70WhenAFurtherMemberIsNullThenItIsRemoved() {
		JsonRpcRequest request = JsonRpcRequest.of("login").member("auth", "token").id(1).build();
		JsonRpcRequest without = request.mutate().member("auth", null).build();
		assertThat(without.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"id\":1}");
		assertThat(request.members()).containsEntry("auth", "token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jsonrpc", "method", "params", "id" })
	void row70WhenAFurtherMemberHasAReservedNameThenItIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcRequest.of("login").member(name, 1))
			.withMessageContaining("'" + name + "'");
	}

	@Test
	void row44WhenBatchIsEmptyThenItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(JsonRpcBatchRequest::of)
			.withMessage("a batch must hold at least one request (JSON-RPC 2.0, section 6)");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcBatchRequest.of(List.of()))
			.withMessageContaining("section 6");
	}

	@Test
	void builtRequestDoesNotChangeWithItsBuilder() {
		JsonRpcRequest.Builder builder = JsonRpcRequest.of("a").params(1).member("m", 1).id(1);
		JsonRpcRequest request = builder.build();
		builder.params(2).member("m", 2).id(2).version(JsonRpcVersion.V1_0);
		assertThat(request.toJson())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[1],\"id\":1,\"m\":1}");
	}

	@Test
	void viewsOfARequestCannotBeChanged() {
		JsonRpcRequest request = JsonRpcRequest.of("a").params(1).member("m", 1).id(1).build();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> request.positionalParams().add(2));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> request.members().put("x", 2));
		JsonRpcRequest named = JsonRpcRequest.of("a").param("n", 1).build();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> named.namedParams().put("x", 2));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> JsonRpcBatchRequest.of(request).requests().add(request));
	}

	@Test
	void versionIs2WhenNoneWasNamed() {
		assertThat(JsonRpcRequest.of("a").build().version()).isEqualTo(JsonRpcVersion.V2_0);
		JsonRpcRequest.Builder builder = JsonRpcRequest.of("a").defaultVersion(JsonRpcVersion.V1_0);
		assertThat(builder.build().version()).isEqualTo(JsonRpcVersion.V1_0);
		assertThat(builder.version(JsonRpcVersion.V2_0).build().version()).isEqualTo(JsonRpcVersion.V2_0);
	}

	@Test
	void versionIsFoundByItsText() {
		assertThat(List.of("1", "1.0", " 1.0 ")).allMatch((text) -> JsonRpcVersion.of(text) == JsonRpcVersion.V1_0);
		assertThat(List.of("2", "2.0")).allMatch((text) -> JsonRpcVersion.of(text) == JsonRpcVersion.V2_0);
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcVersion.of("3.0"))
			.withMessage("JSON-RPC version must be \"1.0\" or \"2.0\": '3.0'");
	}

}
