package io.github.jsonrpcspring.client.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcClientSettingsBuilder;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.service.InvalidJsonRpcClientException;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcNotification;
import io.github.jsonrpcspring.service.JsonRpcParam;
import io.github.jsonrpcspring.service.JsonRpcParamsStyle;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The rows about requests, for a proxy: what it sends, to the byte.
 */
class ProxyRequestTests {

	private WireServer server;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
		this.server
			.answering((request) -> RawAnswer.json(request.text().replaceAll("^.*\"id\":", "{\"result\":5,\"id\":")));
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private Remote remote() {
		return create(this.server.client(), Remote.class);
	}

	private <S> S create(Class<S> type, Function<JsonRpcClientSettingsBuilder, JsonRpcClientSettingsBuilder> settings) {
		JsonRpcClientSettings made = settings.apply(JsonRpcClientSettings.builder("wire").url(this.server.url()))
			.build();
		return create(this.server.builder().settings(made).build(), type);
	}

	private static <S> S create(JsonRpcTemplate template, Class<S> type) {
		return JsonRpcServiceProxyFactory.builder(template).build().createClient(type);
	}

	private static void readOnly(RawConnection connection) throws InterruptedException {
		RawRequest request = connection.read();
		while (request != null) {
			request = connection.read();
		}
	}

	private void assertSent(String body) {
		assertThat(this.server.lastRequest().text()).isEqualTo(Json.of(body));
	}

	@Test
	void row4NullIsNullOrEmptyOrRefused() {
		this.server.json("{'jsonrpc':'2.0','result':null,'id':1}");
		JsonRpcTemplate template = this.server.builder().idGenerator(() -> JsonRpcId.of(1)).build();
		assertThat(create(template, Remote.class).nullable()).isNull();
		assertThat(create(template, Remote.class).optional()).isEmpty();
		assertThat(create(template, Remote.class).mono().blockOptional(Await.PATIENCE)).isEmpty();
		assertThat(create(template, Remote.class).response().result().isNull()).isTrue();
		assertThatExceptionOfType(JsonRpcResultConversionException.class)
			.isThrownBy(() -> create(template, Remote.class).get())
			.withMessageContaining("method 'get', id 1: the result does not fit int: it is null");
	}

	@Test
	void row18CountersAreWrittenWithoutFractionOrExponent() {
		JsonRpcTemplate template = this.server.builder()
			.idGenerator(() -> JsonRpcId.of(9_007_199_254_740_991L))
			.build();
		create(template, Remote.class).get();
		assertSent("{'jsonrpc':'2.0','method':'get','id':9007199254740991}");
	}

	@Test
	void row19ConcurrentCallsHaveIdsOfTheirOwn() {
		this.server.answering((request) -> RawAnswer
			.json(request.text().replaceAll("^.*\"id\":(\\d+)}$", "{\"result\":$1,\"id\":$1}")));
		Remote remote = remote();
		List<Integer> ids = Flux.range(0, 100)
			.flatMap((i) -> Mono.fromCallable(remote::get).subscribeOn(Schedulers.boundedElastic()), 8)
			.collectList()
			.block(Await.PATIENCE);
		assertThat(ids).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
	}

	@Test
	void row21ACallOf10WithoutParamsSendsAnEmptyArray() {
		create(Remote.class, (settings) -> settings.version(JsonRpcVersion.V1_0)).get();
		assertSent("{'method':'get','params':[],'id':1}");
	}

	@Test
	void row21NamedParamsOf10AreRefused() {
		assertThatExceptionOfType(InvalidJsonRpcClientException.class)
			.isThrownBy(() -> create(Named.class, (settings) -> settings.version(JsonRpcVersion.V1_0)))
			.withMessageContaining("JSON-RPC 1.0");
		assertThat(this.server.bodies()).isEmpty();
	}

	@Test
	void row22ANotificationHasNoIdAndIn10TheIdNull() {
		remote().log("x");
		assertSent("{'jsonrpc':'2.0','method':'log','params':['x']}");
		create(Remote.class, (settings) -> settings.version(JsonRpcVersion.V1_0)).log("x");
		assertSent("{'method':'log','params':['x'],'id':null}");
	}

	@Test
	void row29TheContentTypeCanBeSet() {
		remote().get();
		assertThat(this.server.lastRequest().headers("Content-Type")).containsExactly("application/json");
		remote().with(JsonRpcCallOptions.builder().header("Content-Type", "text/plain").build());
		assertThat(this.server.lastRequest().headers("Content-Type")).containsExactly("text/plain");
	}

	@Test
	void row50TheDeadlineOfAMethodAndOfACallWin() {
		try (WireServer silent = new WireServer(ProxyRequestTests::readOnly)) {
			Remote remote = create(silent.client(), Remote.class);
			assertThatExceptionOfType(JsonRpcTimeoutException.class).isThrownBy(remote::quick)
				.withMessageContaining("no answer within 50 ms");
			assertThatExceptionOfType(JsonRpcTimeoutException.class)
				.isThrownBy(() -> remote.with(JsonRpcCallOptions.builder().timeout(Duration.ofMillis(60)).build()))
				.withMessageContaining("no answer within 60 ms");
		}
	}

	@Test
	void row52ACancelledCallClosesItsConnection() {
		try (WireServer silent = new WireServer(ProxyRequestTests::readOnly)) {
			Disposable call = create(silent.client(), Remote.class).mono().subscribe();
			silent.raw().awaitRequests(1);
			call.dispose();
			silent.raw().awaitOpenConnections(0);
		}
	}

	@Test
	void row53EverySubscriptionHasAnIdOfItsOwn() {
		Mono<Integer> call = remote().mono();
		assertThat(call.repeat(2).collectList().block(Await.PATIENCE)).containsExactly(5, 5, 5);
		assertThat(this.server.bodies()).containsExactly(Json.of("{'jsonrpc':'2.0','method':'mono','id':1}"),
				Json.of("{'jsonrpc':'2.0','method':'mono','id':2}"),
				Json.of("{'jsonrpc':'2.0','method':'mono','id':3}"));
	}

	@Test
	void row55TheProxyShowsNoSecret() {
		assertThat(remote().toString()).isEqualTo(Remote.class.getName() + " of client 'wire'");
	}

	@Test
	void row56EachArgumentIsOneParameterAndVarargsAreFlattened() {
		remote().get();
		assertSent("{'jsonrpc':'2.0','method':'get','id':1}");
		remote().one(List.of(1, 2));
		assertSent("{'jsonrpc':'2.0','method':'one','params':[[1,2]],'id':1}");
		remote().one(Map.of("name", "Foo"));
		assertSent("{'jsonrpc':'2.0','method':'one','params':[{'name':'Foo'}],'id':1}");
		remote().one(null);
		assertSent("{'jsonrpc':'2.0','method':'one','params':[null],'id':1}");
		remote().variable(1, 2);
		assertSent("{'jsonrpc':'2.0','method':'variable','params':[1,2],'id':1}");
	}

	@Test
	void row57WhatNoRequestCanHoldIsRefusedAtCreation() {
		assertThatExceptionOfType(InvalidJsonRpcClientException.class)
			.isThrownBy(() -> create(this.server.client(), Reserved.class))
			.withMessageContaining("rpc.discover");
		assertThatExceptionOfType(InvalidJsonRpcClientException.class)
			.isThrownBy(() -> create(this.server.client(), Spread.class))
			.withMessageContaining("no named properties");
		assertThat(this.server.bodies()).isEmpty();
	}

	@Test
	void row58ANamedArgumentThatIsNullIsSentOrOmitted() {
		create(this.server.client(), Named.class).find(null, 5);
		assertSent("{'jsonrpc':'2.0','method':'find','params':{'name':null,'age':5},'id':1}");
		create(Named.class, (settings) -> settings.omitNullParams(true)).find(null, 5);
		assertSent("{'jsonrpc':'2.0','method':'find','params':{'age':5},'id':1}");
	}

	@Test
	void row63AMessageHasALengthAndNoOffers() {
		remote().one("x".repeat(100_000));
		RawRequest request = this.server.lastRequest();
		assertThat(request.headers("Content-Length")).containsExactly(String.valueOf(request.body().length));
		assertThat(request.head()).doesNotContainIgnoringCase("Transfer-Encoding:", "Expect:", "Upgrade:");
	}

	@Test
	void row69EmptyParamsCanBeSent() {
		create(Remote.class, (settings) -> settings.sendEmptyParams(true)).get();
		assertSent("{'jsonrpc':'2.0','method':'get','params':[],'id':1}");
		create(Named.class, (settings) -> settings.sendEmptyParams(true)).get();
		assertSent("{'jsonrpc':'2.0','method':'get','params':{},'id':1}");
	}

	@Test
	void row70FurtherMembersOfTheClientAndOfACall() {
		create(Remote.class, (settings) -> settings.extraMember("auth", "one")).get();
		assertSent("{'jsonrpc':'2.0','method':'get','id':1,'auth':'one'}");
		create(Remote.class, (settings) -> settings.extraMember("auth", "one"))
			.with(JsonRpcCallOptions.builder().member("auth", null).member("token", 7).build());
		assertSent("{'jsonrpc':'2.0','method':'with','id':1,'token':7}");
	}

	@Test
	void row74TheFirstHexadecimalIdIsOne() {
		create(this.server.builder().idGenerator(JsonRpcIdGenerator.hex()).build(), Remote.class).get();
		assertSent("{'jsonrpc':'2.0','method':'get','id':'1'}");
	}

	@Test
	void row77TheBodyIsUtf8WhateverTheContentType() {
		create(this.server.builder().defaultHeader("Content-Type", "application/json-rpc").build(), Remote.class)
			.one("Grüße");
		assertSent("{'jsonrpc':'2.0','method':'one','params':['Grüße'],'id':1}");
	}

	interface Remote {

		int get();

		@Nullable Integer nullable();

		Optional<Integer> optional();

		Mono<Integer> mono();

		JsonRpcResponse response();

		void one(@Nullable Object value);

		void variable(int... values);

		void with(JsonRpcCallOptions options);

		@JsonRpcMethod(timeout = "50ms")
		void quick();

		@JsonRpcNotification
		void log(String text);

	}

	@JsonRpcClient(params = JsonRpcParamsStyle.NAMED)
	interface Named {

		void get();

		void find(@Nullable String name, int age);

	}

	interface Reserved {

		@JsonRpcMethod("rpc.discover")
		Object discover();

	}

	interface Spread {

		void find(@JsonRpcParam(spread = true) String text);

	}

}
