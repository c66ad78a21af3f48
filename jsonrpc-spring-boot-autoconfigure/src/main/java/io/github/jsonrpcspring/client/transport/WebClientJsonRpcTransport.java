package io.github.jsonrpcspring.client.transport;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

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
 * Path and query of the target may hold a key. What observes the {@code WebClient} sees
 * neither: they are put in behind it, in front of the filters.
 * <p>
 * Cancelling closes the connection, with one exception: once an answer has begun,
 * Spring's connector for the client of the JDK reads on to its end. The
 * {@link JdkHttpConnector} does not.
 * <p>
 * Errors are those of the HTTP client, without the {@code WebClientRequestException}
 * around them, and a {@link NoResponseException} where there was no answer. Instances are
 * thread-safe and meant to be kept, like a connection pool.
 *
 * @since 0.1.0
 */
public final class WebClientJsonRpcTransport implements JsonRpcTransport {

	private static final int MAX_ATTEMPTS = 5;

	/** Built by the first call, as its codecs cost an application time to start. */
	private final SingletonSupplier<WebClient> webClient;

	/** What those see of the target who observe the {@code WebClient}. */
	private final URI shown;

	private WebClientJsonRpcTransport(WebClient.Builder builder, URI target) {
		this.shown = ShownTarget.of(target);
		this.webClient = SingletonSupplier.of(builder.filters((filters) -> filters.add(0,
				(request, next) -> WebClientExchange.takeOver(TargetedRequest.of(request, target), next)))::build);
	}

	/**
	 * Create a transport that posts to the base URL of the given {@code WebClient}.
	 * @param webClient the client to use
	 * @return the transport
	 * @throws IllegalArgumentException if it has no absolute base URL
	 */
	public static WebClientJsonRpcTransport create(WebClient webClient) {
		Assert.notNull(webClient, "'webClient' must not be null");
		AtomicReference<URI> baseUrl = new AtomicReference<>();
		webClient.post().uri((builder) -> {
			baseUrl.set(builder.build());
			return builder.build();
		});
		URI target = Objects.requireNonNull(baseUrl.get());
		Assert.isTrue(target.isAbsolute(), "The WebClient needs an absolute base URL");
		return create(webClient, target);
	}

	/**
	 * Create a transport that posts to a given target.
	 * @param webClient the client to use
	 * @param target the absolute URI to post to
	 * @return the transport
	 */
	public static WebClientJsonRpcTransport create(WebClient webClient, URI target) {
		Assert.notNull(webClient, "'webClient' must not be null");
		return build(webClient.mutate(), target);
	}

	/**
	 * Create a transport that posts to a given target with a {@code WebClient} of its
	 * own.
	 * @param builder what builds the client, of which a copy is used
	 * @param target the absolute URI to post to
	 * @return the transport
	 */
	public static WebClientJsonRpcTransport create(WebClient.Builder builder, URI target) {
		Assert.notNull(builder, "'builder' must not be null");
		return build(builder.clone(), target);
	}

	private static WebClientJsonRpcTransport build(WebClient.Builder builder, URI target) {
		Assert.notNull(target, "'target' must not be null");
		Assert.isTrue(target.isAbsolute(), "'target' must be absolute");
		return new WebClientJsonRpcTransport(builder, target);
	}

	/**
	 * Create a transport with a client of its own, for use without Spring Boot: Reactor
	 * Netty, or else the client of the JDK; HTTP/1.1, 10 seconds to connect, no redirects
	 * and no proxy.
	 * @param target the absolute URI to post to
	 * @return the transport
	 */
	public static WebClientJsonRpcTransport create(URI target) {
		return create(target, (builder) -> {
		});
	}

	/**
	 * Create a transport with a client of its own, as {@link #create(URI)} does, and
	 * change what else there is to change of it, such as its observation registry.
	 * @param target the absolute URI to post to
	 * @param customizer changes the builder of the {@code WebClient}
	 * @return the transport
	 */
	public static WebClientJsonRpcTransport create(URI target, Consumer<WebClient.Builder> customizer) {
		WebClient.Builder builder = WebClient.builder().clientConnector(DefaultConnector.create());
		customizer.accept(builder);
		return create(builder, target);
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return attempt(() -> new WebClientExchange(request).run(request()), MAX_ATTEMPTS);
	}

	@Override
	public <T> Mono<T> stream(JsonRpcTransportRequest request,
			Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		return attempt(() -> new WebClientExchange(request).stream(request(), reader), MAX_ATTEMPTS);
	}

	private WebClient.RequestBodySpec request() {
		return this.webClient.obtain().post().uri(this.shown);
	}

	private <T> Mono<T> attempt(Supplier<Mono<T>> exchange, int attempts) {
		Mono<T> attempt = Mono.defer(exchange).onErrorMap(TransportErrors::translate);
		return (attempts == 1) ? attempt
				: attempt.onErrorResume(NothingWrittenException.class, (ex) -> attempt(exchange, attempts - 1));
	}

}
