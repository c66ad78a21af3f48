package io.github.jsonrpcspring.protocol;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What messages are read from and written to: text, bytes, trees, encodings, limits.
 */
class JsonRpcCodecTests {

	private static final String REQUEST = "{\"jsonrpc\":\"2.0\",\"method\":\"grüße\",\"params\":[\"€\",\"😀\"],\"id\":1}";

	private static final String RESPONSE = "{\"jsonrpc\":\"2.0\",\"result\":{\"grüße\":[\"€\",\"😀\",1.10]},\"id\":1}";

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	@Test
	void requestsAreReadFromTextBytesAndTrees() {
		assertThat(this.codec.readRequest(REQUEST).toJson()).isEqualTo(REQUEST);
		assertThat(this.codec.readRequest(bytes(REQUEST)).toJson()).isEqualTo(REQUEST);
		assertThat(this.codec.readRequest(tree(REQUEST)).toJson()).isEqualTo(REQUEST);
	}

	@Test
	void responsesAreReadFromTextBytesAndTrees() {
		assertThat(this.codec.readResponse(RESPONSE).toJson()).isEqualTo(RESPONSE);
		assertThat(this.codec.readResponse(bytes(RESPONSE)).toJson()).isEqualTo(RESPONSE);
		assertThat(this.codec.readResponse(tree(RESPONSE)).toJson()).isEqualTo(RESPONSE);
	}

	@Test
	void messagesAreWrittenAsBytesTextAndTrees() {
		JsonRpcMessage request = this.codec.readRequest(REQUEST);
		assertThat(this.codec.write(request)).isEqualTo(bytes(REQUEST));
		assertThat(request.toTree()).isEqualTo(tree(REQUEST));
		JsonRpcMessage response = this.codec.readResponse(RESPONSE);
		assertThat(this.codec.write(response)).isEqualTo(bytes(RESPONSE));
		assertThat(response.toTree()).isEqualTo(tree(RESPONSE));
	}

	@Test
	void whenATreeIsMissingThenItIsNoMessage() {
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> this.codec.readRequest(MissingNode.getInstance()));
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> this.codec.readResponse(MissingNode.getInstance()));
	}

	@Test
	void whenATreeIsTooDeepThenItIsNoMessage() {
		ArrayNode tree = JsonNodeFactory.instance.arrayNode();
		for (int i = 0; i < 2000; i++) {
			tree = JsonNodeFactory.instance.arrayNode().add(tree);
		}
		JsonNode deep = tree;
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readResponse(deep))
			.withMessageContaining("cannot be written as JSON");
	}

	@Test
	void row30ByteOrderMarkIsSkipped() {
		JsonRpcResponse response = (JsonRpcResponse) this.codec.readResponse("\uFEFF" + RESPONSE);
		assertThat(response.result()).isEqualTo(tree(RESPONSE).get("result"));
		assertThat(response.raw()).isEqualTo(tree(RESPONSE));
		JsonRpcBatchResponse batch = (JsonRpcBatchResponse) this.codec.readResponse("\uFEFF [" + RESPONSE + "]");
		assertThat(batch.responses().get(0).raw()).isEqualTo(tree(RESPONSE));
	}

	@Test
	void row30SecondByteOrderMarkIsNoJson() {
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> this.codec.readResponse("\uFEFF\uFEFF" + RESPONSE))
			.withMessageStartingWith("not JSON in UTF-8")
			.satisfies((ex) -> assertThat(ex.isJson()).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE", "x-UTF-16LE-BOM",
			"X-UTF-32BE-BOM", "X-UTF-32LE-BOM" })
	void row61OtherEncodingsAreRefused(String charset) {
		byte[] bytes = RESPONSE.getBytes(Charset.forName(charset));
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readResponse(bytes))
			.withMessageStartingWith("not JSON in UTF-8")
			.satisfies((ex) -> assertThat(ex.isJson()).isFalse());
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readRequest(bytes));
	}

	@Test
	void malformedUtf8IsRefused() {
		byte[] bytes = "{\"result\":\"grüße\",\"id\":1}".getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readResponse(bytes))
			.withMessageStartingWith("not JSON");
	}

	@ParameterizedTest
	@CsvSource({ "C080", "C1A1", "E08080", "E09FBF", "EDA080", "EDBFBF", "EDA0BDEDB880", "F08080A2", "F08FBFBF",
			"F4908080", "F5808080", "F8888080", "C3", "E282", "F09F98", "80", "FF", "C328", "E28228", "F0288080" })
	void whatIsNoUtf8IsRefusedAtEveryLevel(String hex) {
		byte[] bytes = HexFormat.of()
			.parseHex(HexFormat.of()
				.formatHex("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"".getBytes(StandardCharsets.UTF_8)) + hex
					+ HexFormat.of().formatHex("\"}".getBytes(StandardCharsets.UTF_8)));
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			assertThatExceptionOfType(JsonRpcProtocolException.class)
				.isThrownBy(() -> this.codec.readResponse(bytes, JsonRpcVersion.V2_0, level))
				.withMessageStartingWith("not JSON in UTF-8")
				.satisfies((ex) -> assertThat(ex.isJson()).isFalse());
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\ud800\udc00", "\udbff\udfff" })
	void theEdgesOfUtf8AreRead(String text) {
		byte[] bytes = ("{\"result\":\"" + text + "\",\"id\":1}").getBytes(StandardCharsets.UTF_8);
		JsonRpcResponse response = (JsonRpcResponse) this.codec.readResponse(bytes);
		assertThat(response.resultAs(String.class)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(bytes = { 0, -1, 1, 31, 127, '{', '[', '"', '-' })
	void singleBytesAreNoJson(byte single) {
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> this.codec.readResponse(new byte[] { single }))
			.satisfies((ex) -> assertThat(ex.isJson()).isFalse());
	}

	@Test
	void tooDeepNestingIsRefused() {
		String deep = "[".repeat(100_000);
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> this.codec.readResponse("{\"result\":" + deep))
			.withMessageStartingWith("beyond a limit of the mapper");
		assertThatExceptionOfType(JsonRpcProtocolException.class).isThrownBy(() -> this.codec.readRequest(deep));
	}

	@Test
	void deepNestingWithinTheLimitIsReadAndWritten() {
		String result = "[".repeat(490) + "]".repeat(490);
		JsonRpcResponse response = (JsonRpcResponse) this.codec.readResponse("{\"result\":" + result + ",\"id\":1}");
		assertThat(response.result()).hasToString(result);
		assertThat(response.toJson()).contains(result);
	}

	@Test
	void tooLongNumbersAreRefused() {
		String number = "1".repeat(10_000);
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> this.codec.readResponse("{\"result\":" + number + ",\"id\":1}"))
			.withMessageStartingWith("beyond a limit of the mapper: Number value length")
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(500));
		assertThatExceptionOfType(JsonRpcProtocolException.class)
			.isThrownBy(() -> this.codec.readResponse("{\"result\":0." + number + ",\"id\":1}"));
	}

	@Test
	void row34LongTextsAreRead() {
		String text = "é€😀\\n".repeat(300_000);
		JsonRpcResponse response = (JsonRpcResponse) this.codec
			.readResponse("{\"result\":\"" + text + "\",\"id\":1,\"jsonrpc\":\"2.0\"}");
		assertThat(response.resultAs(String.class)).isEqualTo(text.replace("\\n", "\n"));
		assertThat(response.id()).isEqualTo(JsonRpcId.of(1));
	}

	@Test
	void namesWithEscapesAreThoseOfTheSpecification() {
		JsonRpcResponse response = (JsonRpcResponse) this.codec
			.readResponse("{\"\\u006asonrpc\":\"2.0\",\"\\u0072esult\":5,\"i\\u0064\":1}");
		assertThat(response.toJson()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}");
	}

	@Test
	void loneSurrogatesAreWrittenAsEscapes() {
		JsonRpcRequest request = JsonRpcRequest.of("a").params("\uD800").id(1).build();
		assertThat(request.toJson()).contains("[\"\\uD800\"]");
		assertThat(((JsonRpcRequest) this.codec.readRequest(this.codec.write(request))).positionalParams())
			.containsExactly("\uD800");
	}

	@Test
	void createReturnsTheSameCodec() {
		assertThat(JsonRpcCodec.create()).isSameAs(JsonRpcCodec.create());
	}

	private static JsonNode tree(String json) {
		return JsonRpcCodec.create().mapper().readTree(json);
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

}
