package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what a call does differently from its client, on every way to call.
 */
class CallOptionsTests {

	private static final JsonRpcCallOptions OPTIONS = JsonRpcCallOptions.builder()
		.header("x-tenant", "call")
		.header(HttpHeaders.AUTHORIZATION, "Bearer call")
		.headers((headers) -> headers.add("X-More", "1"))
		.attribute("user", "me")
		.member("token", "call")
		.build();

	private final StubTransport server = StubTransport.server(JsonRpcRequest::method);

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server)
		.defaultHeader("X-Tenant", "client")
		.defaultHeader("X-Kept", "a", "b")
		.basicAuth("user", "pass")
		.member("token", "client")
		.build();

	static Stream<Named<BiConsumer<JsonRpcTemplate, JsonRpcCallOptions>>> ways() {
		JsonRpcRequest request = JsonRpcRequest.of("m").build();
		return Stream.of(Named.of("method", (rpc, options) -> rpc.method("m").options(options).retrieve(String.class)),
				Named.of("notification", (rpc, options) -> rpc.method("m").options(options).sendNotification()),
				Named.of("send", (rpc, options) -> rpc.send(request, options)),
				Named.of("send list", (rpc, options) -> rpc.send(List.of(request), options)),
				Named.of("send batch", (rpc, options) -> rpc.send(JsonRpcBatchRequest.of(request), options)),
				Named.of("sendJson", (rpc, options) -> rpc.sendJson(request.withId(JsonRpcId.of(1)).toJson(), options)),
				Named.of("sendJson batch",
						(rpc, options) -> rpc.sendJson("[" + request.withId(JsonRpcId.of(1)).toJson() + "]", options)),
				Named.of("batch", (rpc, options) -> {
					JsonRpcBatch batch = rpc.batch();
					batch.add("m", String.class);
					batch.execute(options);
				}), Named.of("single batch", (rpc, options) -> {
					JsonRpcBatch batch = rpc.mutate().batch(false, 1).build().batch();
					batch.add("m", String.class);
					batch.execute(options);
				}),
				Named.of("reactive method",
						(rpc, options) -> rpc.reactive().method("m").options(options).retrieve(String.class).block()),
				Named.of("reactive notification",
						(rpc, options) -> rpc.reactive().method("m").options(options).sendNotification().block()),
				Named.of("reactive send", (rpc, options) -> rpc.reactive().send(request, options).block()),
				Named.of("reactive send list",
						(rpc, options) -> rpc.reactive().send(List.of(request), options).block()),
				Named.of("reactive sendJson", (rpc,
						options) -> rpc.reactive().sendJson(request.withId(JsonRpcId.of(1)).toJson(), options).block()),
				Named.of("reactive batch", (rpc, options) -> {
					ReactiveJsonRpcBatch batch = rpc.reactive().batch();
					batch.add("m", String.class);
					batch.execute(options).block();
				}));
	}

	@ParameterizedTest
	@MethodSource("ways")
	void headersReplaceThoseOfTheClient(BiConsumer<JsonRpcTemplate, JsonRpcCallOptions> way) {
		way.accept(this.rpc, OPTIONS);
		HttpHeaders headers = this.server.request().headers();
		assertThat(headers.get("X-Tenant")).containsExactly("call");
		assertThat(headers.get("X-More")).containsExactly("1");
		assertThat(headers.get("X-Kept")).containsExactly("a", "b");
		assertThat(headers.get("Content-Type")).containsExactly("application/json");
	}

	@ParameterizedTest
	@MethodSource("ways")
	void authorizationReplacesThatOfTheClient(BiConsumer<JsonRpcTemplate, JsonRpcCallOptions> way) {
		way.accept(this.rpc, OPTIONS);
		assertThat(this.server.request().headers().get("Authorization")).containsExactly("Bearer call");
		way.accept(this.rpc, JsonRpcCallOptions.NONE);
		assertThat(this.server.request().headers().get("Authorization")).containsExactly("Basic dXNlcjpwYXNz");
	}

	@ParameterizedTest
	@MethodSource("ways")
	void attributesReachTheTransport(BiConsumer<JsonRpcTemplate, JsonRpcCallOptions> way) {
		way.accept(this.rpc, OPTIONS);
		assertThat(this.server.request().attributes()).containsEntry("user", "me");
	}

	@ParameterizedTest
	@MethodSource("ways")
	void membersReplaceThoseOfTheClient(BiConsumer<JsonRpcTemplate, JsonRpcCallOptions> way) {
		way.accept(this.rpc, OPTIONS);
		assertThat(this.server.sent()).singleElement()
			.asString()
			.contains("\"token\":\"call\"")
			.doesNotContain("client");
	}

	@ParameterizedTest
	@MethodSource("ways")
	void memberThatIsNullRemovesThatOfTheClient(BiConsumer<JsonRpcTemplate, JsonRpcCallOptions> way) {
		way.accept(this.rpc, JsonRpcCallOptions.builder().member("token", null).build());
		way.accept(this.rpc, JsonRpcCallOptions.NONE);
		assertThat(this.server.sent().get(0)).doesNotContain("token");
		assertThat(this.server.sent().get(1)).contains("\"token\":\"client\"");
	}

	@ParameterizedTest
	@MethodSource("ways")
	void timeoutReplacesThatOfTheClient(BiConsumer<JsonRpcTemplate, JsonRpcCallOptions> way) {
		JsonRpcTemplate silent = JsonRpcTemplate.builder(StubTransport.silent()).build();
		assertThatExceptionOfType(JsonRpcTimeoutException.class)
			.isThrownBy(() -> way.accept(silent, JsonRpcCallOptions.builder().timeout(Duration.ofMillis(5)).build()))
			.withMessageContaining("no answer within 5 ms");
	}

	@ParameterizedTest
	@EnumSource
	void headerTimeoutAttributeAndMemberOfTheFluentForm(Style style) {
		style.retrieve(this.rpc,
				(call) -> call.header("X-Tenant", "a", "b")
					.headers((headers) -> headers.setBearerAuth("call"))
					.timeout(Duration.ofSeconds(5))
					.attribute("user", "me")
					.member("token", null)
					.member("auth", Map.of("key", 1)),
				String.class);
		JsonRpcTransportRequest request = this.server.request();
		assertThat(request.headers().get("X-Tenant")).containsExactly("a", "b");
		assertThat(request.headers().get("Authorization")).containsExactly("Bearer call");
		assertThat(request.attributes()).containsEntry("user", "me");
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"auth\":{\"key\":1}}");
	}

	@ParameterizedTest
	@EnumSource
	void laterOptionsReplaceWhatWasSetBefore(Style style) {
		style.retrieve(this.rpc,
				(call) -> call.header("X-Tenant", "first")
					.id(1)
					.options(JsonRpcCallOptions.builder().header("X-Tenant", "second").id(2).build())
					.options(JsonRpcCallOptions.NONE),
				String.class);
		assertThat(this.server.request().headers().get("X-Tenant")).containsExactly("second");
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":2,\"token\":\"client\"}");
	}

	@ParameterizedTest
	@EnumSource
	void membersOfARequestReplaceThoseOfTheClient(Style style) {
		style.send(this.rpc, JsonRpcRequest.of("m").member("token", "request").build());
		style.send(this.rpc, JsonRpcRequest.of("m").member("token", null).build());
		style.send(this.rpc, JsonRpcRequest.of("m").member("token", "request").build(), OPTIONS);
		assertThat(this.server.sent()).containsExactly(
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"token\":\"request\"}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":2}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":3,\"token\":\"call\"}");
	}

	@Test
	void membersOfABatchEntryAreItsOwn() {
		JsonRpcBatch batch = this.rpc.batch();
		batch.method("a").member("token", null).add(String.class);
		batch.method("b").member("more", 1).addNotification();
		batch.execute();
		assertThat(this.server.sent()).containsExactly("[{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1},"
				+ "{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"more\":1,\"token\":\"client\"}]");
	}

	@ParameterizedTest
	@EnumSource
	void membersOfTheSpecificationAreNeverOverridden(Style style) {
		for (String name : List.of("jsonrpc", "method", "params", "id")) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> style.retrieve(this.rpc, (call) -> call.member(name, "x"), String.class))
				.withMessageContaining("'" + name + "'");
			assertThatIllegalArgumentException()
				.isThrownBy(() -> style.send(this.rpc, JsonRpcRequest.of("m").build(),
						JsonRpcCallOptions.builder().member(name, "x").build()))
				.withMessageContaining("'" + name + "'");
			assertThatIllegalArgumentException().isThrownBy(() -> this.rpc.mutate().member(name, "x"))
				.withMessageContaining("'" + name + "'");
		}
		assertThat(this.server.sent()).isEmpty();
	}

	@Test
	void optionsAreImmutableAndHideWhatTheyHold() {
		JsonRpcCallOptions options = JsonRpcCallOptions.builder()
			.header("X-Key", "secret1")
			.attribute("attribute", "secret2")
			.member("member", "secret3")
			.timeout(Duration.ofSeconds(3))
			.id("an-id")
			.build();
		assertThat(options)
			.hasToString("headers [X-Key], timeout PT3S, maxResponseSize null, id \"an-id\", members [member], "
					+ "attributes [attribute]");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> options.headers().set("X-Key", "other"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> options.members().put("member", "other"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> options.attributes().put("attribute", "other"));
	}

	@Test
	void mutateStartsFromTheSameOptions() {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("a", null);
		JsonRpcCallOptions options = JsonRpcCallOptions.builder()
			.header("X-Key", "1")
			.member("a", null)
			.attribute("b", 2)
			.timeout(Duration.ZERO)
			.id(3)
			.build();
		JsonRpcCallOptions copy = options.mutate().header("X-Other", "4").build();
		assertThat(copy.headers().get("X-Key")).containsExactly("1");
		assertThat(copy.headers().get("X-Other")).containsExactly("4");
		assertThat(copy.members()).isEqualTo(members);
		assertThat(copy.attributes()).containsExactly(Map.entry("b", 2));
		assertThat(copy.timeout()).isEqualTo(Duration.ZERO);
		assertThat(copy.id()).isEqualTo(JsonRpcId.of(3));
		assertThat(options.headers().containsHeader("X-Other")).isFalse();
	}

}
