package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;

import io.github.jsonrpcspring.testsupport.ClosedPort;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawHttpServer.Script;
import io.github.jsonrpcspring.testsupport.StackTraces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the errors that a transport signals.
 */
@ParameterizedClass
@EnumSource(TestTransport.class)
class ConnectionFailureTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Parameter
	TestTransport transport;

	@Test
	void whenNobodyListensThenConnectExceptionIsSignalled() {
		try (ClosedPort port = new ClosedPort()) {
			fails(URI.create("http://127.0.0.1:" + port.number() + "/"),
					(error) -> assertThat(error).isInstanceOf(ConnectException.class));
		}
	}

	@Test
	void row72WhenConnectionIsClosedWithoutAnswerThenRequestIsNotRepeated() {
		fails((connection) -> {
			connection.read();
			connection.close();
		}, (error) -> assertThat(error).isInstanceOf(NoResponseException.class)
			.hasMessage("The connection was closed without an answer after the request had been written"));
	}

	@Test
	void row51WhenUsedConnectionIsClosedWithoutAnswerThenRequestIsNotRepeated() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			while (connection.read() != null && connection.served() < 2) {
				connection.write(RawAnswer.json("{}"));
			}
			connection.close();
		})) {
			JsonRpcTransport transport = this.transport.create(server.uri());
			int sent = 0;
			Throwable error = null;
			while (error == null && sent < 100) {
				sent++;
				error = transport.exchange(TestConnector.request("{}"))
					.then(Mono.<Throwable>empty())
					.onErrorResume(Mono::just)
					.block(PATIENCE);
			}
			assertThat(error).isInstanceOf(NoResponseException.class);
			assertThat(server.requests()).hasSize(sent);
		}
	}

	@Test
	void row51WhenConnectionIsResetWithoutAnswerThenRequestIsNotRepeated() {
		fails((connection) -> {
			connection.read();
			connection.reset();
		}, (error) -> assertThat(error).isInstanceOf(IOException.class).isNotInstanceOf(NoResponseException.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Le", "hello\r\n\r\n" })
	void whenAnswerIsNoWholeHeadThenIoExceptionIsSignalled(String answer) {
		fails((connection) -> {
			connection.read();
			connection.write(answer);
			connection.close();
		}, (error) -> assertThat(error).isInstanceOf(IOException.class));
	}

	@Test
	void whenBodyIsBrokenOffThenIoExceptionIsSignalled() {
		fails((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Content-Length: 10") + "\r\nhalf");
			connection.close();
		}, (error) -> assertThat(error).isInstanceOf(IOException.class).isNotInstanceOf(NoResponseException.class));
	}

	@Test
	void whenConnectionIsResetInTheBodyThenIoExceptionIsSignalled() {
		fails((connection) -> {
			connection.read();
			connection.write(RawAnswer.head("200 OK", "Content-Length: 10") + "\r\nhalf");
			connection.reset();
		}, (error) -> assertThat(error).isInstanceOf(IOException.class));
	}

	@Test
	void whenServerDoesNotSpeakTlsThenSslExceptionIsSignalled() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> connection.write("no TLS here\r\n\r\n"))) {
			fails(URI.create(server.uri().toString().replace("http:", "https:")),
					(error) -> assertThat(error).isInstanceOf(SSLException.class));
		}
	}

	private void fails(Script script, Consumer<Throwable> assertions) {
		try (RawHttpServer server = RawHttpServer.start(script)) {
			fails(server.uri(), assertions);
			assertThat(server.requests()).hasSize(1);
		}
	}

	private void fails(URI uri, Consumer<Throwable> assertions) {
		JsonRpcTransport transport = this.transport.create(uri.resolve("secret/path?key=secret"));
		StepVerifier.create(transport.exchange(TestConnector.request("{}"))).expectErrorSatisfies((error) -> {
			assertions.accept(error);
			assertThat(StackTraces.of(error)).doesNotContain("secret");
		}).verify(PATIENCE);
	}

}
