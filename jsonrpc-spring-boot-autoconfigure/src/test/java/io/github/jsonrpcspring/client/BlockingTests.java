package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for waiting: where it is refused, and what ends it.
 */
class BlockingTests {

	private final StubTransport server = StubTransport.server(JsonRpcRequest::method);

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).name("calculator").build();

	@AfterEach
	void clearInterrupt() {
		Thread.interrupted();
	}

	@Test
	void threadThatMustNotBlockIsRefusedWithAdvice() {
		JsonRpcBatch batch = this.rpc.batch();
		batch.add("m", String.class);
		for (Runnable use : List.<Runnable>of(() -> this.rpc.call("m"), () -> this.rpc.notify("m"),
				() -> this.rpc.request("m", String.class), () -> this.rpc.send(JsonRpcRequest.of("m").build()),
				() -> this.rpc.sendJson("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}"), batch::execute)) {
			StepVerifier.create(Mono.fromRunnable(use).subscribeOn(Schedulers.parallel()))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
					.hasMessageMatching(
							"JsonRpcTemplate of client 'calculator' must not block the thread parallel-\\d+: "
									+ "use ReactiveJsonRpcTemplate, or return a Mono"))
				.verify(Duration.ofSeconds(5));
		}
		assertThat(this.server.sent()).isEmpty();
	}

	@Test
	void elasticThreadMayWait() {
		StepVerifier
			.create(Mono.fromCallable(() -> this.rpc.request("m", String.class))
				.subscribeOn(Schedulers.boundedElastic()))
			.expectNext("m")
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void interruptedThreadStopsWaitingAndStaysInterrupted() {
		JsonRpcTemplate silent = JsonRpcTemplate.builder(StubTransport.silent()).name("calculator").build();
		for (Runnable use : List.<Runnable>of(() -> silent.call("m"), () -> silent.request("m", String.class),
				() -> silent.notify("m"), () -> silent.send(JsonRpcRequest.of("m").build()),
				() -> silent.method("m").retrieveResponse(), () -> silent.method("m").sendNotification())) {
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(use::run)
				.withMessage("Client 'calculator', method 'm': interrupted while waiting for the answer, "
						+ "the outcome of the call is unknown");
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void interruptedBatch() {
		JsonRpcTemplate silent = JsonRpcTemplate.builder(StubTransport.silent()).name("calculator").build();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> silent.send(List.of(JsonRpcRequest.of("m").build())))
			.withMessageStartingWith("Client 'calculator', batch: interrupted while waiting");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void interruptCancelsTheExchange() {
		CompletableFuture<Void> cancelled = new CompletableFuture<>();
		JsonRpcTemplate silent = JsonRpcTemplate
			.builder((request) -> Mono.<io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse>never()
				.doOnCancel(() -> cancelled.complete(null)))
			.build();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> silent.call("m"));
		assertThat(cancelled).isCompleted();
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadMayWait() throws Exception {
		CompletableFuture<String> result = new CompletableFuture<>();
		Runnable call = () -> result.complete(this.rpc.request("m", String.class));
		Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, call);
		assertThat(result.get(5, TimeUnit.SECONDS)).isEqualTo("m");
	}

}
