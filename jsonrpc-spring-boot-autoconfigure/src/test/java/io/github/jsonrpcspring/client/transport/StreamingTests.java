package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for answers whose body is read as it comes.
 */
@ParameterizedClass
@EnumSource(TestTransport.class)
class StreamingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String CHUNKED = RawAnswer.head("200 OK", "Transfer-Encoding: chunked") + "\r\n";

	/** More than the buffers of two sockets and an HTTP client hold. */
	private static final int PIECES = 1500;

	private static final byte[] PIECE = ("10000\r\n" + "x".repeat(0x10000) + "\r\n")
		.getBytes(StandardCharsets.US_ASCII);

	@Parameter
	TestTransport transport;

	/**
	 * Return the pieces of a body, which is subscribed to when the reader is done.
	 */
	private Flux<byte[]> body(RawHttpServer server, long maxResponseSize) {
		JsonRpcTransportRequest request = JsonRpcTransportRequest.of(new byte[] { '1' })
			.maxResponseSize(maxResponseSize)
			.build();
		return this.transport.create(server.uri()).stream(request, Mono::just).flatMapMany((stream) -> {
			assertThat(stream.status().value()).isPositive();
			return stream.body();
		});
	}

	/**
	 * Start a server whose answers begin and do not end.
	 */
	private static RawHttpServer neverEnding() {
		return RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(CHUNKED + "3\r\nabc\r\n");
		});
	}

	private static String text(List<byte[]> pieces) {
		StringBuilder text = new StringBuilder();
		pieces.forEach((piece) -> text.append(new String(piece, StandardCharsets.UTF_8)));
		return text.toString();
	}

	@Test
	void aBodyThatIsReadToItsEndLeavesItsConnectionToTheNext() {
		try (RawHttpServer server = RawHttpServer.answering(CHUNKED + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")) {
			for (int i = 0; i < 20; i++) {
				assertThat(text(body(server, 5).collectList().block(PATIENCE))).isEqualTo("abcde");
			}
			assertThat(server.requests()).hasSize(20);
			assertThat(server.connections()).isLessThan(5);
		}
	}

	@Test
	void aBodyThatIsCancelledClosesItsConnection() {
		try (RawHttpServer server = neverEnding()) {
			StepVerifier.create(body(server, 100))
				.expectNextCount(1)
				.thenCancel()
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void aReaderThatIsCancelledClosesItsConnection() {
		try (RawHttpServer server = neverEnding()) {
			Mono<Void> reading = this.transport.create(server.uri())
				.stream(TestConnector.request("1"), (stream) -> stream.body().then());
			StepVerifier.create(reading)
				.then(() -> server.awaitRequests(1))
				.thenCancel()
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void aReaderThatIsCancelledBeforeItBeginsClosesItsConnection() {
		try (RawHttpServer server = neverEnding()) {
			cancelBeforeReading(server);
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void aBodyThatWasGivenUpIsNoEmptyBody() {
		try (RawHttpServer server = neverEnding()) {
			JsonRpcTransportStream stream = cancelBeforeReading(server);
			server.awaitOpenConnections(0);
			// Spring says behind its error that Reactor Netty had one too
			Consumer<Throwable> behindIt = (ex) -> {
			};
			StepVerifier.create(stream.body().contextWrite(Context.of("reactor.onErrorDropped.local", behindIt)))
				.expectError()
				.verify(PATIENCE);
		}
	}

	/**
	 * Cancel a reader that was given the answer and has not asked for its body.
	 * @return the answer
	 */
	private JsonRpcTransportStream cancelBeforeReading(RawHttpServer server) {
		CompletableFuture<JsonRpcTransportStream> begun = new CompletableFuture<>();
		Mono<Void> reading = this.transport.create(server.uri())
			.stream(TestConnector.request("1"),
					(stream) -> Mono.<Void>never().doOnSubscribe((subscription) -> begun.complete(stream)));
		StepVerifier.create(reading)
			.then(begun.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)::join)
			.thenCancel()
			.verifyThenAssertThat(PATIENCE)
			.hasNotDroppedErrors();
		return begun.join();
	}

	@Test
	void theServerWaitsForAReaderThatDoes() {
		AtomicLong written = new AtomicLong();
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(CHUNKED);
			for (int i = 0; i < PIECES; i++) {
				connection.write(PIECE);
				written.incrementAndGet();
			}
			connection.write("0\r\n\r\n");
		})) {
			AtomicLong read = new AtomicLong();
			StepVerifier.create(body(server, Long.MAX_VALUE).doOnNext((piece) -> read.addAndGet(piece.length)), 1)
				.expectNextCount(1)
				.then(() -> assertThat(stalled(written)).isLessThan(PIECES / 2))
				.thenRequest(Long.MAX_VALUE)
				.thenConsumeWhile((piece) -> true)
				.expectComplete()
				.verify(PATIENCE);
			assertThat(read).hasValue(PIECES * 0x10000L);
		}
	}

	/**
	 * Wait until nothing more is written for a while. On a slow machine this may be too
	 * early, which cannot fail the test.
	 */
	private static long stalled(AtomicLong written) {
		long before = -1;
		while (before != written.get()) {
			before = written.get();
			try {
				Thread.sleep(200);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return before;
	}

	@Test
	void aBodyThatIsTooLargeEndsInAnErrorAndClosesItsConnection() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(CHUNKED + "3\r\nabc\r\n");
			connection.awaitBytes();
			connection.write("3\r\ndef\r\n");
		})) {
			StepVerifier.create(body(server, 5))
				.thenConsumeWhile((piece) -> true)
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(DataBufferLimitException.class)
					.hasMessageContaining("larger than 5 bytes"))
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void aBodyWithAnErrorStatusIsCut() {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.of("500 Oops", "abcdefgh"))) {
			assertThat(text(body(server, 5).collectList().block(PATIENCE))).isEqualTo("abcde");
		}
	}

	@Test
	void anEventStreamIsNotRead() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Content-Type: text/event-stream") + "\r\ndata: 1\n\n");
		})) {
			assertThat(body(server, 5).collectList().block(PATIENCE)).isEmpty();
			server.awaitOpenConnections(0);
		}
	}

	@Test
	void aBodyThatIsBrokenOffEndsInAnError() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.write(CHUNKED + "3\r\nabc\r\n");
			connection.close();
		})) {
			List<byte[]> read = new ArrayList<>();
			StepVerifier.create(body(server, 100).doOnNext(read::add))
				.thenConsumeWhile((piece) -> true)
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(IOException.class))
				.verify(PATIENCE);
			assertThat(text(read)).isEqualTo("abc");
		}
	}

	@Test
	void aTransportThatReadsOnlyWholeAnswersGivesThemInOnePiece() {
		JsonRpcTransport whole = (request) -> Mono
			.just(new JsonRpcTransportResponse(HttpStatus.OK, HttpHeaders.EMPTY, new byte[] { 1 }));
		StepVerifier.create(whole.stream(TestConnector.request("1"), (stream) -> stream.body().collectList()))
			.assertNext((pieces) -> assertThat(pieces).containsExactly(new byte[] { 1 }))
			.expectComplete()
			.verify(PATIENCE);
	}

}
