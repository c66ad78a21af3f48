package io.github.jsonrpcspring.service;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Error mappings to checked exceptions.
 */
class CheckedErrorMappingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Checked checked = Clients.create(StubTransport.server((request) -> new JsonRpcError(5, "no file")),
			Checked.class);

	@Test
	void aBlockingMethodThrowsItAsItself() {
		assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(this.checked::blocking)
			.withMessage("no file")
			.withCauseInstanceOf(JsonRpcErrorException.class);
	}

	@Test
	void aMethodThatDeclaresASupertypeThrowsIt() {
		assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(this.checked::wider);
	}

	@Test
	void aStreamThrowsItAsItselfAlsoBehindItsElements() throws IOException {
		assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(this.checked::stream).withMessage("no file");
		Checked late = Clients.create(
				StubTransport.json("{\"id\":1,\"result\":[\"a\"],\"error\":{\"code\":5,\"message\":\"no file\"}}"),
				Checked.class);
		try (Stream<String> stream = late.stream()) {
			assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(stream::toList)
				.satisfies(CheckedErrorMappingTests::requireMapped);
		}
	}

	@Test
	void publishersAndFuturesSignalItAsItself() throws IOException {
		StepVerifier.create(this.checked.mono())
			.expectErrorSatisfies(CheckedErrorMappingTests::requireMapped)
			.verify(PATIENCE);
		StepVerifier.create(this.checked.flux())
			.expectErrorSatisfies(CheckedErrorMappingTests::requireMapped)
			.verify(PATIENCE);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(this.checked.future()::join)
			.satisfies((failure) -> requireMapped(failure.getCause()));
	}

	@Test
	void thatOfTheInterfaceCountsOnlyWhereItIsDeclared() {
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(this.checked::undeclared).withNoCause();
	}

	@Test
	void aMappingThatDoesNotCountLeavesTheCodeToTheNext() {
		Layered layered = Clients.create(StubTransport.server((request) -> new JsonRpcError(5, "no file")),
				Layered.class);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(layered::undeclared).withMessage("no file");
		assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(layered::declared);
	}

	@Test
	void aDefaultMethodCanCatchIt() {
		assertThat(this.checked.orElse("none")).isEqualTo("none");
	}

	@Test
	void aNotificationThrowsIt() throws IOException {
		Checked refused = Clients.create(
				StubTransport.http(400, HttpHeaders.EMPTY,
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":5,\"message\":\"no file\"},\"id\":null}"),
				Checked.class);
		assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(refused::notification);
		StepVerifier.create(refused.monoOfNotification())
			.expectErrorSatisfies(CheckedErrorMappingTests::requireMapped)
			.verify(PATIENCE);
	}

	private static void requireMapped(Throwable failure) {
		assertThat(failure).isInstanceOf(FileNotFoundException.class)
			.hasMessage("no file")
			.hasCauseInstanceOf(JsonRpcErrorException.class);
	}

	@JsonRpcErrorMapping(code = 5, exception = FileNotFoundException.class)
	interface Checked {

		String blocking() throws FileNotFoundException;

		void wider() throws InterruptedException, IOException;

		Mono<String> mono() throws IOException;

		Flux<String> flux() throws IOException;

		Stream<String> stream() throws IOException;

		CompletableFuture<String> future() throws IOException;

		void undeclared();

		@JsonRpcNotification
		void notification() throws IOException;

		@JsonRpcNotification
		Mono<Void> monoOfNotification() throws IOException;

		default String orElse(String other) {
			try {
				return blocking();
			}
			catch (FileNotFoundException ex) {
				return other;
			}
		}

	}

	@JsonRpcErrorMapping(code = 5, exception = IllegalStateException.class)
	interface Base {

	}

	@JsonRpcErrorMapping(code = 5, exception = FileNotFoundException.class)
	interface Layered extends Base {

		void undeclared();

		void declared() throws IOException;

	}

}
