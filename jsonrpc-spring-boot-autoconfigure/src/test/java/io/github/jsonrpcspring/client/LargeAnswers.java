package io.github.jsonrpcspring.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.RestClientJsonRpcTransport;
import io.github.jsonrpcspring.client.transport.WebClientJsonRpcTransport;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import reactor.core.publisher.Flux;

/**
 * A server whose answers are larger than the memory of its clients, and a program that
 * reads them in every style.
 */
final class LargeAnswers {

	/** Elements of about 500 bytes, 105 MB in all. */
	static final int COUNT = 210_000;

	private static final String TEXT = "x".repeat(460);

	private LargeAnswers() {
	}

	/**
	 * Reads the answers.
	 * @param arguments the URL of the server
	 */
	public static void main(String[] arguments) {
		URI uri = URI.create(arguments[0]);
		read("WebClient", WebClientJsonRpcTransport.create(uri));
		read("RestClient", RestClientJsonRpcTransport.create(uri));
	}

	private static void read(String kind, JsonRpcTransport transport) {
		JsonRpcTemplate rpc = JsonRpcTemplate.builder(transport).timeout(Duration.ofSeconds(30)).build();
		Large large = JsonRpcServiceProxyFactory.builder(rpc).build().createClient(Large.class);
		print(kind + " template Flux", sum(
				rpc.reactive().method("large").maxResponseSize(200_000_000).retrieveFlux(Element.class).toStream()));
		print(kind + " template Stream",
				sum(rpc.method("large").maxResponseSize(200_000_000).retrieveStream(Element.class)));
		print(kind + " proxy Flux", large.flux().reduce(0L, (sum, element) -> sum + element.checked()).block());
		print(kind + " proxy Stream", sum(large.stream()));
	}

	private static Long sum(Stream<Element> elements) {
		try (elements) {
			return elements.mapToLong(Element::checked).sum();
		}
	}

	private static void print(String style, Long sum) {
		System.out.println(style + ": " + sum + " of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
	}

	/**
	 * Return the sum of all elements, which reads each of them.
	 */
	static long expected() {
		return (long) COUNT * (COUNT - 1) / 2 + (long) COUNT * TEXT.length();
	}

	static RawHttpServer server() {
		return RawHttpServer.start((connection) -> {
			for (var request = connection.read(); request != null; request = connection.read()) {
				write(connection, request.text().replaceAll(".*\"id\":(\\d+).*", "$1"));
			}
		});
	}

	private static void write(RawConnection connection, String id) throws IOException {
		connection
			.write(RawAnswer.head("200 OK", "Content-Type: application/json", "Transfer-Encoding: chunked") + "\r\n");
		StringBuilder piece = new StringBuilder("{\"jsonrpc\":\"2.0\",\"result\":[");
		for (int i = 0; i < COUNT; i++) {
			piece.append((i > 0) ? "," : "")
				.append("{\"number\":")
				.append(i)
				.append(",\"text\":\"")
				.append(TEXT)
				.append("\"}");
			if (piece.length() > 30_000) {
				chunk(connection, piece);
			}
		}
		chunk(connection, piece.append("],\"id\":").append(id).append("}"));
		connection.write("0\r\n\r\n");
	}

	private static void chunk(RawConnection connection, StringBuilder piece) throws IOException {
		byte[] bytes = (Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		connection.write(bytes);
		piece.setLength(0);
	}

	record Element(long number, String text) {

		long checked() {
			return this.number + this.text.length();
		}

	}

	interface Large {

		@JsonRpcMethod(value = "large", maxResponseSize = "200MB")
		Flux<Element> flux();

		@JsonRpcMethod(value = "large", maxResponseSize = "200MB")
		Stream<Element> stream();

	}

}
