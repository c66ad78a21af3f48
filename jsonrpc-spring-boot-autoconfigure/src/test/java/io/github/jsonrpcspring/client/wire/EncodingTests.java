package io.github.jsonrpcspring.client.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import io.github.jsonrpcspring.client.JsonRpcParseException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.testsupport.HttpStack;
import io.github.jsonrpcspring.testsupport.RawHttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Row 61: answers that are compressed, chunked or in another charset.
 */
class EncodingTests {

	private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"result\":\"Grüße\",\"id\":1}";

	private static WireServer serve(String headers, byte[] body) {
		return new WireServer(script(headers, body));
	}

	private static RawHttpServer.Script script(String headers, byte[] body) {
		return (connection) -> {
			while (connection.read() != null) {
				connection.write("HTTP/1.1 200 OK\r\n" + headers + "\r\n");
				connection.write(body);
			}
		};
	}

	private static String length(byte[] body) {
		return "Content-Length: " + body.length + "\r\n";
	}

	private static byte[] gzip(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	@EveryCall
	void row61AGzippedAnswer(CallStyle style) {
		byte[] body = gzip(ANSWER);
		try (WireServer server = serve("Content-Encoding: gzip\r\n" + length(body), body)) {
			JsonRpcTemplate client = server.client();
			if (HttpStack.current() == HttpStack.JDK) {
				assertThatExceptionOfType(JsonRpcTransportException.class)
					.isThrownBy(() -> style.call(client, String.class))
					.withMessageContainingAll("Client 'wire', method 'get', id 1", "content encoding 'gzip'");
			}
			else {
				assertThat(style.call(client, String.class)).isEqualTo("Grüße");
			}
		}
	}

	@EveryCall
	void row61AChunkedAnswer(CallStyle style) {
		String chunks = "A\r\n{\"jsonrpc\"\r\n";
		String rest = ":\"2.0\",\"result\":\"chunks\",\"id\":1}";
		byte[] body = (chunks + Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n0\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8);
		try (WireServer server = serve("Transfer-Encoding: chunked\r\n", body)) {
			assertThat(style.call(server.client(), String.class)).isEqualTo("chunks");
		}
	}

	@EveryCall
	void row61ACharsetInTheHeader(CallStyle style) {
		for (String charset : new String[] { "ISO-8859-1", "UTF-8", "UTF-16LE", "windows-1252" }) {
			byte[] body = ANSWER.getBytes(Charset.forName(charset));
			try (WireServer server = serve("Content-Type: application/json;charset=" + charset + "\r\n" + length(body),
					body)) {
				assertThat(style.call(server.client(), String.class)).as(charset).isEqualTo("Grüße");
			}
		}
	}

	@EveryCall
	void row61WithoutACharsetTheAnswerIsUtf8(CallStyle style) {
		byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
		for (String type : new String[] { "text/plain", "application/json", "text/plain;charset=klingon" }) {
			try (WireServer server = serve("Content-Type: " + type + "\r\n" + length(body), body)) {
				assertThat(style.call(server.client(), String.class)).as(type).isEqualTo("Grüße");
			}
		}
	}

	@EveryCall
	void row61HalfASurrogatePairIsNoText(CallStyle style) {
		String answer = ANSWER.replace('ü', '\uD800');
		ByteBuffer utf32 = ByteBuffer.allocate(Integer.BYTES * answer.length());
		answer.chars().forEach(utf32::putInt);
		byte[] body = utf32.array();
		try (WireServer server = serve("Content-Type: application/json;charset=UTF-32BE\r\n" + length(body), body)) {
			assertThatExceptionOfType(JsonRpcParseException.class)
				.isThrownBy(() -> style.call(server.client(), String.class))
				.withMessageContainingAll("Client 'wire', method 'get', id 1", "not text in UTF-32BE");
		}
	}

}
