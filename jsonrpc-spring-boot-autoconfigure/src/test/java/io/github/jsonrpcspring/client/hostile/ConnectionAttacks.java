package io.github.jsonrpcspring.client.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.hostile.HostileCase.Outcome;
import io.github.jsonrpcspring.testsupport.HttpStack;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;

import static io.github.jsonrpcspring.client.hostile.HostileCase.afterRequest;
import static io.github.jsonrpcspring.client.hostile.HostileCase.atOnce;

/**
 * Connections that are reset, closed, silent or slow, at every point of an answer.
 */
final class ConnectionAttacks {

	private static final Outcome NO_ANSWER = Outcome.failure(JsonRpcTransportException.class,
			"closed without an answer", "outcome of the call is unknown");

	/** The system may report a reset as one, or as an end. */
	private static final Outcome ANY = Outcome.failure(JsonRpcTransportException.class);

	private static final Outcome BROKEN = Outcome.failure(JsonRpcTransportException.class, "no answer");

	private static final Outcome LATE = Outcome.failure(JsonRpcTimeoutException.class, "no answer within");

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	private static final String LONG_BODY = HEAD + "Content-Length: 1000\r\n\r\n{\"jsonrpc\":";

	private static final String CHUNKED_BODY = HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"jso\r\n";

	private ConnectionAttacks() {
	}

	static List<HostileCase> all() {
		return List.of(atOnce("reset when connected", (connection, body) -> connection.reset()).ends(ANY),
				resetAfter("before the head", ""), resetAfter("within the status line", "HTTP/1."),
				resetAfter("within the headers", HEAD + "Content-Le"), resetAfter("before the body", HEAD + "\r\n"),
				resetAfter("within a body of known length", LONG_BODY), resetAfter("within chunks", CHUNKED_BODY),
				resetAfter("within a body that ends with its connection", HEAD + "\r\n{\"jsonrpc\":"),

				closeAfter("before the head", "").ends(NO_ANSWER),
				closeAfter("within the status line", "HTTP/1.").on(HttpStack.REACTOR_NETTY, NO_ANSWER),
				closeAfter("within the headers", HEAD + "Content-Le"),
				closeAfter("before a body of known length", HEAD + "Content-Length: 1000\r\n\r\n"),
				closeAfter("within a body of known length", LONG_BODY),
				closeAfter("before the first chunk", HEAD + "Transfer-Encoding: chunked\r\n\r\n"),
				closeAfter("within the size of a chunk", CHUNKED_BODY + "1"),
				closeAfter("within a chunk", CHUNKED_BODY + "100\r\nnrpc"),
				closeAfter("before the last chunk", CHUNKED_BODY),
				closeAfter("before the end of the last chunk", CHUNKED_BODY + "0\r\n").on(HttpStack.HTTP_COMPONENTS,
						Outcome.failure(JsonRpcParseException.class, "not JSON")),
				closeAfter("within the trailers", CHUNKED_BODY + "0\r\nX-Trailer: 1")
					.ends(Outcome.failure(JsonRpcParseException.class, "not JSON"))
					.on(HttpStack.REACTOR_NETTY, BROKEN),
				closeAfter("after an interim answer", "HTTP/1.1 100 Continue\r\n\r\n").ends(NO_ANSWER),

				silentAfter("when connected", ""), silentAfter("within the status line", "HTTP/1."),
				silentAfter("within the headers", HEAD + "Content-Le"),
				silentAfter("before the body", HEAD + "Content-Length: 1000\r\n\r\n"),
				silentAfter("within a body of known length", LONG_BODY), silentAfter("within chunks", CHUNKED_BODY),
				silentAfter("before the end of the last chunk", CHUNKED_BODY + "0\r\n"),
				silentAfter("within a body that ends with its connection", HEAD + "\r\n" + HostileCase.GOOD),
				silentAfter("after an interim answer", "HTTP/1.1 100 Continue\r\n\r\n"),

				afterRequest("trickles the head beyond the deadline", (connection, body) -> trickle(connection, HEAD))
					.ends(LATE),
				afterRequest("trickles a body of known length beyond the deadline",
						(connection, body) -> trickle(connection, LONG_BODY))
					.ends(LATE),
				afterRequest("trickles chunks beyond the deadline", (connection, body) -> {
					connection.write(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
					while (connection.isOpenAfter(Duration.ofMillis(10))) {
						connection.write("1\r\n \r\n");
					}
				}).ends(LATE), afterRequest("trickles interim answers beyond the deadline", (connection, body) -> {
					while (connection.isOpenAfter(Duration.ofMillis(10))) {
						connection.write("HTTP/1.1 102 Processing\r\n\r\n");
					}
				}).ends(LATE).on(HttpStack.JDK, BROKEN), afterRequest("one byte at a time", (connection, body) -> {
					for (byte one : RawAnswer.json(body.apply(HostileCase.GOOD)).getBytes(StandardCharsets.UTF_8)) {
						connection.write(new byte[] { one });
					}
				}).ends(Outcome.value(5)));
	}

	private static HostileCase resetAfter(String where, String start) {
		return afterRequest("reset " + where, (connection, body) -> {
			connection.write(start);
			connection.reset();
		}).ends(BROKEN);
	}

	private static HostileCase closeAfter(String where, String start) {
		return afterRequest("closed " + where, (connection, body) -> {
			connection.write(start);
			connection.close();
		}).ends(BROKEN);
	}

	private static HostileCase silentAfter(String where, String start) {
		return afterRequest("silent " + where, (connection, body) -> connection.write(start)).ends(LATE);
	}

	private static void trickle(RawConnection connection, String start) throws IOException, InterruptedException {
		connection.write(start);
		while (connection.isOpenAfter(Duration.ofMillis(10))) {
			connection.write("x");
		}
	}

}
