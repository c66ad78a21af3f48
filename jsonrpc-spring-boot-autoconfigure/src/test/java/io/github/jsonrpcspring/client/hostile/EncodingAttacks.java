package io.github.jsonrpcspring.client.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcResponseTooLargeException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.hostile.HostileCase.Outcome;
import io.github.jsonrpcspring.testsupport.HttpStack;

import static io.github.jsonrpcspring.client.hostile.HostileCase.afterRequest;

/**
 * Compressed bodies that are bombs, broken, or not compressed at all. Reactor Netty
 * decompresses; the client of the JDK does not, and says so.
 */
final class EncodingAttacks {

	private static final Outcome NOT_DECODED = Outcome
		.failure(JsonRpcTransportException.class, "has the content encoding", "does not decode")
		.kept();

	private static final Outcome TOO_LARGE = Outcome.failure(JsonRpcResponseTooLargeException.class,
			"max-response-size");

	private static final Outcome BROKEN = Outcome.failure(JsonRpcTransportException.class, "no answer");

	private EncodingAttacks() {
	}

	static List<HostileCase> all() {
		byte[] blanks = gzip(EncodingAttacks::writeBlanks);
		byte[] deflated = deflate(EncodingAttacks::writeBlanks);
		return List.of(
				encoded("a gzip bomb", "gzip", (json) -> blanks).on(HttpStack.REACTOR_NETTY, TOO_LARGE)
					.on(HttpStack.HTTP_COMPONENTS, TOO_LARGE),
				encoded("a gzip bomb within a gzip bomb", "gzip, gzip", (json) -> gzip((out) -> out.write(blanks)))
					.on(HttpStack.REACTOR_NETTY, NOT_DECODED),
				encoded("a deflate bomb", "deflate", (json) -> deflated).on(HttpStack.REACTOR_NETTY, TOO_LARGE),
				encoded("gzip", "gzip", (json) -> gzip((out) -> out.write(bytes(json))))
					.on(HttpStack.REACTOR_NETTY, Outcome.value(5))
					.on(HttpStack.HTTP_COMPONENTS, Outcome.value(5)),
				encoded("gzip cut off", "gzip", (json) -> Arrays.copyOf(gzip((out) -> out.write(bytes(json))), 30))
					.on(HttpStack.REACTOR_NETTY, Outcome.failure(JsonRpcParseException.class, "not JSON").dropped())
					.on(HttpStack.HTTP_COMPONENTS, BROKEN.kept()),
				encoded("gzip with a wrong checksum", "gzip", (json) -> {
					byte[] broken = gzip((out) -> out.write(bytes(json)));
					broken[broken.length - 6]++;
					return broken;
				}).on(HttpStack.REACTOR_NETTY, BROKEN).on(HttpStack.HTTP_COMPONENTS, BROKEN),
				encoded("20,000 empty gzip members before the answer", "gzip", (json) -> join(gzip((out) -> {
				}), 20_000, gzip((out) -> out.write(bytes(json))))).on(HttpStack.REACTOR_NETTY, Outcome.value(5))
					.on(HttpStack.HTTP_COMPONENTS, BROKEN),
				encoded("JSON that is called gzip", "gzip", EncodingAttacks::bytes).on(HttpStack.REACTOR_NETTY, BROKEN)
					.on(HttpStack.HTTP_COMPONENTS, BROKEN),
				encoded("an encoding with a long name", "x".repeat(5000), EncodingAttacks::bytes)
					.on(HttpStack.REACTOR_NETTY, NOT_DECODED),
				encoded("an encoding that is none", "identity", EncodingAttacks::bytes).ends(Outcome.value(5)));
	}

	private static HostileCase encoded(String name, String encoding, Encoder encoder) {
		return afterRequest(name, (connection, body) -> {
			byte[] encoded = encoder.encode(body.apply(HostileCase.GOOD));
			connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: "
					+ encoded.length + "\r\n\r\n");
			connection.write(encoded);
		}).ends(NOT_DECODED);
	}

	private static void writeBlanks(OutputStream out) throws IOException {
		byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < 50; i++) {
			out.write(blanks);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] gzip(Content content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(bytes)) {
			content.writeTo(gzip);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static byte[] join(byte[] first, int times, byte[] last) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < times; i++) {
			bytes.writeBytes(first);
		}
		bytes.writeBytes(last);
		return bytes.toByteArray();
	}

	private static byte[] deflate(Content content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream deflate = new DeflaterOutputStream(bytes)) {
			content.writeTo(deflate);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	@FunctionalInterface
	private interface Encoder {

		byte[] encode(String json);

	}

	@FunctionalInterface
	private interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

}
