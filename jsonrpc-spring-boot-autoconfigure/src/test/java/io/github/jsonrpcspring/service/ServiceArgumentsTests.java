package io.github.jsonrpcspring.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent for the arguments of a method.
 */
class ServiceArgumentsTests {

	private final StubTransport transport = StubTransport.server((request) -> null);

	private final Positional positional = Clients.create(this.transport, Positional.class);

	private final Named named = Clients.create(this.transport, Named.class);

	@Test
	void argumentsArePositionalByDefault() {
		this.positional.two(2, "x");
		assertSent("{'jsonrpc':'2.0','method':'two','params':[2,'x'],'id':1}");
	}

	@Test
	void withoutArgumentsThereAreNoParams() {
		this.positional.none();
		assertSent("{'jsonrpc':'2.0','method':'none','id':1}");
		this.named.none();
		assertSent("{'jsonrpc':'2.0','method':'none','id':1}");
	}

	@Test
	void emptyParamsAreSentWhereTheClientSaysSo() {
		Clients.create(this.transport, Positional.class, ServiceArgumentsTests::sendEmpty).none();
		assertSent("{'jsonrpc':'2.0','method':'none','params':[],'id':1}");
		Named client = Clients.create(this.transport, Named.class, ServiceArgumentsTests::sendEmpty);
		client.none();
		assertSent("{'jsonrpc':'2.0','method':'none','params':{},'id':1}");
		client.spread(null);
		assertSent("{'jsonrpc':'2.0','method':'spread','params':{},'id':2}");
	}

	private static void sendEmpty(JsonRpcTemplate.Builder builder) {
		builder.settings(JsonRpcClientSettings.builder("stub").sendEmptyParams(true).build());
	}

	@Test
	void aCollectionAMapAnArrayAndNullAreOneParameter() {
		this.positional.one(List.of(1, 2));
		assertSent("{'jsonrpc':'2.0','method':'one','params':[[1,2]],'id':1}");
		this.positional.one(Map.of("a", 1));
		assertSent("{'jsonrpc':'2.0','method':'one','params':[{'a':1}],'id':2}");
		this.positional.one(new Object[] { 1, 2 });
		assertSent("{'jsonrpc':'2.0','method':'one','params':[[1,2]],'id':3}");
		this.positional.one(null);
		assertSent("{'jsonrpc':'2.0','method':'one','params':[null],'id':4}");
		this.positional.array(new Object[] { 1, 2 });
		assertSent("{'jsonrpc':'2.0','method':'array','params':[[1,2]],'id':5}");
	}

	@Test
	void aVariableNumberOfArgumentsIsFlattened() {
		this.positional.variable("x", 1, 2);
		assertSent("{'jsonrpc':'2.0','method':'variable','params':['x',1,2],'id':1}");
		this.positional.variable("x");
		assertSent("{'jsonrpc':'2.0','method':'variable','params':['x'],'id':2}");
		this.positional.objects(List.of(1), "y");
		assertSent("{'jsonrpc':'2.0','method':'objects','params':[[1],'y'],'id':3}");
		this.positional.objects();
		assertSent("{'jsonrpc':'2.0','method':'objects','id':4}");
		this.positional.objects((Object[]) null);
		assertSent("{'jsonrpc':'2.0','method':'objects','params':[null],'id':5}");
	}

	@Test
	void namesComeFromTheAnnotationOrTheJavaParameters() {
		this.named.two(7, "x");
		assertSent("{'jsonrpc':'2.0','method':'two','params':{'number':7,'the text':'x'},'id':1}");
		this.named.variable("x", 1, 2);
		assertSent("{'jsonrpc':'2.0','method':'variable','params':{'first':'x','others':[1,2]},'id':2}");
	}

	@Test
	void nullIsSentByNameUnlessTheClientOmitsIt() {
		this.named.optional(null, Optional.empty(), Optional.of(3));
		assertSent("{'jsonrpc':'2.0','method':'optional','params':{'a':null,'b':null,'c':3},'id':1}");
		Clients
			.create(this.transport, Named.class,
					(builder) -> builder.settings(JsonRpcClientSettings.builder("stub").omitNullParams(true).build()))
			.optional(null, Optional.empty(), Optional.of(3));
		assertSent("{'jsonrpc':'2.0','method':'optional','params':{'c':3},'id':1}");
	}

	@Test
	void theClientDecidesWhereTheInterfaceDoesNot() {
		Clients
			.create(this.transport, Positional.class,
					(builder) -> builder.settings(JsonRpcClientSettings.builder("stub").namedParams(true).build()))
			.two(2, "x");
		assertSent("{'jsonrpc':'2.0','method':'two','params':{'number':2,'text':'x'},'id':1}");
	}

	@Test
	void aMethodDecidesBeforeItsInterface() {
		this.named.positional(1, 2);
		assertSent("{'jsonrpc':'2.0','method':'positional','params':[1,2],'id':1}");
		this.positional.named(1);
		assertSent("{'jsonrpc':'2.0','method':'named','params':{'a':1},'id':1}");
	}

	@Test
	void anObjectIsSpreadAsNamedParams() {
		this.positional.spread(new Query("Tom", null));
		assertSent("{'jsonrpc':'2.0','method':'spread','params':{'name':'Tom','age':null},'id':1}");
		this.named.spread(new LinkedHashMap<>(Map.of("name", "Tom")));
		assertSent("{'jsonrpc':'2.0','method':'spread','params':{'name':'Tom'},'id':1}");
	}

	@Test
	void aSpreadObjectIsTheLastParameterBesidePositionalOnes() {
		this.positional.mixed(42, new Query("Foo", 1));
		assertSent("{'jsonrpc':'2.0','method':'mixed','params':[42,{'name':'Foo','age':1}],'id':1}");
		this.positional.mixed(42, null);
		assertSent("{'jsonrpc':'2.0','method':'mixed','params':[42],'id':2}");
	}

	@Test
	void aSpreadObjectIsMergedWithNamedParams() {
		this.named.merged(42, new Query("Foo", 1));
		assertSent("{'jsonrpc':'2.0','method':'merged','params':{'name':'Foo','age':1,'id':42},'id':1}");
	}

	@Test
	void optionsAndHeadersAreNotSent() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Trace", "t1");
		this.positional.options(1, headers, 2,
				JsonRpcCallOptions.builder()
					.id("own")
					.header("X-Tenant", "a")
					.member("auth", "token")
					.timeout(Duration.ofSeconds(1))
					.build());
		assertSent("{'jsonrpc':'2.0','method':'options','params':[1,2],'id':'own','auth':'token'}");
		assertThat(this.transport.request().headers().get("X-Trace")).containsExactly("t1");
		assertThat(this.transport.request().headers().get("X-Tenant")).containsExactly("a");
		this.positional.options(1, null, 2, null);
		assertSent("{'jsonrpc':'2.0','method':'options','params':[1,2],'id':1}");
		this.named.options(1, null);
		assertSent("{'jsonrpc':'2.0','method':'options','params':{'a':1},'id':1}");
	}

	@Test
	void version1SendsAnEmptyArray() {
		Clients.create(this.transport, Positional1.class, (builder) -> builder.version(JsonRpcVersion.V1_0)).none();
		assertSent("{'method':'none','params':[],'id':1}");
	}

	@Test
	void annotationsOfParametersAreInherited() {
		Clients.create(this.transport, SubOfNamed.class).two(7, "x");
		assertSent("{'jsonrpc':'2.0','method':'two','params':{'number':7,'the text':'x'},'id':1}");
	}

	private void assertSent(String json) {
		assertThat(lastSent()).isEqualTo(json);
	}

	private String lastSent() {
		List<String> sent = this.transport.sent();
		return sent.get(sent.size() - 1).replace('"', '\'');
	}

	record Query(String name, @Nullable Integer age) {
	}

	interface Positional {

		void none();

		void one(@Nullable Object value);

		void array(Object[] values);

		void two(int number, String text);

		void variable(String first, int... others);

		void objects(Object... values);

		void spread(@JsonRpcParam(spread = true) Query query);

		void mixed(int id, @Nullable @JsonRpcParam(spread = true) Query query);

		@JsonRpcMethod(params = JsonRpcParamsStyle.NAMED)
		void named(int a);

		void options(int a, @Nullable HttpHeaders headers, int b, @Nullable JsonRpcCallOptions options);

	}

	interface Positional1 {

		void none();

	}

	@JsonRpcClient(params = JsonRpcParamsStyle.NAMED)
	interface Named {

		void none();

		void two(int number, @JsonRpcParam("the text") String text);

		void variable(String first, int... others);

		void optional(@Nullable Integer a, Optional<Integer> b, Optional<Integer> c);

		void spread(@Nullable @JsonRpcParam(spread = true) Map<String, Object> query);

		void merged(int id, @JsonRpcParam(spread = true) Query query);

		@JsonRpcMethod(params = JsonRpcParamsStyle.POSITIONAL)
		void positional(int a, int b);

		void options(int a, @Nullable JsonRpcCallOptions options);

	}

	@JsonRpcClient(params = JsonRpcParamsStyle.NAMED)
	interface SubOfNamed extends Named {

		@Override
		void two(int number, String text);

	}

}
