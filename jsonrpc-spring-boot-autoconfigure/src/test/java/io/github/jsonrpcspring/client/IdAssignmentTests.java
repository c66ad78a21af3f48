package io.github.jsonrpcspring.client;

import java.math.BigInteger;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the ids that requests get on their way.
 */
class IdAssignmentTests {

	private final StubTransport server = StubTransport.server(JsonRpcRequest::method);

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).build();

	@Test
	void idThatTheGeneratorRepeatsIsDrawnAgainWithinABatch() {
		JsonRpcTemplate repeating = this.rpc.mutate().idGenerator(generator("a", "a", "b", "a", "c")).build();
		repeating.send(requests("m", "m", "m"));
		assertThat(ids()).containsExactly("\"a\"", "\"b\"", "\"c\"");
	}

	@ParameterizedTest
	@CsvSource({ "1 2 1 3, 1 2 3", "1 2 '2' 3, 1 2 3", "1 3 2 3 1 4, 1 3 2 4", "1 '2' 2 '1' 3, 1 \"2\" 3",
			"7 8 8 7 '9' 9 6, 7 8 \"9\" 6" })
	void idLikeOneBeforeIsDrawnAgainInWhicheverOrder(String drawn, String sent) {
		Iterator<JsonRpcId> next = Arrays.stream(drawn.split(" ")).map(IdAssignmentTests::id).iterator();
		String[] expected = sent.split(" ");
		String[] methods = Collections.nCopies(expected.length, "m").toArray(String[]::new);
		this.rpc.mutate().idGenerator(next::next).build().send(requests(methods));
		assertThat(ids()).containsExactly(expected);
	}

	private static JsonRpcId id(String text) {
		return text.startsWith("'") ? JsonRpcId.of(text.replace("'", "")) : JsonRpcId.of(Long.parseLong(text));
	}

	@Test
	void generatedIdIsNoneOfTheExplicitIdsOfTheBatch() {
		this.rpc.send(List.of(JsonRpcRequest.of("m").build(), JsonRpcRequest.of("m").id(1).build(),
				JsonRpcRequest.of("m").build()));
		assertThat(ids()).containsExactly("2", "1", "3");
	}

	@ParameterizedTest
	@EnumSource
	void generatorThatAlwaysReturnsTheSameFailsABatchWithAClearMessage(Style style) {
		JsonRpcTemplate constant = this.rpc.mutate().idGenerator(() -> JsonRpcId.of(7)).build();
		assertThatIllegalStateException().isThrownBy(() -> style.send(constant, requests("m", "m")))
			.withMessage("The id generator of client 'default' returned ids of the same batch 100 times in a row");
		assertThat(this.server.sent()).isEmpty();
	}

	@Test
	void singleCallsMayRepeatAnId() {
		JsonRpcTemplate constant = this.rpc.mutate().idGenerator(() -> JsonRpcId.of(7)).build();
		constant.call("m");
		constant.call("m");
		assertThat(ids()).containsExactly("7", "7");
	}

	@Test
	void retriedMonoGetsANewId() {
		AtomicInteger attempts = new AtomicInteger();
		StubTransport flaky = StubTransport.answering((request) -> (attempts.incrementAndGet() < 3)
				? Mono.error(new ConnectException("refused")) : this.server.exchange(request));
		ReactiveJsonRpcTemplate reactive = ReactiveJsonRpcTemplate.builder(flaky).build();
		StepVerifier.create(reactive.request("m", String.class).retry(2))
			.expectNext("m")
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		assertThat(ids(flaky)).containsExactly("1", "2", "3");
	}

	@Test
	void repeatedMonoGetsANewId() {
		StepVerifier.create(this.rpc.reactive().method("m").retrieve(String.class).repeat(2))
			.expectNext("m", "m", "m")
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		assertThat(ids()).containsExactly("1", "2", "3");
	}

	@Test
	void repeatedSendOfTheSameRequestGetsANewId() {
		JsonRpcRequest request = JsonRpcRequest.of("m").build();
		StepVerifier.create(this.rpc.reactive().send(request).repeat(1))
			.expectNextCount(2)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		assertThat(ids()).containsExactly("1", "2");
		assertThat(request.id()).isNull();
	}

	@Test
	void repeatedBatchGetsNewIds() {
		ReactiveJsonRpcBatch batch = this.rpc.reactive().batch();
		ReactiveJsonRpcBatch.Call<String> call = batch.add("m", String.class);
		batch.add("n", String.class);
		StepVerifier.create(batch.execute().repeat(1).map((result) -> result.getOptional(call)))
			.expectNextCount(2)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		assertThat(ids()).containsExactly("1", "2", "3", "4");
	}

	@Test
	void assembledMonoThatNobodySubscribesToTakesNoId() {
		Mono<String> unused = this.rpc.reactive().request("m", String.class);
		assertThat(unused).isNotNull();
		this.rpc.call("m");
		assertThat(ids()).containsExactly("1");
	}

	@ParameterizedTest
	@EnumSource
	void explicitIdOfACallIsSent(Style style) {
		style.retrieve(this.rpc, (call) -> call.id(42), String.class);
		style.retrieve(this.rpc, (call) -> call.id("x"), String.class);
		style.retrieve(this.rpc, (call) -> call.id(JsonRpcId.of(new BigInteger("18446744073709551616"))), String.class);
		style.retrieve(this.rpc, (call) -> call.options(JsonRpcCallOptions.builder().id("y").build()), String.class);
		assertThat(ids()).containsExactly("42", "\"x\"", "18446744073709551616", "\"y\"");
	}

	@ParameterizedTest
	@EnumSource
	void explicitIdOfTheOptionsReplacesThatOfTheRequest(Style style) {
		JsonRpcRequest request = JsonRpcRequest.of("m").id(1).build();
		style.send(this.rpc, request, JsonRpcCallOptions.builder().id(9).build());
		style.sendJson(this.rpc, "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}",
				JsonRpcCallOptions.builder().id("z").build());
		assertThat(ids()).containsExactly("9", "\"z\"");
	}

	@Test
	void explicitIdTakesNoneFromTheGenerator() {
		this.rpc.method("m").id("x").retrieve(String.class);
		this.rpc.call("m");
		assertThat(ids()).containsExactly("\"x\"", "1");
	}

	@Test
	void explicitIdsOfABatchAreSent() {
		JsonRpcBatch batch = this.rpc.batch();
		batch.method("m").id("x").add(String.class);
		batch.method("m").id(5).add(String.class);
		batch.add("m", String.class);
		batch.execute();
		assertThat(ids()).containsExactly("\"x\"", "5", "1");
	}

	@ParameterizedTest
	@EnumSource
	void twoRequestsOfABatchWithOneIdAreRefusedBeforeSending(Style style) {
		List<JsonRpcRequest> duplicates = List.of(JsonRpcRequest.of("m").id("x").build(),
				JsonRpcRequest.of("n").id("x").build());
		assertThatIllegalArgumentException().isThrownBy(() -> style.send(this.rpc, duplicates))
			.withMessage("Two requests of the batch have the id \"x\", their answers could not be told apart");
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void idForAWholeBatchIsRefused(Style style) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> style.send(this.rpc, requests("m"), JsonRpcCallOptions.builder().id(1).build()))
			.withMessage("An id belongs to a request of a batch, not to the batch");
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void idOnANotificationIsRefused(Style style) {
		assertThatIllegalArgumentException().isThrownBy(() -> style.sendNotification(this.rpc, (call) -> call.id(1)))
			.withMessageContaining("a notification must not have an id")
			.withMessageContaining("2.0, section 4.1");
		JsonRpcRequest notification = JsonRpcRequest.of("m").notification().build();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> style.send(this.rpc, notification, JsonRpcCallOptions.builder().id(1).build()))
			.withMessageContaining("a notification must not have an id");
		assertThat(this.server.sent()).isEmpty();
	}

	@Test
	void idOnANotificationOfABatchIsRefused() {
		JsonRpcBatch.MethodSpec spec = this.rpc.batch().method("m").id(1);
		assertThatIllegalArgumentException().isThrownBy(spec::addNotification)
			.withMessageContaining("a notification must not have an id");
	}

	@Test
	void failureNamesTheIdThatWasSent() {
		JsonRpcTemplate broken = JsonRpcTemplate.builder(StubTransport.json("nonsense"))
			.idGenerator(() -> JsonRpcId.of("abc"))
			.build();
		assertThatExceptionOfType(JsonRpcException.class).isThrownBy(() -> broken.call("m"))
			.withMessageStartingWith("Client 'default', method 'm', id \"abc\": ")
			.satisfies((ex) -> assertThat(ex.id()).isEqualTo(JsonRpcId.of("abc")));
	}

	private List<String> ids() {
		return ids(this.server);
	}

	private static List<String> ids(StubTransport transport) {
		return transport.requests().stream().flatMap(IdAssignmentTests::ids).toList();
	}

	private static Stream<String> ids(JsonRpcTransportRequest request) {
		return JsonRpcCodec.create().mapper().readTree(request.body()).findValues("id").stream().map(Object::toString);
	}

	private static List<JsonRpcRequest> requests(String... methods) {
		return Arrays.stream(methods).map((method) -> JsonRpcRequest.of(method).build()).toList();
	}

	private static JsonRpcIdGenerator generator(String... ids) {
		Iterator<String> next = List.of(ids).iterator();
		return () -> JsonRpcId.of(next.next());
	}

}
