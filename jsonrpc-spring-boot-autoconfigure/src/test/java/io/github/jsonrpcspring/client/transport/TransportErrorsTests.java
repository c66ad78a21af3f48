package io.github.jsonrpcspring.client.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;

import javax.net.ssl.SSLException;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransportErrors}.
 */
class TransportErrorsTests {

	private static final String JDK_MESSAGE = "HTTP/1.1 header parser received no bytes";

	@Test
	void causeIsTakenOutOfWebClientRequestException() {
		IOException cause = new IOException("broken");
		assertThat(TransportErrors.translate(new WebClientRequestException(cause, HttpMethod.POST,
				URI.create("http://user:secret@host/"), HttpHeaders.EMPTY)))
			.isSameAs(cause);
	}

	@Test
	void otherErrorsAreLeftAlone() {
		IllegalStateException error = new IllegalStateException(new IOException());
		assertThat(TransportErrors.translate(error)).isSameAs(error);
	}

	@Test
	void row72EndWithoutAnswerIsToldByTheJdk() {
		IOException error = new IOException(JDK_MESSAGE, new EOFException("EOF reached while reading"));
		assertThat(TransportErrors.translate(error)).isInstanceOf(NoResponseException.class).hasCause(error);
	}

	@Test
	void otherEndsBeforeAnAnswerAreTakenOutOfWhatTheJdkSays() {
		SSLException tls = new SSLException("no TLS");
		SocketException reset = new SocketException("Connection reset");
		assertThat(TransportErrors.translate(new IOException(JDK_MESSAGE, tls))).isSameAs(tls);
		assertThat(TransportErrors.translate(new IOException(JDK_MESSAGE, reset))).isSameAs(reset);
	}

	@Test
	void errorsOfNettyBecomeIoExceptions() {
		SSLException tls = new SSLException("no TLS");
		assertThat(TransportErrors.translate(new DecoderException(tls))).isSameAs(tls);
		assertThat(TransportErrors.translate(new PrematureChannelClosureException())).isInstanceOf(IOException.class);
		assertThat(TransportErrors.translate(ReadTimeoutException.INSTANCE)).isInstanceOf(SocketTimeoutException.class);
	}

}
