package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that {@link WebClientJsonRpcTransport} sends again, and for those
 * that it does not.
 */
class UnsentRequestTests {

	private static final URI TARGET = URI.create("http://127.0.0.1:1/");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final AtomicInteger attempts = new AtomicInteger();

	@Test
	void row51WhenNothingWasWrittenThenRequestIsSentAgain() {
		StepVerifier.create(exchange(AbortedException.beforeSend(), 2))
			.assertNext((response) -> assertThat(response.status().value()).isEqualTo(200))
			.expectComplete()
			.verify(PATIENCE);
		assertThat(this.attempts).hasValue(3);
	}

	@Test
	void row51WhenNothingCanBeWrittenThenItEndsAsAFailureToConnect() {
		StepVerifier.create(exchange(AbortedException.beforeSend(), Integer.MAX_VALUE))
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(ConnectException.class)
				.hasMessage("The connection was closed before the request could be written"))
			.verify(PATIENCE);
		assertThat(this.attempts).hasValue(5);
	}

	@Test
	void row51WhenNothingWasWrittenIsTheCauseThenRequestIsSentAgain() {
		StepVerifier.create(exchange(new IOException("closed", new NothingWrittenException()), 1))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(this.attempts).hasValue(2);
	}

	@Test
	void row51WhenSomethingMayHaveBeenWrittenThenRequestIsNotSentAgain() {
		IOException reset = new IOException("Connection reset by peer");
		StepVerifier.create(exchange(reset, 1))
			.expectErrorSatisfies((error) -> assertThat(error).isSameAs(reset))
			.verify(PATIENCE);
		assertThat(this.attempts).hasValue(1);
	}

	@Test
	void whenConnectingFailsThenRequestIsNotSentAgain() {
		StepVerifier.create(exchange(new ConnectException("refused"), 1))
			.expectError(ConnectException.class)
			.verify(PATIENCE);
		assertThat(this.attempts).hasValue(1);
	}

	private Publisher<JsonRpcTransportResponse> exchange(Exception failure, int failures) {
		WebClient webClient = WebClient.builder().exchangeFunction((request) -> {
			if (this.attempts.incrementAndGet() <= failures) {
				return Mono.error(new WebClientRequestException(failure, HttpMethod.POST, TARGET, HttpHeaders.EMPTY));
			}
			return Mono.just(ClientResponse.create(HttpStatus.OK).build());
		}).build();
		return WebClientJsonRpcTransport.create(webClient, TARGET).exchange(TestConnector.request("{}"));
	}

}
