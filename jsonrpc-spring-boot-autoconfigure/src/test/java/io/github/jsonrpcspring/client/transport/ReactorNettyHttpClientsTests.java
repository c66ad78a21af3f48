package io.github.jsonrpcspring.client.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.jsonrpcspring.testsupport.ClosingScript;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReactorNettyHttpClients} and what only Reactor Netty can do.
 */
class ReactorNettyHttpClientsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Test
	void row75WhenServerClosesEveryConnectionSilentlyThenNoRequestIsLostOrRepeated() {
		withClosingServer((server) -> {
			WebClientJsonRpcTransport transport = WebClientJsonRpcTransport.create(server.uri());
			for (int i = 0; i < 50; i++) {
				assertThat(send(transport, String.valueOf(i))).isEqualTo(String.valueOf(i));
			}
			assertThat(server.requests()).extracting(RawRequest::text)
				.containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(String::valueOf).toList());
		});
	}

	@Test
	void row75WhenServerClosesEveryConnectionSilentlyThenNoConcurrentRequestIsLostOrRepeated() {
		withClosingServer((server) -> {
			WebClientJsonRpcTransport transport = WebClientJsonRpcTransport.create(server.uri());
			StepVerifier
				.create(Flux.range(0, 200)
					.flatMap((i) -> transport.exchange(TestConnector.request(String.valueOf(i))), 8)
					.map(TestConnector::text)
					.sort()
					.collectList())
				.assertNext((texts) -> assertThat(texts).hasSize(200).doesNotHaveDuplicates())
				.expectComplete()
				.verify(PATIENCE);
			assertThat(server.requests()).extracting(RawRequest::text).hasSize(200).doesNotHaveDuplicates();
		});
	}

	@Test
	void connectionThatSpeaksHttp2IsLeftAlone() {
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.protocol(HttpProtocol.H2C)
			.handle((request, response) -> response.sendString(request.receive().aggregate().asString()))
			.bindNow();
		try {
			HttpClient client = ReactorNettyHttpClients.customize(HttpClient.create().protocol(HttpProtocol.H2C));
			WebClient webClient = WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
			assertThat(send(
					WebClientJsonRpcTransport.create(webClient, URI.create("http://127.0.0.1:" + server.port() + "/")),
					"\"h2\""))
				.isEqualTo("\"h2\"");
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void row52WhenCancelledWithTheWholeAnswerThenConnectionIsKept() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			WebClientJsonRpcTransport transport = withOneConnection(server.uri());
			for (int i = 0; i < 3; i++) {
				assertThat(transport.exchange(TestConnector.request("{}")).flux().take(1).collectList().block(PATIENCE))
					.hasSize(1);
			}
			assertThat(server.requests()).hasSize(3);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	void row52WhenCancelledOnAConnectionUpgradedToHttp2ThenItsOtherCallsGoOn() {
		List<SocketAddress> callers = new CopyOnWriteArrayList<>();
		Sinks.Empty<Void> arrived = Sinks.empty();
		Sinks.Empty<Void> cancelled = Sinks.empty();
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.protocol(HttpProtocol.H2C, HttpProtocol.HTTP11)
			.httpRequestDecoder((spec) -> spec.h2cMaxContentLength(65536))
			.handle((request, response) -> request.receive().aggregate().asString().flatMap((text) -> {
				callers.add(Objects.requireNonNull(request.remoteAddress()));
				if (text.equals("endless")) {
					request.withConnection((connection) -> connection.onDispose(cancelled::tryEmitEmpty));
					Flux<ByteBuf> endless = Flux.concat(Flux.just(Unpooled.copiedBuffer("[", StandardCharsets.UTF_8)),
							Flux.never());
					return response.send(endless, (part) -> true).then();
				}
				arrived.tryEmitEmpty();
				return response
					.sendString(cancelled.asMono().then(Mono.just(text).delayElement(Duration.ofMillis(300))))
					.then();
			}))
			.bindNow();
		try {
			Sinks.Empty<Void> begun = Sinks.empty();
			HttpClient client = ReactorNettyHttpClients
				.customize(HttpClient.create().protocol(HttpProtocol.H2C, HttpProtocol.HTTP11));
			WebClient webClient = WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(client))
				.filter((request, next) -> next.exchange(request).doOnNext((response) -> begun.tryEmitEmpty()))
				.build();
			WebClientJsonRpcTransport transport = WebClientJsonRpcTransport.create(webClient,
					URI.create("http://127.0.0.1:" + server.port() + "/"));
			Disposable first = transport.exchange(TestConnector.request("endless")).subscribe();
			begun.asMono().block(PATIENCE);
			CompletableFuture<JsonRpcTransportResponse> second = transport.exchange(TestConnector.request("second"))
				.toFuture();
			arrived.asMono().block(PATIENCE);
			first.dispose();
			assertThat(second).succeedsWithin(PATIENCE).extracting(TestConnector::text).isEqualTo("second");
			assertThat(callers).hasSize(2).containsOnly(callers.get(0));
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void row76WhenRequestIsTheLastThenConnectionIsClosedWhateverTheServerSays() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			HttpHeaders headers = new HttpHeaders();
			headers.set(HttpHeaders.CONNECTION, "close");
			WebClientJsonRpcTransport transport = WebClientJsonRpcTransport.create(server.uri());
			transport.exchange(JsonRpcTransportRequest.of(new byte[2]).headers(headers).build()).block(PATIENCE);
			server.awaitOpenConnections(0);
			assertThat(server.requests().get(0).headers("Connection")).containsExactly("close");
		}
	}

	@Test
	void row76WhenAnAnswerIsFollowedByAnotherThenWhoeverWaitsForTheConnectionGetsItsOwn() {
		try (RawHttpServer server = RawHttpServer
			.answering((request) -> RawAnswer.json(request.text()) + RawAnswer.of("200 OK", ""))) {
			WebClientJsonRpcTransport transport = withOneConnection(server.uri());
			StepVerifier
				.create(Flux.range(0, 20)
					.flatMap((i) -> transport.exchange(TestConnector.request(String.valueOf(i)))
						.map((response) -> TestConnector.text(response).equals(String.valueOf(i)))))
				.expectNextSequence(IntStream.range(0, 20).mapToObj((i) -> true).toList())
				.expectComplete()
				.verify(PATIENCE);
			assertThat(server.requests()).hasSize(20);
			assertThat(server.connections()).isEqualTo(20);
		}
	}

	@Test
	void row76WhenAnswerIsDroppedInTheChainThenNobodyGetsItsConnection() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			WebClientJsonRpcTransport transport = withOneConnection(server.uri());
			StepVerifier
				.create(Flux.range(0, 10)
					.flatMap((i) -> transport.exchange(TestConnector.request("{}"))
						.doOnNext(JsonRpcTransportResponse::drop)))
				.expectNextCount(10)
				.expectComplete()
				.verify(PATIENCE);
			assertThat(server.connections()).isEqualTo(10);
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void whenAnswerIsDroppedLaterThenIdleConnectionIsClosed() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			JsonRpcTransportResponse response = WebClientJsonRpcTransport.create(server.uri())
				.exchange(TestConnector.request("{}"))
				.block(PATIENCE);
			assertThat(response).isNotNull();
			response.drop();
			response.drop();
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void whenAnswerIsDroppedLaterThenAnotherRequestOnItsConnectionIsNotDisturbed() {
		AtomicReference<RawConnection> second = new AtomicReference<>();
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(RawAnswer.json("1"));
			second.set(connection);
			connection.read();
		})) {
			WebClientJsonRpcTransport transport = withOneConnection(server.uri());
			JsonRpcTransportResponse first = transport.exchange(TestConnector.request("1")).block(PATIENCE);
			assertThat(first).isNotNull();
			StepVerifier.create(transport.exchange(TestConnector.request("2")).map(TestConnector::text)).then(() -> {
				server.awaitRequests(2);
				first.drop();
				answer(second.get(), "2");
			}).expectNext("2").expectComplete().verify(PATIENCE);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	void row61GzipIsAskedForAndDecoded() {
		String body = "\"" + "x".repeat(300_000) + "\"";
		try (RawHttpServer server = gzipServer(body)) {
			JsonRpcTransportResponse response = WebClientJsonRpcTransport.create(server.uri())
				.exchange(TestConnector.request("{}"))
				.block(PATIENCE);
			assertThat(response).isNotNull();
			assertThat(TestConnector.text(response)).isEqualTo(body);
			assertThat(response.headers().headerNames()).doesNotContain("Content-Encoding");
			assertThat(server.requests().get(0).header("Accept-Encoding")).contains("gzip");
		}
	}

	@Test
	void row61CapCountsTheDecodedBytes() {
		try (RawHttpServer server = gzipServer("x".repeat(300_000))) {
			StepVerifier
				.create(WebClientJsonRpcTransport.create(server.uri())
					.exchange(JsonRpcTransportRequest.of(new byte[2]).maxResponseSize(200_000).build()))
				.expectError(DataBufferLimitException.class)
				.verify(PATIENCE);
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void whenClientHasReadTimeoutThenSocketTimeoutExceptionIsSignalled() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> connection.read())) {
			WebClientJsonRpcTransport transport = transport(server.uri(),
					(httpClient) -> httpClient.responseTimeout(Duration.ofMillis(100)));
			StepVerifier.create(transport.exchange(TestConnector.request("{}")))
				.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(SocketTimeoutException.class)
					.hasMessage("No data came within the read timeout"))
				.verify(PATIENCE);
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void row52WhenCancelledWhileConnectingThenConnectionAttemptEndsWithItsOwnTimeout() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> connection.awaitEnd())) {
			WebClientJsonRpcTransport transport = transport(
					URI.create(server.uri().toString().replace("http:", "https:")),
					(httpClient) -> httpClient.secure((spec) -> spec
						.sslContext((SslProvider.GenericSslContextSpec<?>) Http11SslContextSpec.forClient())
						.handshakeTimeout(Duration.ofSeconds(1))));
			StepVerifier.create(transport.exchange(TestConnector.request("{}")))
				.then(() -> server.awaitOpenConnections(1))
				.thenCancel()
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			server.awaitOpenConnections(0);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	/**
	 * Two idle connections in a row are found closed only when they are about to be used,
	 * which the pool takes for a failure.
	 */
	@Test
	void whenIdleConnectionsCloseWhileTheyAreTakenThenRequestGoesToANewOne() throws Exception {
		CountDownLatch arrived = new CountDownLatch(4);
		LoopResources loops = LoopResources.create("taken", 3, true);
		Set<Channel> channels = ConcurrentHashMap.newKeySet();
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			RawRequest request = Objects.requireNonNull(connection.read());
			arrived.countDown();
			arrived.await();
			connection.write(RawAnswer.json(request.text()));
			connection.awaitEnd();
		})) {
			WebClientJsonRpcTransport transport = transport(HttpClient.create(ConnectionProvider.create("taken", 10))
				.runOn(loops)
				.doOnConnected((connection) -> channels.add(connection.channel())), server.uri());
			Flux.range(0, 4).flatMap((i) -> transport.exchange(TestConnector.request("first"))).blockLast(PATIENCE);
			Map<EventLoop, CompletableFuture<Void>> held = hold(channels);
			assertThat(held).hasSizeGreaterThan(1);
			CompletableFuture<JsonRpcTransportResponse> next = transport.exchange(TestConnector.request("next"))
				.toFuture();
			List<EventLoop> busiestFirst = held.keySet()
				.stream()
				.sorted(Comparator.comparing((loop) -> -((SingleThreadEventExecutor) loop).pendingTasks()))
				.toList();
			for (EventLoop loop : busiestFirst) {
				held.get(loop).complete(null);
				assertThat(loop.submit(() -> true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
			}
			assertThat(next).succeedsWithin(PATIENCE).extracting(TestConnector::text).isEqualTo("next");
			assertThat(server.requests()).hasSize(5);
		}
		finally {
			loops.dispose();
		}
	}

	/**
	 * Keep the event loops busy until they are let go, and have them close their channels
	 * then.
	 */
	private static Map<EventLoop, CompletableFuture<Void>> hold(Set<Channel> channels) {
		Map<EventLoop, CompletableFuture<Void>> held = new HashMap<>();
		channels.stream().collect(Collectors.groupingBy(Channel::eventLoop)).forEach((loop, own) -> {
			CompletableFuture<Void> released = new CompletableFuture<>();
			loop.execute(() -> {
				released.join();
				own.forEach((channel) -> Connection.from(channel).dispose());
			});
			held.put(loop, released);
		});
		return held;
	}

	private static void withClosingServer(Consumer<RawHttpServer> test) {
		ClosingScript.run((request) -> RawAnswer.json(request.text()), (closing) -> {
			try (RawHttpServer server = RawHttpServer.start(closing)) {
				test.accept(server);
			}
		});
	}

	private static RawHttpServer gzipServer(String body) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write(body.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Content-Encoding: gzip", "Content-Length: " + compressed.size())
					+ "\r\n");
			connection.write(compressed.toByteArray());
		});
	}

	private static void answer(RawConnection connection, String body) {
		try {
			connection.write(RawAnswer.json(body));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static WebClientJsonRpcTransport withOneConnection(URI target) {
		ConnectionProvider provider = ConnectionProvider.builder("one")
			.maxConnections(1)
			.pendingAcquireMaxCount(-1)
			.build();
		return transport(HttpClient.create(provider), target);
	}

	private static WebClientJsonRpcTransport transport(URI target, UnaryOperator<HttpClient> customizer) {
		return transport(customizer.apply(HttpClient.create()), target);
	}

	private static WebClientJsonRpcTransport transport(HttpClient httpClient, URI target) {
		return WebClientJsonRpcTransport.create(WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(ReactorNettyHttpClients.customize(httpClient)))
			.build(), target);
	}

	private static String send(WebClientJsonRpcTransport transport, String body) {
		JsonRpcTransportResponse response = transport.exchange(TestConnector.request(body)).block(PATIENCE);
		assertThat(response).isNotNull();
		return TestConnector.text(response);
	}

}
