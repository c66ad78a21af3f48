package io.github.jsonrpcspring.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.transport.WebClientJsonRpcTransport;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Answers that are given up anywhere leak no buffer of Netty, and no connection.
 */
class StreamLeakTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** What Netty knows of each buffer that nobody released. */
	private final List<String> leaks = new CopyOnWriteArrayList<>();

	private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();

	@BeforeEach
	void watch() {
		// What others left behind is not told of here
		allocate();
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		ByteBufUtil.setLeakListener((type, records) -> this.leaks.add(records));
	}

	@AfterEach
	void stopWatching() {
		ByteBufUtil.setLeakListener(null);
		ResourceLeakDetector.setLevel(this.level);
	}

	/**
	 * Leaks are found while others are allocated, once the garbage collector has told of
	 * them: when one of now is found, those before are.
	 */
	private void assertNoLeaks() {
		// What has the same story is told once only
		String hint = "left behind at " + System.nanoTime();
		assertThat(ByteBufAllocator.DEFAULT.directBuffer().touch(hint).isReadable()).isFalse();
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (this.leaks.isEmpty() && System.nanoTime() < end) {
			allocate();
		}
		allocate();
		assertThat(this.leaks).as("a buffer that nobody releases is seen, and no other").hasSize(1);
		assertThat(this.leaks.get(0)).contains(hint);
	}

	private static void allocate() {
		System.gc();
		for (int i = 0; i < 1000; i++) {
			ByteBufAllocator.DEFAULT.directBuffer().release();
		}
	}

	@Test
	void answersThatAreGivenUpAnywhereLeakNothing() throws InterruptedException {
		try (RawHttpServer server = RawHttpServer.start(StreamLeakTests::serve)) {
			JsonRpcTemplate rpc = JsonRpcTemplate.builder(server.uri().toString()).build();
			for (int i = 0; i < 35; i++) {
				int taken = (i * i) % 300;
				assertThat(rpc.reactive().method("m").retrieveFlux(String.class).take(taken).count().block())
					.isEqualTo(taken);
				try (Stream<String> elements = rpc.method("m").retrieveStream(String.class)) {
					assertThat(elements.limit(taken).count()).isEqualTo(taken);
				}
				// Cancelled at any moment from another thread
				Mono<Long> racing = rpc.reactive().method("m").retrieveFlux(String.class).count();
				assertThat(racing
					.or(Mono.fromSupplier(() -> server.requests().size())
						.delayElement(Duration.ofMillis(i % 7))
						.map(Integer::longValue))
					.block()).isNotNull();
				assertThat(catchThrowable(() -> rpc.reactive().method("m").retrieveFlux(Integer.class).blockLast()))
					.isInstanceOf(JsonRpcResultConversionException.class);
				assertThat(catchThrowable(() -> rpc.reactive()
					.method("m")
					.maxResponseSize(50_000)
					.retrieveFlux(String.class)
					.blockLast())).isInstanceOf(JsonRpcResponseTooLargeException.class);
			}
			for (RawConnection connection : server.allConnections()) {
				// One that was cancelled before it was used may be idle
				assertThat(connection.served() > 0 && connection.isOpenAfter(PATIENCE)).isFalse();
			}
			assertNoLeaks();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 1000", "Content-Length: 500" })
	void answersThatNeverLeaveAFilterLeakNothing(String length) throws InterruptedException {
		RawHttpServer.Script script = (connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", length) + "\r\n" + "x".repeat(500));
			connection.awaitEnd();
		};
		try (RawHttpServer server = RawHttpServer.start(script)) {
			BlockingQueue<ClientResponse> responses = new LinkedBlockingQueue<>();
			WebClient webClient = WebClient.builder()
				.filter((request, next) -> Mono.fromFuture(next.exchange(request).toFuture(), true)
					.doOnNext(responses::add)
					.flatMap((response) -> Mono.never()))
				.build();
			ReactiveJsonRpcTemplate rpc = ReactiveJsonRpcTemplate
				.builder(WebClientJsonRpcTransport.create(webClient, server.uri()))
				.build();
			for (int i = 0; i < 20; i++) {
				Disposable call = rpc.method("m").retrieve(String.class).subscribe();
				assertThat(responses.poll(10, TimeUnit.SECONDS)).isNotNull();
				call.dispose();
			}
			assertThat(server.requests()).hasSize(20);
			for (RawConnection connection : server.allConnections()) {
				assertThat(connection.isOpenAfter(PATIENCE)).isFalse();
			}
			assertNoLeaks();
		}
	}

	private static void serve(RawConnection connection) throws IOException, InterruptedException {
		connection.read();
		connection.write(RawAnswer.head("200 OK", "Transfer-Encoding: chunked") + "\r\na\r\n{\"result\":\r\n");
		for (int i = 0; i < 1000; i++) {
			String element = ((i > 0) ? "," : "[") + "\"" + "x".repeat(1000) + "\"";
			connection.write(Integer.toHexString(element.length()) + "\r\n" + element + "\r\n");
		}
	}

}
