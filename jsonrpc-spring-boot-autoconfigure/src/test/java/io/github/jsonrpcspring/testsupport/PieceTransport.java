package io.github.jsonrpcspring.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A transport whose answers come in pieces.
 */
public final class PieceTransport implements JsonRpcTransport {

	private final JsonRpcTransportStream answer;

	private PieceTransport(JsonRpcTransportStream answer) {
		this.answer = answer;
	}

	/**
	 * Answer with status 200.
	 */
	public static PieceTransport of(Flux<byte[]> body) {
		return new PieceTransport(new JsonRpcTransportStream(HttpStatus.OK, HttpHeaders.EMPTY, body, null));
	}

	public static PieceTransport of(JsonRpcTransportStream answer) {
		return new PieceTransport(answer);
	}

	/**
	 * Answer with a body in pieces of one byte.
	 */
	public static PieceTransport bytewise(byte[] body) {
		return of(Flux.fromStream(() -> IntStream.range(0, body.length).mapToObj((i) -> new byte[] { body[i] })));
	}

	/**
	 * Answer with a body in two pieces.
	 */
	public static PieceTransport split(byte[] body, int at) {
		return of(Flux.fromIterable(List.of(Arrays.copyOf(body, at), Arrays.copyOfRange(body, at, body.length))));
	}

	/**
	 * Return a body of text in pieces.
	 */
	public static Flux<byte[]> body(String... pieces) {
		return Flux.fromArray(pieces).map((piece) -> piece.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return the body.
	 */
	public Flux<byte[]> body() {
		return this.answer.body();
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return this.answer.whole();
	}

	@Override
	public <T> Mono<T> stream(JsonRpcTransportRequest request,
			Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		return Mono.defer(() -> reader.apply(this.answer));
	}

}
