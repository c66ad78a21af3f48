package io.github.jsonrpcspring.load.contestant;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * A call written by hand on Reactor Netty, without Spring.
 */
final class HandWrittenReactorNetty implements Client.Blocking {

	private static final int CONNECT_MILLIS = 10_000;

	private static final int OK = 200;

	private final Envelope envelope = new Envelope();

	private final HttpClient httpClient;

	private final URI uri;

	HandWrittenReactorNetty(URI uri) {
		this.uri = uri;
		this.httpClient = httpClient()
			.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
				.set(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON));
	}

	/**
	 * Create a client with the settings of this project, and without its care for
	 * connections.
	 */
	static HttpClient httpClient() {
		return HttpClient.create()
			.protocol(HttpProtocol.HTTP11)
			.compress(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
	}

	@Override
	public int add(int a, int b) {
		Envelope.Request request = this.envelope.add(a, b);
		byte[] body = this.envelope.write(request);
		byte[] answer = this.httpClient.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length))
			.post()
			.uri(this.uri)
			.send(Mono.just(Unpooled.wrappedBuffer(body)))
			.response(HandWrittenReactorNetty::read)
			.single()
			.block();
		return this.envelope.read(request, Objects.requireNonNull(answer));
	}

	private static Mono<byte[]> read(HttpClientResponse response, ByteBufFlux body) {
		if (response.status().code() != OK) {
			return Mono.error(new IOException("Status " + response.status()));
		}
		return body.asByteArray().reduce(HandWrittenReactorNetty::append);
	}

	private static byte[] append(byte[] start, byte[] next) {
		if (start.length + next.length > Envelope.LARGEST_ANSWER) {
			throw new IllegalStateException("The answer is too large");
		}
		byte[] both = Arrays.copyOf(start, start.length + next.length);
		System.arraycopy(next, 0, both, start.length, next.length);
		return both;
	}

}
