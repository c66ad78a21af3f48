package io.github.jsonrpcspring.client.hostile;

import java.util.List;
import java.util.Random;

import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.hostile.HostileCase.Outcome;
import io.github.jsonrpcspring.testsupport.HttpStack;
import io.github.jsonrpcspring.testsupport.RawAnswer;

import static io.github.jsonrpcspring.client.hostile.HostileCase.afterRequest;
import static io.github.jsonrpcspring.client.hostile.HostileCase.answer;
import static io.github.jsonrpcspring.client.hostile.HostileCase.head;

/**
 * Status lines and headers that are strange, wrong or far too many.
 */
final class HeadAttacks {

	private static final Outcome BROKEN = Outcome.failure(JsonRpcTransportException.class, "no answer");

	private static final Outcome LATE = Outcome.failure(JsonRpcTimeoutException.class, "no answer within");

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	private static final String LENGTH = "\r\nContent-Length: %d";

	private HeadAttacks() {
	}

	static List<HostileCase> all() {
		return List.of(interim("100 Continue").ends(Outcome.value(5)), interim("102 Processing").ends(Outcome.value(5)),
				interim("103 Early Hints\r\nLink: </style.css>; rel=preload").ends(Outcome.value(5)),
				interim("199 Odd").ends(Outcome.value(5)),
				interim("100 Continue\r\n\r\nHTTP/1.1 103 Early Hints").ends(Outcome.value(5)),
				interim("101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket").ends(BROKEN),
				interim("100 Continue\r\nContent-Length: 10").ends(Outcome.value(5)),
				interim("103 Early Hints\r\nContent-Length: 2\r\n\r\n{}").ends(BROKEN),
				head("status 307 with a body", "HTTP/1.1 307 Temporary Redirect\r\nLocation: /other" + LENGTH)
					.ends(Outcome.failure(JsonRpcTransportException.class, "HTTP 307").kept()),

				head("status 204 with a body", "HTTP/1.1 204 No Content" + LENGTH)
					.ends(Outcome.failure(JsonRpcInvalidResponseException.class, "HTTP 204"))
					.on(HttpStack.JDK, BROKEN),
				head("status 205 with a body", "HTTP/1.1 205 Reset Content" + LENGTH).ends(Outcome.value(5)),
				head("status 304 with a body", "HTTP/1.1 304 Not Modified" + LENGTH)
					.ends(Outcome.failure(JsonRpcTransportException.class, "HTTP 304").dropped()),
				head("status 300 with a body", "HTTP/1.1 300 Multiple Choices" + LENGTH)
					.ends(Outcome.failure(JsonRpcTransportException.class, "HTTP 300").kept()),
				head("status 302 with a body",
						"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/s3cret?t0ken" + LENGTH)
					.ends(Outcome.failure(JsonRpcTransportException.class, "HTTP 302", "http://127.0.0.1:1,").kept()),
				head("status 599", "HTTP/1.1 599 Odd" + LENGTH)
					.ends(Outcome.failure(JsonRpcTransportException.class, "HTTP 599").kept())
					.inBatch(Outcome.value(5)),
				head("status 999", "HTTP/1.1 999 Denied" + LENGTH)
					.ends(Outcome.failure(JsonRpcTransportException.class, "HTTP 999").kept())
					.inBatch(Outcome.value(5)),
				head("status 000", "HTTP/1.1 000 Nothing" + LENGTH).ends(BROKEN),
				head("status 99", "HTTP/1.1 99 Short" + LENGTH).ends(BROKEN),
				head("status 1000", "HTTP/1.1 1000 Long" + LENGTH).ends(BROKEN).on(HttpStack.JDK, LATE),
				head("status -200", "HTTP/1.1 -200 Minus" + LENGTH).ends(BROKEN),
				head("status that is no number", "HTTP/1.1 OK 200" + LENGTH).ends(BROKEN),
				head("no reason", "HTTP/1.1 200" + LENGTH).ends(Outcome.value(5)),
				head("a long reason", "HTTP/1.1 200 " + "O".repeat(1_000_000) + LENGTH).ends(BROKEN),
				head("an unknown version", "HTTP/9.9 200 OK" + LENGTH).ends(BROKEN)
					.on(HttpStack.REACTOR_NETTY, Outcome.value(5)),
				head("another protocol", "RTSP/1.0 200 OK" + LENGTH).ends(BROKEN),
				answer("a banner of SSH", "SSH-2.0-OpenSSH_9.9\r\n\r\n").ends(BROKEN),
				answer("a preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").ends(BROKEN),
				answer("JSON without HTTP", HostileCase.GOOD + "\r\n\r\n").ends(BROKEN),
				afterRequest("random bytes", (connection, body) -> {
					byte[] bytes = new byte[100_000];
					new Random(1).nextBytes(bytes);
					connection.write(bytes);
				}).ends(BROKEN),

				head("a header of 10 MB", OK + "X-Long: " + "x".repeat(10_000_000) + LENGTH).ends(BROKEN),
				head("a header name of 1 MB", OK + "x".repeat(1_000_000) + ": 1" + LENGTH).ends(BROKEN),
				head("100,000 headers", OK + "X-Many: 1\r\n".repeat(100_000) + "X-Last: 1" + LENGTH).ends(BROKEN),
				afterRequest("endless headers", (connection, body) -> {
					connection.write(OK);
					while (true) {
						connection.write("X-More: 1\r\n".repeat(1000));
					}
				}).ends(BROKEN), afterRequest("an endless status line", (connection, body) -> {
					connection.write("HTTP/1.1 200 ");
					while (true) {
						connection.write("O".repeat(8192));
					}
				}).ends(BROKEN),
				head("a header without a colon", OK + "X-Nothing" + LENGTH).ends(BROKEN)
					.on(HttpStack.JDK, Outcome.value(5)),
				head("a header without a name", OK + ": value" + LENGTH).ends(BROKEN)
					.on(HttpStack.JDK, Outcome.value(5)),
				head("a header with a blank in its name", OK + "X Odd: 1" + LENGTH).ends(Outcome.value(5))
					.on(HttpStack.JDK, BROKEN),
				head("a NUL in a name", OK + "X-\u0000: 1" + LENGTH).ends(BROKEN)
					.on(HttpStack.HTTP_COMPONENTS, Outcome.value(5)),
				head("a NUL in a value", OK + "X-Nul: a\u0000b" + LENGTH).ends(BROKEN)
					.on(HttpStack.HTTP_COMPONENTS, Outcome.value(5)),
				head("a folded header", OK + "X-Folded: a\r\n b" + LENGTH).ends(Outcome.value(5)),
				head("line ends without a carriage return", "HTTP/1.1 200 OK\nContent-Length: %d\n\n")
					.ends(Outcome.failure(JsonRpcParseException.class, "not JSON").dropped())
					.on(HttpStack.REACTOR_NETTY, BROKEN),
				head("a lone carriage return in a value", OK + "X-Lone: a\rX-Other: b" + LENGTH).ends(Outcome.value(5))
					.on(HttpStack.REACTOR_NETTY, BROKEN),
				head("a content type of NUL and quotes", OK + "Content-Type: \"\";=;charset=\"\\" + LENGTH)
					.ends(Outcome.value(5)),
				head("an empty content type", OK + "Content-Type:" + LENGTH).ends(Outcome.value(5)),
				head("a charset that cannot encode JSON", OK + "Content-Type: text/plain;charset=IBM-Thai" + LENGTH)
					.ends(Outcome.failure(JsonRpcParseException.class, "not JSON").dropped()),
				head("cookies in plenty", OK + "Set-Cookie: a=b\r\n".repeat(50) + "Set-Cookie: =;;=" + LENGTH)
					.ends(Outcome.value(5)));
	}

	private static HostileCase interim(String head) {
		return afterRequest("status " + head.lines().findFirst().orElseThrow(), (connection, body) -> connection
			.write("HTTP/1.1 " + head + "\r\n\r\n" + RawAnswer.json(body.apply(HostileCase.GOOD))));
	}

}
