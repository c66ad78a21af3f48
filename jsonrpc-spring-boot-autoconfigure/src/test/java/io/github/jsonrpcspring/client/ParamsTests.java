package io.github.jsonrpcspring.client;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what becomes of parameters: the variable ones of the contract, named ones,
 * and the settings about empty and null ones.
 */
class ParamsTests {

	private final StubTransport server = StubTransport.server(JsonRpcRequest::method);

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).build();

	@ParameterizedTest
	@EnumSource
	void noParamsAreLeftOut(Style style) {
		style.request(this.rpc, "m", String.class);
		assertSent("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}");
	}

	@ParameterizedTest
	@EnumSource
	void nullParamsAreTheParameterNull(Style style) {
		style.request(this.rpc, "m", String.class, (Object[]) null);
		assertParams("[null]");
	}

	@ParameterizedTest
	@EnumSource
	void oneParameterNull(Style style) {
		style.request(this.rpc, "m", String.class, (Object) null);
		assertParams("[null]");
	}

	@ParameterizedTest
	@EnumSource
	void severalParamsKeepTheirOrder(Style style) {
		style.request(this.rpc, "m", String.class, 1, "two", 3.5, null, true);
		assertParams("[1,\"two\",3.5,null,true]");
	}

	@ParameterizedTest
	@EnumSource
	void objectArrayIsTheParameterList(Style style) {
		style.request(this.rpc, "m", String.class, new Object[] { 1, "two" });
		assertParams("[1,\"two\"]");
	}

	@ParameterizedTest
	@EnumSource
	void stringArrayIsOneParameter(Style style) {
		style.request(this.rpc, "m", String.class, (Object[]) new String[] { "a", "b" });
		assertParams("[[\"a\",\"b\"]]");
	}

	@ParameterizedTest
	@EnumSource
	void emptyStringArrayIsOneParameter(Style style) {
		style.request(this.rpc, "m", String.class, (Object[]) new String[0]);
		assertParams("[[]]");
	}

	@ParameterizedTest
	@EnumSource
	void primitiveArrayIsOneParameter(Style style) {
		style.request(this.rpc, "m", String.class, new int[] { 1, 2 });
		assertParams("[[1,2]]");
	}

	@ParameterizedTest
	@EnumSource
	void collectionIsOneParameter(Style style) {
		style.request(this.rpc, "m", String.class, List.of(1, 2));
		assertParams("[[1,2]]");
	}

	@ParameterizedTest
	@EnumSource
	void mapIsOneParameter(Style style) {
		style.request(this.rpc, "m", String.class, Map.of("name", "Foo"));
		assertParams("[{\"name\":\"Foo\"}]");
	}

	@ParameterizedTest
	@EnumSource
	void mapBehindOthersIsTheLastParameter(Style style) {
		style.request(this.rpc, "m", String.class, 42, Map.of("name", "Foo"));
		assertParams("[42,{\"name\":\"Foo\"}]");
	}

	@ParameterizedTest
	@EnumSource
	void nestedObjectArrayIsOneParameterOfSeveral(Style style) {
		style.request(this.rpc, "m", String.class, 1, new Object[] { 2, 3 });
		assertParams("[1,[2,3]]");
	}

	@ParameterizedTest
	@EnumSource
	void theRulesHoldForCallsNotificationsAndBatches(Style style) {
		style.call(this.rpc, "m", (Object[]) new String[] { "a" });
		style.notify(this.rpc, "m", (Object[]) null);
		Style.Batch batch = style.batch(this.rpc);
		batch.add("m", String.class, (Object) new int[] { 1 });
		batch.notify("m", List.of());
		batch.execute();
		assertThat(this.server.sent()).containsExactly(
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[[\"a\"]],\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[null]}",
				"[{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[[1]],\"id\":2},"
						+ "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[[]]}]");
	}

	@ParameterizedTest
	@EnumSource
	void numbersKeepTheirExactValue(Style style) {
		style.request(this.rpc, "m", String.class, new BigDecimal("0.10"), 9007199254740993L);
		assertParams("[0.10,9007199254740993]");
	}

	@ParameterizedTest
	@EnumSource
	void namedParamsKeepTheirOrder(Style style) {
		Map<String, Object> params = new LinkedHashMap<>();
		params.put("z", 1);
		params.put("a", List.of(2));
		style.retrieve(this.rpc, (call) -> call.namedParams(params), String.class);
		assertParams("{\"z\":1,\"a\":[2]}");
	}

	@ParameterizedTest
	@EnumSource
	void propertiesOfABeanAreNamedParams(Style style) {
		style.retrieve(this.rpc, (call) -> call.namedParams(new Person("Foo", null)), String.class);
		assertParams("{\"name\":\"Foo\",\"age\":null}");
	}

	@ParameterizedTest
	@EnumSource
	void mapThatIsPassedAsABeanIsNamedParams(Style style) {
		Object map = Map.of("name", "Foo");
		style.retrieve(this.rpc, (call) -> call.namedParams(map), String.class);
		assertParams("{\"name\":\"Foo\"}");
	}

	@Test
	void treeThatIsPassedAsABeanIsNotChanged() {
		ObjectNode tree = JsonMapper.shared().createObjectNode().put("a", 1).putNull("b");
		with((settings) -> settings.omitNullParams(true)).method("m").namedParams(tree).retrieve(String.class);
		assertParams("{\"a\":1}");
		assertThat(tree.has("b")).isTrue();
	}

	@Test
	void keysOfAMapAreWrittenAsNames() {
		Object map = Map.of(1, "one");
		this.rpc.method("m").namedParams(map).retrieve(String.class);
		assertParams("{\"1\":\"one\"}");
	}

	@ParameterizedTest
	@EnumSource
	void singleNamedParamsAreMerged(Style style) {
		style.retrieve(this.rpc, (call) -> call.param("a", 1).namedParams(Map.of("b", 2)).param("a", 3), String.class);
		assertParams("{\"a\":3,\"b\":2}");
	}

	@ParameterizedTest
	@EnumSource
	void namedParamIsMergedIntoABean(Style style) {
		style.retrieve(this.rpc, (call) -> call.param("age", 7).namedParams(new Person("Foo", null)).param("x", 1),
				String.class);
		assertParams("{\"name\":\"Foo\",\"age\":7,\"x\":1}");
	}

	@ParameterizedTest
	@EnumSource
	void namedParamsBesidePositionalOnesAreTheLastObject(Style style) {
		style.retrieve(this.rpc, (call) -> call.param("name", "Foo").params(42, 43), String.class);
		assertParams("[42,43,{\"name\":\"Foo\"}]");
	}

	@ParameterizedTest
	@EnumSource
	void whatIsNoJsonObjectIsRefusedAsNamedParams(Style style) {
		for (Object bean : new Object[] { "text", 1, List.of(1), new int[] { 1 }, Optional.of(1) }) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> style.retrieve(this.rpc, (call) -> call.namedParams(bean), String.class))
				.withMessageContaining("params must be an array or an object (JSON-RPC 2.0, section 4.2)")
				.withMessageContaining(bean.getClass().getName());
		}
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void parameterThatCannotBeWrittenIsRefusedBeforeSending(Style style) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> style.request(this.rpc, "m", String.class, new Unwritable()))
			.withMessageContaining("cannot be written as JSON");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> style.retrieve(this.rpc, (call) -> call.namedParams(new Unwritable()), String.class))
			.withMessageContaining("cannot be written as JSON");
		assertThat(this.server.sent()).isEmpty();
	}

	@Test
	void parameterThatCannotBeWrittenIsRefusedWhereNullsAreOmitted() {
		JsonRpcTemplate omitting = with((settings) -> settings.omitNullParams(true));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> omitting.method("m").namedParams(new Unwritable()).retrieve(String.class))
			.withMessageContaining("cannot be written as JSON");
	}

	@ParameterizedTest
	@EnumSource
	void emptyNamedParamsAreLeftOut(Style style) {
		style.retrieve(this.rpc, (call) -> call.namedParams(Map.of()), String.class);
		assertSent("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}");
	}

	@Test
	void beanWithoutPropertiesIsLeftOut() {
		this.rpc.method("m").namedParams(new Nothing()).retrieve(String.class);
		assertSent("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}");
	}

	@ParameterizedTest
	@EnumSource
	void emptyParamsAreSentWhereTheClientSaysSo(Style style) {
		JsonRpcTemplate sending = with((settings) -> settings.sendEmptyParams(true));
		style.request(sending, "m", String.class);
		style.retrieve(sending, (call) -> call.namedParams(Map.of()), String.class);
		style.retrieve(sending, (call) -> call.namedParams(new Nothing()), String.class);
		style.send(sending, JsonRpcRequest.of("m").build());
		style.notify(sending, "m");
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[],\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":{},\"id\":2}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":{},\"id\":3}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[],\"id\":4}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[]}");
	}

	@ParameterizedTest
	@EnumSource
	void namedParamThatIsNullIsSent(Style style) {
		style.retrieve(this.rpc, (call) -> call.param("a", null).namedParams(Collections.singletonMap("b", null)),
				String.class);
		assertParams("{\"a\":null,\"b\":null}");
	}

	@ParameterizedTest
	@EnumSource
	void namedParamThatIsNullIsLeftOutWhereTheClientSaysSo(Style style) {
		JsonRpcTemplate omitting = with((settings) -> settings.omitNullParams(true));
		style.retrieve(omitting, (call) -> call.param("a", null).param("b", 1), String.class);
		style.retrieve(omitting, (call) -> call.namedParams(new Person("Foo", null)), String.class);
		style.retrieve(omitting, (call) -> call.namedParams(new Person(null, null)), String.class);
		style.retrieve(omitting, (call) -> call.namedParams(new Person(null, null)).param("x", 1), String.class);
		style.retrieve(omitting, (call) -> call.params(1, null), String.class);
		assertThat(this.server.sent()).containsExactly(
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":{\"b\":1},\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":{\"name\":\"Foo\"},\"id\":2}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":3}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":{\"x\":1},\"id\":4}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1,null],\"id\":5}");
	}

	@Test
	void version1AlwaysSendsParams() {
		StubTransport old = StubTransport.json("{\"result\":1,\"error\":null,\"id\":1}");
		JsonRpcTemplate.builder(old).version(JsonRpcVersion.V1_0).build().call("m");
		assertThat(old.sent()).containsExactly("{\"method\":\"m\",\"params\":[],\"id\":1}");
	}

	@ParameterizedTest
	@EnumSource
	void version1RefusesNamedParams(Style style) {
		JsonRpcTemplate old = this.rpc.mutate().version(JsonRpcVersion.V1_0).build();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> style.retrieve(old, (call) -> call.param("a", 1), String.class))
			.withMessageContaining("version 1.0 has no named parameters");
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void blankAndReservedMethodsAreRefused(Style style) {
		assertThatIllegalArgumentException().isThrownBy(() -> style.call(this.rpc, " "))
			.withMessageContaining("method must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> style.call(this.rpc, "rpc.discover"))
			.withMessageContaining("allowReserved()");
		assertThat(this.server.sent()).isEmpty();
	}

	private JsonRpcTemplate with(UnaryOperator<JsonRpcClientSettingsBuilder> settings) {
		return this.rpc.mutate().settings(settings.apply(JsonRpcClientSettings.builder("default")).build()).build();
	}

	private void assertParams(String params) {
		assertSent("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":" + params + ",\"id\":1}");
	}

	private void assertSent(String message) {
		assertThat(this.server.sent()).isEqualTo(Arrays.asList(message));
	}

	record Person(@Nullable String name, @Nullable Integer age) {
	}

	record Nothing() {
	}

	static final class Unwritable {

		private final List<String> values = List.of();

		public String getValue() {
			return this.values.get(0);
		}

	}

}
