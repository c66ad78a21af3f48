package io.github.jsonrpcspring.client.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.github.jsonrpcspring.testsupport.ClosedPort;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import io.github.jsonrpcspring.testsupport.StackTraces;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link WebClientJsonRpcTransport}.
 */
@ParameterizedClass
@EnumSource(TestConnector.class)
class WebClientJsonRpcTransportTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Parameter
	TestConnector connector;

	private final RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"));

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void baseUrlOfTheWebClientIsTheTarget() {
		WebClient webClient = this.connector.webClient().baseUrl(this.server.uri() + "rpc?key=1").build();
		WebClientJsonRpcTransport.create(webClient).exchange(TestConnector.request("{}")).block(PATIENCE);
		assertThat(this.server.requests().get(0).line()).isEqualTo("POST /rpc?key=1 HTTP/1.1");
	}

	@Test
	void targetWinsOverTheBaseUrl() {
		WebClient webClient = this.connector.webClient().baseUrl("http://127.0.0.1:1/other").build();
		WebClientJsonRpcTransport.create(webClient, this.server.uri())
			.exchange(TestConnector.request("{}"))
			.block(PATIENCE);
		assertThat(this.server.requests().get(0).line()).isEqualTo("POST / HTTP/1.1");
	}

	@Test
	void builderIsUsedAsItIsNow() {
		WebClient.Builder builder = this.connector.webClient().defaultHeader("X-Stage", "first");
		WebClientJsonRpcTransport transport = WebClientJsonRpcTransport.create(builder, this.server.uri());
		builder.defaultHeader("X-Stage", "second")
			.filters((filters) -> assertThat(filters).as("filters of the builder").isEmpty());
		transport.exchange(TestConnector.request("{}")).block(PATIENCE);
		assertThat(this.server.requests().get(0).headers("X-Stage")).containsExactly("first");
	}

	@Test
	void customizerMayKeepItsBuilder() {
		AtomicReference<WebClient.Builder> builder = new AtomicReference<>();
		WebClientJsonRpcTransport.create(URI.create("http://127.0.0.1:1/"), builder::set);
		WebClientJsonRpcTransport.create(builder.get(), this.server.uri())
			.exchange(TestConnector.request("{}"))
			.block(PATIENCE);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void builderNeedsAnAbsoluteTargetToo() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> WebClientJsonRpcTransport.create(this.connector.webClient(), URI.create("/rpc")))
			.withMessage("'target' must be absolute");
	}

	@Test
	void whenThereIsNoBaseUrlThenThatIsSaid() {
		WebClient webClient = this.connector.webClient().build();
		assertThatIllegalArgumentException().isThrownBy(() -> WebClientJsonRpcTransport.create(webClient))
			.withMessage("The WebClient needs an absolute base URL");
	}

	@Test
	void targetMustBeAbsolute() {
		WebClient webClient = this.connector.webClient().build();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> WebClientJsonRpcTransport.create(webClient, URI.create("/rpc")))
			.withMessage("'target' must be absolute");
	}

	@Test
	void row52WhenCancelledWhileAFilterHoldsTheAnswerThenConnectionIsClosed() {
		CountDownLatch held = new CountDownLatch(1);
		WebClient webClient = this.connector.webClient()
			.filter((request, next) -> next.exchange(request)
				.doOnNext((response) -> held.countDown())
				.delayElement(Duration.ofHours(1)))
			.build();
		try (RawHttpServer endless = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Transfer-Encoding: chunked") + "\r\n1\r\n[\r\n");
		})) {
			StepVerifier
				.create(WebClientJsonRpcTransport.create(webClient, endless.uri())
					.exchange(TestConnector.request("{}")))
				.then(() -> assertThat(await(held)).isTrue())
				.thenCancel()
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			endless.awaitOpenConnections(0);
		}
	}

	@Test
	void row52WhenCancelledThenTheBodyIsCancelledBeforeTheConnectionIsClosed() {
		CountDownLatch reading = new CountDownLatch(1);
		AtomicReference<RawConnection> accepted = new AtomicReference<>();
		AtomicBoolean open = new AtomicBoolean();
		WebClient webClient = this.connector.webClient()
			.filter((request, next) -> next.exchange(request)
				.map((response) -> response.mutate()
					.body((body) -> body.doOnNext((buffer) -> reading.countDown())
						.doOnCancel(() -> open.set(isOpenAfterAWhile(accepted.get()))))
					.build()))
			.build();
		try (RawHttpServer endless = RawHttpServer.start((connection) -> {
			accepted.set(connection);
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Transfer-Encoding: chunked") + "\r\n1\r\n[\r\n");
		})) {
			StepVerifier
				.create(WebClientJsonRpcTransport.create(webClient, endless.uri())
					.exchange(TestConnector.request("{}")))
				.then(() -> assertThat(await(reading)).isTrue())
				.thenCancel()
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			assertThat(open).isTrue();
			endless.awaitOpenConnections(0);
		}
	}

	@Test
	void row52WhenCancelledBehindAFilterBeforeItIsSentThenItIsNotSent() {
		Sinks.Empty<Void> go = Sinks.empty();
		CompletableFuture<ClientResponse> sent = new CompletableFuture<>();
		WebClient webClient = this.connector.webClient().filter((request, next) -> {
			go.asMono().then(next.exchange(request)).subscribe(sent::complete, sent::completeExceptionally);
			return Mono.fromFuture(sent, true);
		}).build();
		StepVerifier
			.create(WebClientJsonRpcTransport.create(webClient, this.server.uri())
				.exchange(TestConnector.request("{}")))
			.thenCancel()
			.verify(PATIENCE);
		go.tryEmitEmpty();
		assertThat(sent).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOf(CancellationException.class);
		this.connector.transport(this.server.uri()).exchange(TestConnector.request("next")).block(PATIENCE);
		assertThat(this.server.requests()).extracting(RawRequest::text).containsExactly("next");
	}

	private static boolean isOpenAfterAWhile(RawConnection connection) {
		try {
			return connection.isOpenAfter(Duration.ofMillis(100));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whoObservesTheWebClientSeesNoPathAndNoQuery() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		List<String> filtered = new CopyOnWriteArrayList<>();
		WebClient webClient = this.connector.webClient().observationRegistry(registry).filter((request, next) -> {
			filtered.add(request.url().toString());
			return next.exchange(request);
		}).build();
		URI target = URI.create(this.server.uri() + "v2/s3cr3t?key=s3cr3t");
		WebClientJsonRpcTransport.create(webClient, target).exchange(TestConnector.request("{}")).block(PATIENCE);
		assertThat(this.server.requests().get(0).line()).isEqualTo("POST /v2/s3cr3t?key=s3cr3t HTTP/1.1");
		assertThat(filtered).containsExactly(target.toString());
		String shown = "http://127.0.0.1:" + target.getPort();
		TestObservationRegistryAssert.assertThat(registry)
			.hasSingleObservationThat()
			.hasHighCardinalityKeyValue("http.url", shown)
			.hasLowCardinalityKeyValue("uri", "none");
	}

	@Test
	void failureHasNoPathAndNoQueryInWhatIsObserved() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		WebClient webClient = this.connector.webClient().observationRegistry(registry).build();
		try (ClosedPort port = new ClosedPort()) {
			URI target = URI.create("http://127.0.0.1:" + port.number() + "/v2/s3cr3t?key=s3cr3t");
			StepVerifier
				.create(WebClientJsonRpcTransport.create(webClient, target).exchange(TestConnector.request("{}")))
				.expectError()
				.verify(PATIENCE);
		}
		TestObservationRegistryAssert.assertThat(registry)
			.hasAnObservation((context) -> context.thenError()
				.satisfies((error) -> assertThat(StackTraces.of(error)).contains("Request to POST")
					.doesNotContain("s3cr3t")));
	}

	@Test
	void targetWithNothingToHideIsSeenAsItIs() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		WebClient webClient = this.connector.webClient().observationRegistry(registry).build();
		WebClientJsonRpcTransport.create(webClient, this.server.uri())
			.exchange(TestConnector.request("{}"))
			.block(PATIENCE);
		TestObservationRegistryAssert.assertThat(registry)
			.hasSingleObservationThat()
			.hasHighCardinalityKeyValue("http.url", this.server.uri().toString())
			.hasLowCardinalityKeyValue("uri", "/");
	}

	@Test
	void attributesReachTheFilters() {
		List<Object> seen = new CopyOnWriteArrayList<>();
		WebClient webClient = this.connector.webClient().filter((request, next) -> {
			seen.add(request.attribute("method").orElse("none"));
			return next.exchange(request);
		}).build();
		WebClientJsonRpcTransport.create(webClient, this.server.uri())
			.exchange(JsonRpcTransportRequest.of(new byte[2]).attributes(Map.of("method", "add")).build())
			.block(PATIENCE);
		assertThat(seen).containsExactly("add");
	}

	@Test
	void errorOfAFilterIsSignalledAsItIs() {
		IllegalStateException failure = new IllegalStateException("no token");
		WebClient webClient = this.connector.webClient().filter((request, next) -> Mono.error(failure)).build();
		StepVerifier
			.create(WebClientJsonRpcTransport.create(webClient, this.server.uri())
				.exchange(TestConnector.request("{}")))
			.expectErrorSatisfies((error) -> assertThat(error).isSameAs(failure))
			.verify(PATIENCE);
		assertThat(this.server.connections()).isZero();
	}

	@Test
	void targetIsNoTagOfTheMetrics() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		WebClient.Builder builder = this.connector.webClient()
			.observationRegistry(registry)
			.baseUrl(this.server.uri() + "secret");
		WebClientJsonRpcTransport.create(builder.build()).exchange(TestConnector.request("{}")).block(PATIENCE);
		WebClientJsonRpcTransport.create(builder.build(), this.server.uri().resolve("secret"))
			.exchange(TestConnector.request("{}"))
			.block(PATIENCE);
		assertThat(registry).hasNumberOfObservationsEqualTo(2)
			.forAllObservationsWithNameEqualTo("http.client.requests",
					(observation) -> observation.hasLowCardinalityKeyValue("uri", "none"));
	}

	@Test
	void row53EachSubscriptionSendsTheRequestOnce() {
		Mono<JsonRpcTransportResponse> exchange = this.connector.transport(this.server.uri())
			.exchange(TestConnector.request("{}"));
		assertThat(this.server.connections()).isZero();
		StepVerifier.create(exchange.repeat(2)).expectNextCount(3).expectComplete().verify(PATIENCE);
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void concurrentExchangesGetTheirOwnAnswers() {
		try (RawHttpServer echo = RawHttpServer.answering((request) -> RawAnswer.json(request.text()))) {
			WebClientJsonRpcTransport transport = this.connector.transport(echo.uri());
			StepVerifier
				.create(Flux.range(0, 200)
					.map(String::valueOf)
					.flatMap((text) -> transport.exchange(TestConnector.request(text))
						.map((response) -> TestConnector.text(response).equals(text)), 16)
					.all(Boolean::booleanValue))
				.expectNext(true)
				.expectComplete()
				.verify(PATIENCE);
			assertThat(echo.requests()).hasSize(200);
		}
	}

}
