package io.github.jsonrpcspring.client.transport;

import java.net.URI;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriBuilder;

/**
 * {@link JsonRpcTransport} that posts each message with a {@link WebClient}.
 * <p>
 * The body goes out with its {@code Content-Length}, the headers of the request win over
 * those of the {@code WebClient}, and the answer is taken as it comes: any status, no
 * redirect followed unless the HTTP client does, any content type. Of a body
 * {@link JsonRpcTransportRequest#maxResponseSize()} bytes are read, whatever the codecs
 * of the {@code WebClient} allow. A longer body is a
 * {@link org.springframework.core.io.buffer.DataBufferLimitException} with a status of
 * 2xx, and cut to that size with any other. {@code text/event-stream} is not read at all,
 * and the body of an answer to a notification is thrown away. Whatever is not read to its
 * end closes its connection.
 * <p>
 * A request is written at most once. It is sent again only where a connection was lost
 * before its first byte was written, which Reactor Netty lets us know. Connections that a
 * server closes without saying so are the matter of {@link ReactorNettyHttpClients}; the
 * client of the JDK has nothing of the kind, and loses requests to such servers.
 * <p>
 * Cancelling closes the connection, with one exception: once an answer has begun,
 * Spring's connector for the client of the JDK reads on to its end. The connector of
 * {@link #create(URI)} does not.
 * <p>
 * Errors are those of the HTTP client, without the {@code WebClientRequestException}
 * around them, and a {@link NoResponseException} where there was no answer. Instances are
 * thread-safe and meant to be kept, like a connection pool.
 *
 * @since 0.1.0
 */
public final class WebClientJsonRpcTransport implements JsonRpcTransport {

	private static final int MAX_ATTEMPTS = 5;

	private final WebClient webClient;

	private final Function<UriBuilder, URI> target;

	private WebClientJsonRpcTransport(WebClient webClient, Function<UriBuilder, URI> target) {
		Assert.notNull(webClient, "'webClient' must not be null");
		this.webClient = webClient.mutate().filters((filters) -> filters.add(0, WebClientExchange::takeOver)).build();
		this.target = target;
	}

	/**
	 * Create a transport that posts to the base URL of the given {@code WebClient}.
	 * @param webClient the client to use
	 * @return the transport
	 */
	public static WebClientJsonRpcTransport create(WebClient webClient) {
		return new WebClientJsonRpcTransport(webClient, WebClientJsonRpcTransport::baseUrl);
	}

	/**
	 * Create a transport that posts to a given target.
	 * @param webClient the client to use
	 * @param target the absolute URI to post to
	 * @return the transport
	 */
	public static WebClientJsonRpcTransport create(WebClient webClient, URI target) {
		Assert.notNull(target, "'target' must not be null");
		Assert.isTrue(target.isAbsolute(), "'target' must be absolute");
		return new WebClientJsonRpcTransport(webClient, (builder) -> target);
	}

	/**
	 * Create a transport with a client of its own, for use without Spring Boot: Reactor
	 * Netty, or else the client of the JDK; HTTP/1.1, 10 seconds to connect, no redirects
	 * and no proxy.
	 * @param target the absolute URI to post to
	 * @return the transport
	 */
	public static WebClientJsonRpcTransport create(URI target) {
		return create(WebClient.builder().clientConnector(DefaultConnector.create()).build(), target);
	}

	private static URI baseUrl(UriBuilder builder) {
		URI uri = builder.build();
		Assert.state(uri.isAbsolute(), "The WebClient needs an absolute base URL");
		return uri;
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return attempt(request, MAX_ATTEMPTS);
	}

	private Mono<JsonRpcTransportResponse> attempt(JsonRpcTransportRequest request, int attempts) {
		Mono<JsonRpcTransportResponse> attempt = Mono
			.defer(() -> new WebClientExchange(request).run(this.webClient.post().uri(this.target)))
			.onErrorMap(TransportErrors::translate);
		return (attempts == 1) ? attempt
				: attempt.onErrorResume(NothingWrittenException.class, (ex) -> attempt(request, attempts - 1));
	}

}
