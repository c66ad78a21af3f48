package io.github.jsonrpcspring.client.hostile;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcResponseTooLargeException;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.hostile.HostileCase.Outcome;
import io.github.jsonrpcspring.testsupport.HttpStack;

import static io.github.jsonrpcspring.client.hostile.HostileCase.afterRequest;
import static io.github.jsonrpcspring.client.hostile.HostileCase.head;

/**
 * Bodies that are longer or shorter than their answer says, or never end.
 */
final class FramingAttacks {

	private static final Outcome BROKEN = Outcome.failure(JsonRpcTransportException.class, "no answer");

	private static final Outcome LATE = Outcome.failure(JsonRpcTimeoutException.class, "no answer within");

	private static final Outcome TOO_LARGE = Outcome.failure(JsonRpcResponseTooLargeException.class,
			"max-response-size");

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n";

	private FramingAttacks() {
	}

	static List<HostileCase> all() {
		return List.of(
				head("a length that is too short", OK + "Content-Length: 10")
					.ends(Outcome.failure(JsonRpcParseException.class, "not JSON").dropped()),
				head("a length that is too long", OK + "Content-Length: 10000").ends(LATE),
				head("a length of zero", OK + "Content-Length: 0")
					.ends(Outcome.failure(JsonRpcInvalidResponseException.class, "HTTP 200").dropped()),
				head("a negative length", OK + "Content-Length: -1").ends(BROKEN).on(HttpStack.JDK, LATE),
				head("a length that is no number", OK + "Content-Length: many").ends(BROKEN),
				head("a length in hexadecimal digits", OK + "Content-Length: 0x26").ends(BROKEN),
				head("a length with a sign", OK + "Content-Length: +%d").ends(Outcome.value(5))
					.on(HttpStack.REACTOR_NETTY, BROKEN),
				head("a length beyond all numbers", OK + "Content-Length: 99999999999999999999").ends(BROKEN),
				head("a length of many terabytes", OK + "Content-Length: 9000000000000000").ends(LATE),
				head("two different lengths", OK + "Content-Length: %d\r\nContent-Length: 10").ends(BROKEN)
					.on(HttpStack.JDK, Outcome.value(5)),
				head("two different lengths in a list", OK + "Content-Length: %d, 10").ends(BROKEN),
				head("the same length twice", OK + "Content-Length: %d\r\nContent-Length: %d").ends(BROKEN)
					.on(HttpStack.JDK, Outcome.value(5)),
				head("a length and chunks", OK + "Content-Length: %d\r\nTransfer-Encoding: chunked").ends(BROKEN)
					.on(HttpStack.JDK, Outcome.value(5))
					.on(HttpStack.HTTP_COMPONENTS, LATE),
				head("an unknown transfer encoding", OK + "Transfer-Encoding: x-own\r\nContent-Length: %d")
					.ends(Outcome.value(5))
					.on(HttpStack.HTTP_COMPONENTS, BROKEN),

				chunked("chunks with extensions and trailers",
						"%s;a=b;c=\"d\"\r\n%s\r\n0;z\r\nX-One: 1\r\nX-Two: 2\r\n\r\n")
					.ends(Outcome.value(5)),
				chunked("trailers that contradict the head",
						"%s\r\n%s\r\n0\r\nContent-Length: 3\r\nContent-Type: text/event-stream\r\n\r\n")
					.ends(Outcome.value(5)),
				chunked("a size with leading zeros", "0000000%s\r\n%s\r\n0\r\n\r\n").ends(Outcome.value(5)),
				chunked("a size that is no number", "huge\r\n%2$s\r\n0\r\n\r\n").ends(BROKEN),
				chunked("a negative size", "-%s\r\n%s\r\n0\r\n\r\n").ends(BROKEN),
				chunked("a size beyond all numbers", "FFFFFFFFFFFFFFFFF\r\n%2$s\r\n0\r\n\r\n").ends(BROKEN),
				chunked("a size that is too short", "5\r\n%2$s\r\n0\r\n\r\n").ends(BROKEN),
				chunked("a size that is too long", "FFF\r\n%2$s\r\n0\r\n\r\n").ends(LATE),
				endless("an endless size", CHUNKED + "\r\n", "0".repeat(8192)).ends(BROKEN),
				endless("an endless extension", CHUNKED + "\r\n1;", "x".repeat(8192)).ends(BROKEN),
				endless("endless trailers", CHUNKED + "\r\n1\r\n5\r\n0\r\n", "X-Trailer: 1\r\n".repeat(500))
					.ends(BROKEN)
					.on(HttpStack.JDK,
							Outcome.failure(JsonRpcInvalidResponseException.class, "neither an object nor an array")),

				endless("endless chunks", CHUNKED + "\r\n", "2000\r\n" + " ".repeat(8192) + "\r\n").ends(TOO_LARGE),
				endless("endless tiny chunks", CHUNKED + "\r\n", "1\r\n \r\n".repeat(1000)).ends(LATE),
				endless("an endless body", OK + "\r\n", "{\"a\":1},".repeat(1024)).ends(TOO_LARGE),
				endless("an endless body of blanks", OK + "\r\n", "\n".repeat(8192)).ends(TOO_LARGE),
				endless("more than the limit, of known length", OK + "Content-Length: 2000000000\r\n\r\n",
						"x".repeat(8192))
					.ends(TOO_LARGE),
				endless("an endless body with an error status", "HTTP/1.1 503 Busy\r\n\r\n", "x".repeat(8192))
					.ends(Outcome.failure(JsonRpcTransportException.class, "HTTP 503")),
				endless("endless interim answers", "", "HTTP/1.1 100 Continue\r\n\r\n".repeat(300)).ends(LATE)
					.on(HttpStack.JDK, BROKEN));
	}

	/**
	 * Write chunks; {@code %s} is the size of the body, then the body.
	 */
	private static HostileCase chunked(String name, String chunks) {
		return afterRequest(name, (connection, body) -> {
			String json = body.apply(HostileCase.GOOD);
			connection.write(CHUNKED + "\r\n" + chunks.formatted(Integer.toHexString(json.length()), json));
		});
	}

	private static HostileCase endless(String name, String start, String more) {
		return afterRequest(name, (connection, body) -> {
			connection.write(start);
			while (true) {
				connection.write(more);
			}
		});
	}

}
