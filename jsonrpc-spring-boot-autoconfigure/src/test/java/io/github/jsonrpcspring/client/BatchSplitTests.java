package io.github.jsonrpcspring.client;

import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for batches that are several messages: of limited size, or of single requests.
 */
class BatchSplitTests {

	private final StubTransport server = StubTransport.server((request) -> request.method().startsWith("fail")
			? new JsonRpcError(-32000, request.method()) : request.method());

	private final JsonRpcTemplate parts = JsonRpcTemplate.builder(this.server).batch(true, 2).build();

	private final JsonRpcTemplate single = JsonRpcTemplate.builder(this.server).batch(false, 2).build();

	@ParameterizedTest
	@EnumSource
	void batchIsSplitInOrder(Style style) {
		Style.Batch batch = style.batch(this.parts);
		List<JsonRpcBatchCall<String>> calls = IntStream.range(0, 5)
			.mapToObj((i) -> batch.add("m" + i, String.class))
			.toList();
		JsonRpcBatchResult result = batch.execute();
		assertThat(this.server.sent()).containsExactly(
				"[{\"jsonrpc\":\"2.0\",\"method\":\"m0\",\"id\":1},{\"jsonrpc\":\"2.0\",\"method\":\"m1\",\"id\":2}]",
				"[{\"jsonrpc\":\"2.0\",\"method\":\"m2\",\"id\":3},{\"jsonrpc\":\"2.0\",\"method\":\"m3\",\"id\":4}]",
				"[{\"jsonrpc\":\"2.0\",\"method\":\"m4\",\"id\":5}]");
		assertThat(calls).map(result::get).containsExactly("m0", "m1", "m2", "m3", "m4");
		assertThat(result.succeeded()).isEqualTo(calls);
	}

	@ParameterizedTest
	@EnumSource
	void sendIsSplitToo(Style style) {
		List<JsonRpcResponse> responses = style.send(this.parts,
				Stream.of("a", "b", "c").map((method) -> JsonRpcRequest.of(method).build()).toList());
		assertThat(this.server.sent()).hasSize(2);
		assertThat(responses).map((response) -> response.resultAs(String.class)).containsExactly("a", "b", "c");
	}

	@ParameterizedTest
	@EnumSource
	void explicitIdThatAnotherPartHasIsRefused(Style style) {
		assertThatIllegalArgumentException().isThrownBy(() -> style.send(this.parts,
				Stream.of(1, 2, 1).map((id) -> JsonRpcRequest.of("m").id(id).build()).toList()));
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void partThatFailsKeepsTheOthers(Style style) {
		AtomicInteger messages = new AtomicInteger();
		StubTransport flaky = StubTransport.answering((request) -> (messages.incrementAndGet() == 2)
				? Mono.error(new ConnectException("refused")) : this.server.exchange(request));
		Style.Batch batch = style.batch(JsonRpcTemplate.builder(flaky).batch(true, 2).build());
		List<JsonRpcBatchCall<String>> calls = IntStream.range(0, 5)
			.mapToObj((i) -> batch.add("m" + i, String.class))
			.toList();
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.succeeded()).containsExactly(calls.get(0), calls.get(1), calls.get(4));
		assertThat(result.failed()).containsExactly(calls.get(2), calls.get(3));
		assertThat(result.error(calls.get(3))).isInstanceOf(JsonRpcTransportException.class)
			.hasMessage("Client 'default', batch: no answer: cannot connect");
	}

	@ParameterizedTest
	@EnumSource
	void failureOfAllPartsIsTheFirstWithTheOthersSuppressed(Style style) {
		AtomicInteger messages = new AtomicInteger();
		StubTransport broken = StubTransport.answering((request) -> Mono
			.just(StubTransport.response(500 + messages.getAndIncrement(), HttpHeaders.EMPTY, "")));
		Style.Batch batch = style.batch(JsonRpcTemplate.builder(broken).batch(true, 1).build());
		batch.add("a", String.class);
		batch.notify("b");
		batch.add("c", String.class);
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(batch::execute).satisfies((ex) -> {
			assertThat(ex).hasMessageContaining("HTTP 500");
			assertThat(ex.getSuppressed()).filteredOn(JsonRpcTransportException.class::isInstance)
				.satisfiesExactly((other) -> assertThat(other).hasMessageContaining("HTTP 501"),
						(other) -> assertThat(other).hasMessageContaining("HTTP 502"));
		});
	}

	@Test
	void sameFailureOfAllPartsIsNotSuppressedByItself() {
		IllegalStateException own = new IllegalStateException("mine");
		StubTransport refusing = StubTransport
			.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"no\"},\"id\":null}");
		JsonRpcBatch batch = JsonRpcTemplate.builder(refusing)
			.batch(true, 1)
			.exceptionTranslator((error) -> own)
			.build()
			.batch();
		batch.add("a", String.class);
		batch.add("b", String.class);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(batch::execute)
			.satisfies((ex) -> assertThat(ex).isSameAs(own));
		assertThat(own.getSuppressed()).doesNotContain(own);
	}

	@ParameterizedTest
	@EnumSource
	void requestsAreSentOneByOneInOrderWhereBatchesAreOff(Style style) {
		Style.Batch batch = style.batch(this.single);
		JsonRpcBatchCall<String> a = batch.add("a", String.class, 1);
		batch.notify("log");
		JsonRpcBatchCall<String> fail = batch.add("fail", String.class);
		JsonRpcBatchCall<String> b = batch.add("b", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[1],\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"log\"}", "{\"jsonrpc\":\"2.0\",\"method\":\"fail\",\"id\":2}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"id\":3}");
		assertThat(result.get(a)).isEqualTo("a");
		assertThat(result.error(fail)).isInstanceOf(JsonRpcServerErrorException.class);
		assertThat(result.get(b)).isEqualTo("b");
		assertThat(result.responses()).hasSize(3);
	}

	@ParameterizedTest
	@EnumSource
	void requestThatFailsAloneKeepsTheOthers(Style style) {
		StubTransport flaky = StubTransport.answering((request) -> StubTransport.text(request).contains("broken")
				? Mono.error(new ConnectException("refused")) : this.server.exchange(request));
		Style.Batch batch = style.batch(JsonRpcTemplate.builder(flaky).batch(false, 1).build());
		JsonRpcBatchCall<String> broken = batch.add("broken", String.class);
		JsonRpcBatchCall<String> b = batch.add("b", String.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.error(broken)).hasMessageStartingWith("Client 'default', method 'broken', id 1: no answer");
		assertThat(result.get(b)).isEqualTo("b");
	}

	@ParameterizedTest
	@EnumSource
	void emptyBatchIsRefusedWhereBatchesAreOff(Style style) {
		assertThatIllegalArgumentException().isThrownBy(style.batch(this.single)::execute);
		assertThat(this.server.sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void notificationsOnlyWhereBatchesAreOff(Style style) {
		Style.Batch batch = style.batch(this.single);
		batch.notify("a");
		batch.notify("b");
		assertThat(batch.execute().responses()).isEmpty();
		assertThat(this.server.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"a\"}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"b\"}");
	}

}
