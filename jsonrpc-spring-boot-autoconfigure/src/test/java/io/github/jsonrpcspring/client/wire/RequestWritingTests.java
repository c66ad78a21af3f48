package io.github.jsonrpcspring.client.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcClientSettingsBuilder;
import io.github.jsonrpcspring.client.JsonRpcOperations.MethodSpec;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.RawRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is written, to the byte. Calls have the id 1.
 */
class RequestWritingTests {

	private WireServer server;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
		this.server.status("200 OK", "{\"result\":5,\"id\":1}");
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private JsonRpcTemplate client(Function<JsonRpcClientSettingsBuilder, JsonRpcClientSettingsBuilder> settings) {
		JsonRpcClientSettings made = settings.apply(JsonRpcClientSettings.builder("wire").url(this.server.url()))
			.build();
		return this.server.builder().settings(made).build();
	}

	private void assertSent(Function<MethodSpec, MethodSpec> call, String body) {
		assertSent(this.server.client(), call, body);
	}

	private void assertSent(JsonRpcTemplate client, Function<MethodSpec, MethodSpec> call, String body) {
		assertThat(call.apply(client.method("get").id(1)).retrieve(Integer.class)).isEqualTo(5);
		assertThat(this.server.lastRequest().text()).isEqualTo(Json.of(body));
	}

	private void assertRefused(ThrowingCallable call, String... words) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContainingAll(words);
		assertThat(this.server.bodies()).isEmpty();
	}

	@Test
	void row21ACallOf10WithoutParamsSendsAnEmptyArray() {
		assertSent(client((settings) -> settings.version(JsonRpcVersion.V1_0)), (call) -> call,
				"{'method':'get','params':[],'id':1}");
		assertSent(client((settings) -> settings.version(JsonRpcVersion.V1_0).sendEmptyParams(true)), (call) -> call,
				"{'method':'get','params':[],'id':1}");
	}

	@Test
	void row21NamedParamsOf10AreRefused() {
		JsonRpcTemplate client = client((settings) -> settings.version(JsonRpcVersion.V1_0));
		assertRefused(() -> client.method("get").param("name", "Foo").retrieve(Integer.class),
				"params must be an array", "JSON-RPC 1.0");
		assertRefused(() -> Await.value(client.reactive().method("get").param("name", "Foo").retrieve(Integer.class)),
				"params must be an array", "JSON-RPC 1.0");
	}

	@Test
	void row29TheContentTypeIsJson() {
		this.server.client().request("get", Integer.class);
		assertThat(this.server.lastRequest().headers("Content-Type")).containsExactly("application/json");
		assertThat(this.server.lastRequest().header("Accept")).startsWith("application/json");
	}

	@Test
	void row29TheContentTypeCanBeSet() {
		JsonRpcTemplate client = this.server.builder().defaultHeader("Content-Type", "application/json-rpc").build();
		client.request("get", Integer.class);
		assertThat(this.server.lastRequest().headers("Content-Type")).containsExactly("application/json-rpc");
		client.method("get").header("Content-Type", "text/plain").id(1).retrieve(Integer.class);
		assertThat(this.server.lastRequest().headers("Content-Type")).containsExactly("text/plain");
	}

	@Test
	void row56NoArguments() {
		assertSent((call) -> call, "{'jsonrpc':'2.0','method':'get','id':1}");
		assertSent((call) -> call.params(), "{'jsonrpc':'2.0','method':'get','id':1}");
	}

	@Test
	void row56OneListIsOneArgument() {
		assertSent((call) -> call.params(List.of(1, 2)), "{'jsonrpc':'2.0','method':'get','params':[[1,2]],'id':1}");
		assertSent((call) -> call.params(new int[] { 1, 2 }),
				"{'jsonrpc':'2.0','method':'get','params':[[1,2]],'id':1}");
	}

	@Test
	void row56OneMapIsOneArgument() {
		assertSent((call) -> call.params(Map.of("name", "Foo")),
				"{'jsonrpc':'2.0','method':'get','params':[{'name':'Foo'}],'id':1}");
	}

	@Test
	void row56NullIsOneArgument() {
		assertSent((call) -> call.params((Object[]) null), "{'jsonrpc':'2.0','method':'get','params':[null],'id':1}");
		assertSent((call) -> call.params((Object) null), "{'jsonrpc':'2.0','method':'get','params':[null],'id':1}");
	}

	@Test
	void row56AnArrayOfObjectIsTheParameterList() {
		assertSent((call) -> call.params(new Object[] { 1, "a" }),
				"{'jsonrpc':'2.0','method':'get','params':[1,'a'],'id':1}");
		assertSent((call) -> call.params((Object) new String[] { "a", "b" }),
				"{'jsonrpc':'2.0','method':'get','params':[['a','b']],'id':1}");
	}

	@Test
	void row57ABlankMethodIsRefused() {
		assertRefused(() -> this.server.client().request(" ", Integer.class), "method must not be blank",
				"JSON-RPC 2.0, section 4");
		assertRefused(() -> Await.value(this.server.client().reactive().request("", Integer.class)),
				"method must not be blank");
		assertRefused(() -> this.server.client().batch().add("", Integer.class), "method must not be blank");
	}

	@Test
	void row57AReservedMethodIsRefused() {
		assertRefused(() -> this.server.client().request("rpc.discover", Map.class), "rpc.discover", "allowReserved");
		assertRefused(() -> this.server.client().batch().notify("rpc.off"), "rpc.off", "allowReserved");
	}

	@Test
	void row57AReservedMethodIsSentWhenAllowed() {
		this.server.client().send(JsonRpcRequest.of("rpc.discover").allowReserved().build());
		assertThat(this.server.lastRequest().text()).contains("rpc.discover");
	}

	@Test
	void row57ParamsThatAreNeitherArrayNorObjectAreRefused() {
		assertRefused(() -> this.server.client().method("get").namedParams("text").retrieve(Integer.class),
				"params must be an array or an object", "JSON-RPC 2.0, section 4.2");
		assertRefused(
				() -> this.server.client().sendJson(Json.of("{'jsonrpc':'2.0','method':'get','params':7,'id':1}")),
				"params");
	}

	@Test
	void row58ANamedArgumentThatIsNullIsSent() {
		assertSent((call) -> call.param("name", null).param("age", 5),
				"{'jsonrpc':'2.0','method':'get','params':{'name':null,'age':5},'id':1}");
	}

	@Test
	void row58ANamedArgumentThatIsNullCanBeOmitted() {
		JsonRpcTemplate client = client((settings) -> settings.omitNullParams(true));
		assertSent(client, (call) -> call.param("name", null).param("age", 5),
				"{'jsonrpc':'2.0','method':'get','params':{'age':5},'id':1}");
		assertSent(client, (call) -> call.namedParams(new Filter(null, 5)),
				"{'jsonrpc':'2.0','method':'get','params':{'age':5},'id':1}");
		assertSent(client, (call) -> call.params(Arrays.asList(1, null), null),
				"{'jsonrpc':'2.0','method':'get','params':[[1,null],null],'id':1}");
	}

	@Test
	void row63AMessageHasALengthAndNoOffers() {
		JsonRpcTemplate client = this.server.client();
		client.request("get", Integer.class);
		assertPlainFraming();
		client.notify("log", "x".repeat(100_000));
		assertPlainFraming();
		client.batch().notify("log").execute();
		assertPlainFraming();
	}

	private void assertPlainFraming() {
		RawRequest request = this.server.lastRequest();
		assertThat(request.line()).startsWith("POST /p4th?key=qu3ry HTTP/1.1");
		assertThat(request.headers("Content-Length")).containsExactly(String.valueOf(request.body().length));
		assertThat(request.head()).doesNotContainIgnoringCase("Transfer-Encoding:", "Expect:", "Upgrade:",
				"HTTP2-Settings:", "Connection: close");
	}

	@Test
	void row69EmptyParamsCanBeSent() {
		JsonRpcTemplate client = client((settings) -> settings.sendEmptyParams(true));
		assertSent(client, (call) -> call, "{'jsonrpc':'2.0','method':'get','params':[],'id':1}");
		assertSent(client, (call) -> call.params(), "{'jsonrpc':'2.0','method':'get','params':[],'id':1}");
		assertSent(client, (call) -> call.namedParams(Map.of()), "{'jsonrpc':'2.0','method':'get','params':{},'id':1}");
		client.notify("log");
		assertThat(this.server.lastRequest().text()).isEqualTo(Json.of("{'jsonrpc':'2.0','method':'log','params':[]}"));
	}

	@Test
	void row69EmptyParamsAreOmittedOtherwise() {
		assertSent((call) -> call.namedParams(Map.of()), "{'jsonrpc':'2.0','method':'get','id':1}");
	}

	@Test
	void row70FurtherMembersOfTheClient() {
		JsonRpcTemplate client = this.server.builder().member("auth", "t0ken").build();
		assertSent(client, (call) -> call.params(1),
				"{'jsonrpc':'2.0','method':'get','params':[1],'id':1,'auth':'t0ken'}");
		client.notify("log");
		assertThat(this.server.lastRequest().text())
			.isEqualTo(Json.of("{'jsonrpc':'2.0','method':'log','auth':'t0ken'}"));
		client.batch().notify("log").execute();
		assertThat(this.server.lastRequest().text())
			.isEqualTo(Json.of("[{'jsonrpc':'2.0','method':'log','auth':'t0ken'}]"));
	}

	@Test
	void row70FurtherMembersOfACall() {
		JsonRpcTemplate client = this.server.builder().member("auth", "t0ken").build();
		assertSent(client, (call) -> call.member("auth", "other").member("tenant", 7),
				"{'jsonrpc':'2.0','method':'get','id':1,'auth':'other','tenant':7}");
		assertSent(client, (call) -> call.member("auth", null), "{'jsonrpc':'2.0','method':'get','id':1}");
	}

	@Test
	void row70FurtherMembersNeverReplaceThoseOfTheSpecification() {
		for (String name : List.of("jsonrpc", "method", "params", "id")) {
			assertRefused(() -> this.server.client().method("get").member(name, "x"), "'" + name + "'");
			assertRefused(() -> this.server.builder().member(name, "x"), "'" + name + "'");
		}
	}

	@Test
	void row77TheBodyIsUtf8WhateverTheContentType() {
		for (String type : List.of("application/json", "application/json-rpc", "text/plain;charset=ISO-8859-1")) {
			JsonRpcTemplate client = this.server.builder().defaultHeader("Content-Type", type).build();
			client.method("get").id(1).params("Grüße, 世界 🌍").retrieve(Integer.class);
			assertThat(this.server.lastRequest().body())
				.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"get\",\"params\":[\"Grüße, 世界 🌍\"],\"id\":1}"
					.getBytes(StandardCharsets.UTF_8));
		}
	}

	record Filter(String name, Integer age) {
	}

}
