package io.github.jsonrpcspring.client;

import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationContext;
import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.PieceTransport;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for calls whose result is read element by element: what they wait for, and what
 * others see of them.
 */
class StreamedCallTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String[] THREE = { "{\"jsonrpc\":\"2.0\",\"result\":[1,", "2,3", "],\"id\":1}" };

	private static final String[] LATE = { "{\"result\":[1,", "2],\"id\":1,",
			"\"error\":{\"code\":-32601,\"message\":\"late\"}}" };

	private final TestPublisher<byte[]> body = TestPublisher.create();

	private static Flux<Integer> elements(JsonRpcTransport transport) {
		return elements(transport, (builder) -> {
		});
	}

	private static Flux<Integer> elements(JsonRpcTransport transport, Consumer<JsonRpcTemplate.Builder> settings) {
		JsonRpcTemplate.Builder builder = JsonRpcTemplate.builder(transport).name("stub");
		settings.accept(builder);
		return builder.build().reactive().method("m").retrieveFlux(Integer.class);
	}

	private void next(String piece) {
		this.body.next(piece.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void elementsComeAsSoonAsTheirBytes() {
		StepVerifier.create(elements(PieceTransport.of(this.body.flux())))
			.then(() -> next("{\"result\":[1,2"))
			.expectNext(1)
			.then(() -> next(",3]"))
			.expectNext(2, 3)
			.then(() -> next(",\"id\":1}"))
			.then(this.body::complete)
			.expectComplete()
			.verify(PATIENCE);
		this.body.assertWasNotCancelled();
	}

	@Test
	void noMoreIsReadThanIsWanted() {
		AtomicInteger pieces = new AtomicInteger();
		Flux<byte[]> endless = PieceTransport.body("{\"result\":[0")
			.concatWith(
					PieceTransport.body(",1,2,3,4,5,6,7,8,9").doOnNext((piece) -> pieces.incrementAndGet()).repeat());
		StepVerifier.create(elements(PieceTransport.of(endless)), 0)
			.expectSubscription()
			.then(() -> assertThat(pieces).hasValueLessThan(2))
			.thenRequest(15)
			.expectNextCount(15)
			.then(() -> assertThat(pieces).hasValueLessThan(4))
			.thenRequest(100)
			.expectNextCount(100)
			.then(() -> assertThat(pieces).hasValueLessThan(15))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void cancellingCancelsTheBody() {
		StepVerifier.create(elements(PieceTransport.of(this.body.flux())))
			.then(() -> next("{\"result\":[1,2"))
			.expectNext(1)
			.thenCancel()
			.verify(PATIENCE);
		this.body.assertCancelled();
	}

	@Test
	void anElementThatDoesNotFitCancelsTheBody() {
		StepVerifier.create(elements(PieceTransport.of(this.body.flux())))
			.then(() -> next("{\"result\":[1,\"x\",2"))
			.expectNext(1)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(JsonRpcResultConversionException.class)
				.hasMessageContaining("/1"))
			.verify(PATIENCE);
		this.body.assertCancelled();
	}

	@Test
	void eachSubscriptionIsACallOfItsOwn() {
		StubTransport server = StubTransport.server((request) -> List.of(1, 2));
		Flux<Integer> elements = elements(server);
		assertThat(server.requests()).isEmpty();
		assertThat(elements.collectList().block()).containsExactly(1, 2);
		assertThat(elements.collectList().block()).containsExactly(1, 2);
		assertThat(server.sent()).hasSize(2).last().asString().contains("\"id\":2");
	}

	@Test
	void theDeadlineEndsTheWaitForTheFirstElement() {
		StepVerifier.withVirtualTime(() -> elements(PieceTransport.of(Flux.never())))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(59_999))
			.thenAwait(Duration.ofMillis(1))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(JsonRpcTimeoutException.class)
				.hasMessageContaining("no answer within 60 s, the outcome of the call is unknown"))
			.verify(PATIENCE);
	}

	@Test
	void theDeadlineEndsEachWaitForMore() {
		StepVerifier.withVirtualTime(() -> elements(PieceTransport.of(this.body.flux())))
			.expectSubscription()
			.thenAwait(Duration.ofSeconds(50))
			.then(() -> next("{\"result\":[1,2,"))
			.expectNext(1, 2)
			.thenAwait(Duration.ofSeconds(50))
			.then(() -> next("3,"))
			.expectNext(3)
			.expectNoEvent(Duration.ofMillis(59_999))
			.thenAwait(Duration.ofMillis(1))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(JsonRpcTimeoutException.class)
				.hasMessageContaining("no answer within 60 s, only a part of it has come"))
			.verify(PATIENCE);
		this.body.assertCancelled();
	}

	@Test
	void theTimeOfTheConsumerIsNotCounted() {
		Flux<byte[]> pieces = PieceTransport.body("{\"result\":[1,2,", "3,4,", "5],\"id\":1}");
		StepVerifier.withVirtualTime(() -> elements(PieceTransport.of(pieces)), 1)
			.expectNext(1)
			.thenAwait(Duration.ofDays(1))
			.thenRequest(1)
			.expectNext(2)
			.thenAwait(Duration.ofDays(1))
			.thenRequest(3)
			.expectNext(3, 4, 5)
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void interceptorsSeeTheAnswerWhenItsElementsBegin() {
		List<JsonRpcClientResponse> seen = new ArrayList<>();
		StepVerifier
			.create(elements(PieceTransport.of(this.body.flux()),
					(builder) -> builder.interceptor((request, chain) -> chain.next(request).doOnNext(seen::add))))
			.then(() -> next("{\"result\":["))
			.then(() -> assertThat(seen).singleElement()
				.satisfies((response) -> assertThat(response.message()).isNull())
				.satisfies((response) -> assertThat(response.status()).isEqualTo(HttpStatus.OK)))
			.then(() -> next("1],\"id\":1}"))
			.then(this.body::complete)
			.expectNext(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(seen).hasSize(1);
	}

	@Test
	void interceptorsSeeAnAnswerWithoutElementsAsAWhole() {
		List<JsonRpcResponse> seen = new ArrayList<>();
		for (String answer : List.of("{\"result\":null,\"id\":1}",
				"{\"error\":{\"code\":7,\"message\":\"no\"},\"id\":1}")) {
			elements(PieceTransport.of(PieceTransport.body(answer)), (builder) -> builder.interceptor(
					(request, chain) -> chain.next(request).doOnNext((response) -> seen.add(response.response()))))
				.onErrorComplete()
				.blockLast();
		}
		assertThat(seen).hasSize(2).doesNotContainNull();
	}

	@Test
	void anInterceptorCanAnswerItself() {
		JsonRpcClientInterceptor answering = (request, chain) -> chain.next(request)
			.map((response) -> new JsonRpcClientResponse(response.request(),
					JsonRpcResponse.success(request.request().withId(JsonRpcId.of(1)), List.of(7, 8)), HttpStatus.OK,
					HttpHeaders.EMPTY));
		StepVerifier.create(elements(PieceTransport.of(this.body.flux()), (builder) -> builder.interceptor(answering)))
			.then(() -> next("{\"result\":[1,2,3"))
			.expectNext(7, 8)
			.expectComplete()
			.verify(PATIENCE);
		this.body.assertCancelled();
	}

	@Test
	void anAnswerThatAnInterceptorGivesUpIsCancelled() {
		JsonRpcClientInterceptor refusing = (request, chain) -> chain.next(request)
			.flatMap((response) -> Mono.error(new IllegalStateException("refused")));
		StepVerifier.create(elements(PieceTransport.of(this.body.flux()), (builder) -> builder.interceptor(refusing)))
			.then(() -> next("{\"result\":[1,2,3"))
			.expectErrorMessage("refused")
			.verify(PATIENCE);
		this.body.assertCancelled();
	}

	@Test
	void anInterceptorCanCallAgain() {
		TestPublisher<byte[]> second = TestPublisher.create();
		AtomicInteger calls = new AtomicInteger();
		Flux<byte[]> bodies = Flux.defer(() -> (calls.incrementAndGet() == 1) ? this.body.flux() : second.flux());
		StepVerifier
			.create(elements(PieceTransport.of(bodies),
					(builder) -> builder
						.interceptor((request, chain) -> chain.next(request).then(chain.next(request)))))
			.then(() -> next("{\"result\":[1,2"))
			.then(() -> second.next("{\"result\":[3],\"id\":2}".getBytes(StandardCharsets.UTF_8)))
			.then(second::complete)
			.expectNext(3)
			.expectComplete()
			.verify(PATIENCE);
		this.body.assertCancelled();
	}

	@Test
	void anErrorBehindTheElementsIsTranslatedLikeAnyOther() {
		IllegalArgumentException translated = new IllegalArgumentException("mine");
		StepVerifier
			.create(elements(PieceTransport.of(PieceTransport.body(LATE)),
					(builder) -> builder.exceptionTranslator((error) -> translated)))
			.expectNext(1, 2)
			.expectErrorSatisfies((ex) -> assertThat(ex).isSameAs(translated))
			.verify(PATIENCE);
	}

	@Test
	void theLogShowsASmallAnswerAndTheSizeOfALargeOne() {
		try (CapturedLog log = CapturedLog.debug("stub")) {
			elements(PieceTransport.of(PieceTransport.body(THREE))).blockLast();
			elements(PieceTransport.of(PieceTransport.body(LATE))).onErrorComplete().blockLast();
			elements(PieceTransport.of(PieceTransport.body("{\"result\":null,\"id\":1}"))).blockLast();
			Flux<byte[]> large = PieceTransport.body("{\"id\":1,\"result\":[0")
				.concatWith(PieceTransport.body(",1,2,3,4,5,6,7,8,9").repeat(9999))
				.concatWith(PieceTransport.body("]}"));
			elements(PieceTransport.of(large), (builder) -> builder.settings(
					JsonRpcClientSettings.builder("stub").log(new JsonRpcClientSettings.Log(30, Set.of())).build()))
				.blockLast();
			assertThat(log.lines()).filteredOn((line) -> line.startsWith("<--"))
				.containsExactly("<-- 200 " + String.join("", THREE) + " (n ms)",
						"<-- 200 " + String.join("", LATE) + " (n ms)", "<-- 200 {\"result\":null,\"id\":1} (n ms)",
						"<-- 200 {\"id\":1,\"result\":[0,1,2,3,4,5,… (180021 bytes, 90001 elements) (n ms)");
			assertThat(log.lines()).filteredOn((line) -> line.startsWith("-->")).hasSize(4);
		}
	}

	@Test
	void theLogSaysWhatWasNotReadToTheEnd() {
		try (CapturedLog log = CapturedLog.debug("stub")) {
			elements(PieceTransport.of(PieceTransport.body("{\"result\":[1,2,3"))).take(1).blockLast();
			elements(PieceTransport.of(Flux.never())).timeout(Duration.ofMillis(1), Flux.empty()).blockLast();
			elements(PieceTransport
				.of(PieceTransport.body("{\"result\":[1,2,3").concatWith(Flux.error(new ClosedChannelException()))))
				.onErrorComplete()
				.blockLast();
			elements(PieceTransport.of(Flux.never()), (builder) -> builder.timeout(Duration.ofMillis(1)))
				.onErrorComplete()
				.blockLast();
			assertThat(log.lines()).filteredOn((line) -> line.startsWith("<--"))
				.containsExactly("<-- 200 (16 bytes, not read to the end) (n ms)", "<-- cancelled (n ms)",
						"<-- the connection was closed (n ms)", "<-- no answer in time (n ms)");
		}
	}

	@Test
	void theObservationLastsToTheEnd() {
		List<JsonRpcClientObservationContext> stopped = new ArrayList<>();
		TestObservationRegistry registry = TestObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<JsonRpcClientObservationContext>() {

			@Override
			public void onStop(JsonRpcClientObservationContext context) {
				stopped.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof JsonRpcClientObservationContext;
			}

		});
		Consumer<JsonRpcTemplate.Builder> observed = (builder) -> builder.observationRegistry(registry);
		StepVerifier.create(elements(PieceTransport.of(this.body.flux()), observed))
			.then(() -> next("{\"result\":[1"))
			.then(() -> next(",2],\"id\":1}"))
			.expectNext(1, 2)
			.then(() -> assertThat(stopped).isEmpty())
			.then(this.body::complete)
			.expectComplete()
			.verify(PATIENCE);
		elements(PieceTransport.of(PieceTransport.body(LATE)), observed).onErrorComplete().blockLast();
		elements(PieceTransport.of(PieceTransport.body(THREE)), observed).take(1).blockLast();
		elements(PieceTransport.of(PieceTransport.body("{\"result\":[\"x\"]}")), observed).onErrorComplete()
			.blockLast();
		assertThat(stopped).extracting((context) -> context.getOutcome().status())
			.containsExactly(JsonRpcClientOutcome.Status.SUCCESS, JsonRpcClientOutcome.Status.RPC_ERROR,
					JsonRpcClientOutcome.CANCELLED.status(), JsonRpcClientOutcome.Status.CONVERSION_ERROR);
		assertThat(stopped.get(0).getResponseSize()).isEqualTo(23);
		assertThat(registry.getCurrentObservation()).isNull();
	}

	@Test
	void aStreamSendsAtOnceAndWaitsForItsFirstElement() {
		StubTransport server = StubTransport.server((request) -> List.of(1, 2));
		try (Stream<Integer> elements = JsonRpcTemplate.builder(server)
			.build()
			.method("m")
			.retrieveStream(Integer.class)) {
			assertThat(server.requests()).hasSize(1);
			assertThat(elements).containsExactly(1, 2);
		}
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> JsonRpcTemplate
			.builder(StubTransport.json("{\"id\":1,\"error\":{\"code\":7,\"message\":\"no\"}}"))
			.build()
			.method("m")
			.retrieveStream(Integer.class));
	}

	@Test
	void aStreamThatIsClosedBeforeItsEndCancelsTheBody() {
		Flux<byte[]> endless = PieceTransport.body("{\"result\":[0")
			.concatWith(PieceTransport.body(",1,2,3").repeat())
			.doOnCancel(() -> this.body.complete());
		try (Stream<Integer> elements = JsonRpcTemplate.builder(PieceTransport.of(endless))
			.build()
			.method("m")
			.retrieveStream(Integer.class)) {
			assertThat(elements.limit(5)).containsExactly(0, 1, 2, 3, 1);
		}
		StepVerifier.create(this.body.flux()).expectComplete().verify(PATIENCE);
	}

	@Test
	void aStreamThatIsClosedWhileAnElementIsWaitedForEnds() throws Exception {
		JsonRpcTemplate rpc = JsonRpcTemplate
			.builder(PieceTransport.of(PieceTransport.body("{\"result\":[1,").concatWith(Flux.never())))
			.name("stub")
			.build();
		Stream<Integer> elements = rpc.method("m").retrieveStream(Integer.class);
		Iterator<Integer> iterator = elements.iterator();
		assertThat(iterator.next()).isEqualTo(1);
		CompletableFuture<Throwable> waiting = new CompletableFuture<>();
		Thread thread = new Thread(() -> waiting.complete(catchThrowable(iterator::hasNext)));
		thread.start();
		while (thread.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		elements.close();
		assertThat(waiting).succeedsWithin(PATIENCE)
			.asInstanceOf(InstanceOfAssertFactories.THROWABLE)
			.isInstanceOf(IllegalStateException.class)
			.hasMessage("The stream of client 'stub', method 'm', was closed before its end");
		assertThatIllegalStateException().isThrownBy(iterator::hasNext).withMessageContaining("was closed");
	}

	@Test
	void aStreamThrowsTheErrorBehindItsElements() {
		try (Stream<Integer> elements = JsonRpcTemplate.builder(PieceTransport.of(PieceTransport.body(LATE)))
			.build()
			.method("m")
			.retrieveStream(Integer.class)) {
			assertThatExceptionOfType(JsonRpcMethodNotFoundException.class).isThrownBy(elements::toList);
		}
	}

	@Test
	void aStreamRefusesToBlockAThreadThatMustNot() {
		JsonRpcTemplate rpc = JsonRpcTemplate.builder(PieceTransport.of(PieceTransport.body(THREE))).build();
		assertThatIllegalStateException()
			.isThrownBy(() -> Mono.fromCallable(() -> rpc.method("m").retrieveStream(Integer.class))
				.subscribeOn(Schedulers.parallel())
				.block())
			.withMessageContaining("must not block the thread");
	}

	@Test
	void aStreamWhoseThreadIsInterruptedEnds() {
		JsonRpcTemplate rpc = JsonRpcTemplate
			.builder(PieceTransport.of(PieceTransport.body("{\"result\":[1,2,").concatWith(Flux.never())))
			.build();
		try (Stream<Integer> elements = rpc.method("m").retrieveStream(Integer.class)) {
			Thread thread = Thread.currentThread();
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> elements.forEach((element) -> thread.interrupt()))
				.withMessageContaining("interrupted while waiting");
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void theLimitOfACallIsThatOfItsTransport() {
		StubTransport server = StubTransport.server((request) -> List.of(1));
		JsonRpcTemplate rpc = JsonRpcTemplate.builder(server)
			.settings(JsonRpcClientSettings.builder("stub")
				.maxResponseSize(1000)
				.methods(List.of(new JsonRpcClientSettings.Method("large_*", null, 2000L, null)))
				.build())
			.build();
		assertThat(limit(server, () -> rpc.method("m").retrieve(Object.class))).isEqualTo(1000);
		assertThat(limit(server, () -> rpc.method("large_m").retrieve(Object.class))).isEqualTo(2000);
		assertThat(limit(server, () -> rpc.method("large_m").maxResponseSize(3000).retrieve(Object.class)))
			.isEqualTo(3000);
		assertThat(limit(server, () -> rpc.reactive().method("large_m").retrieveFlux(Object.class).blockLast()))
			.isEqualTo(2000);
		JsonRpcCallOptions options = JsonRpcCallOptions.builder().maxResponseSize(4000).build();
		assertThat(
				limit(server, () -> rpc.reactive().method("m").options(options).retrieveFlux(Object.class).blockLast()))
			.isEqualTo(4000);
		assertThat(limit(server,
				() -> rpc.method("m").maxResponseSize(1).options(options.mutate().build()).retrieve(Object.class)))
			.isEqualTo(4000);
	}

	private static long limit(StubTransport server, Runnable call) {
		call.run();
		return server.request().maxResponseSize();
	}

}
