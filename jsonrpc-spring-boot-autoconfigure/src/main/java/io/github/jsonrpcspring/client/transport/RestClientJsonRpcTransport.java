package io.github.jsonrpcspring.client.transport;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

/**
 * {@link JsonRpcTransport} that posts each message with a {@link RestClient}, on the
 * thread that subscribes, or if that must not block, on one of
 * {@link Schedulers#boundedElastic()}.
 * <p>
 * It sends the same requests as {@link WebClientJsonRpcTransport} and takes answers in
 * the same way: the body goes out with its {@code Content-Length}, the headers of the
 * request win over those of the {@code RestClient}, any status and content type is an
 * answer, {@link JsonRpcTransportRequest#maxResponseSize()} bytes of it are read at most,
 * and whatever is not read to its end closes its connection.
 * <p>
 * A request is written at most once, if the HTTP client repeats none. Those of
 * {@link HttpComponentsHttpClients} and {@link JdkHttpRequestFactory} do not; they also
 * let cancelling, which is what a deadline does, close the connection at once, and so
 * does giving up what is left of a body. With any other HTTP client the waiting thread is
 * interrupted, and a body is closed in the way of that client, which may read it to its
 * end.
 * <p>
 * Path and query of the target may hold a key. What observes the {@code RestClient} sees
 * neither; its interceptors do.
 * <p>
 * Errors are those of the HTTP client, without the {@code ResourceAccessException} around
 * them, and a {@link NoResponseException} where there was no answer. Instances are
 * thread-safe and meant to be kept, like a connection pool.
 *
 * @since 0.1.0
 */
public final class RestClientJsonRpcTransport implements JsonRpcTransport {

	private final RestClient restClient;

	/** What those see of the target who observe the {@code RestClient}. */
	private final URI shown;

	private RestClientJsonRpcTransport(RestClient restClient, URI shown) {
		this.restClient = restClient;
		this.shown = shown;
	}

	/**
	 * Create a transport that posts to a given target. Its HTTP client should be one of
	 * {@link HttpComponentsHttpClients} or a {@link JdkHttpRequestFactory}: others may
	 * outlast a deadline.
	 * @param restClient the client to use
	 * @param target the absolute URI to post to
	 * @return the transport
	 */
	public static RestClientJsonRpcTransport create(RestClient restClient, URI target) {
		Assert.notNull(restClient, "'restClient' must not be null");
		requireAbsolute(target);
		URI shown = ShownTarget.of(target);
		RestClient targeted = shown.equals(target) ? restClient : targeted(restClient.mutate(), target).build();
		return new RestClientJsonRpcTransport(targeted, shown);
	}

	/**
	 * Create a transport that posts to a given target with a given HTTP client.
	 * @param builder makes the {@code RestClient}; it is changed
	 * @param requestFactory the HTTP client
	 * @param target the absolute URI to post to
	 * @return the transport
	 */
	public static RestClientJsonRpcTransport create(RestClient.Builder builder, ClientHttpRequestFactory requestFactory,
			URI target) {
		Assert.notNull(builder, "'builder' must not be null");
		Assert.notNull(requestFactory, "'requestFactory' must not be null");
		requireAbsolute(target);
		AtomicBoolean intercepted = new AtomicBoolean();
		// Of a copy, as a builder that was asked for its interceptors adds the step for
		// them
		builder.clone().requestInterceptors((interceptors) -> intercepted.set(!interceptors.isEmpty()));
		RestClient restClient = intercepted.get() ? targeted(builder.requestFactory(requestFactory), target).build()
				: builder.requestFactory(new TargetedRequestFactory(requestFactory, target)).build();
		return new RestClientJsonRpcTransport(restClient, ShownTarget.of(target));
	}

	/**
	 * Create a transport with a client of its own, for use without Spring Boot: Apache
	 * HttpComponents, or else the client of the JDK; HTTP/1.1, 10 seconds to connect, no
	 * redirects and no proxy.
	 * @param target the absolute URI to post to
	 * @return the transport
	 */
	public static RestClientJsonRpcTransport create(URI target) {
		return create(target, (builder) -> {
		});
	}

	/**
	 * Create a transport with a client of its own, as {@link #create(URI)} does, and
	 * change what else there is to change of it, such as its observation registry.
	 * @param target the absolute URI to post to
	 * @param customizer changes the builder of the {@code RestClient}
	 * @return the transport
	 */
	public static RestClientJsonRpcTransport create(URI target, Consumer<RestClient.Builder> customizer) {
		RestClient.Builder builder = RestClient.builder();
		customizer.accept(builder);
		return create(builder, DefaultRequestFactory.create(), target);
	}

	private static RestClient.Builder targeted(RestClient.Builder builder, URI target) {
		return builder.requestInterceptors((interceptors) -> interceptors.add(0,
				(request, body, execution) -> execution.execute(new Targeted(request, target), body)));
	}

	private static void requireAbsolute(URI target) {
		Assert.notNull(target, "'target' must not be null");
		Assert.isTrue(target.isAbsolute(), "'target' must be absolute");
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return new Exchange<>(request, RestClientAnswers::whole);
	}

	@Override
	public <T> Mono<T> stream(JsonRpcTransportRequest request,
			Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		return new Exchange<>(request, RestClientAnswers::stream).flatMap(reader);
	}

	@Override
	public boolean isBlocking() {
		return true;
	}

	private final class Exchange<R> extends Mono<R> {

		private final JsonRpcTransportRequest request;

		private final RestClientAnswers<R> answers;

		Exchange(JsonRpcTransportRequest request, RestClientAnswers<R> answers) {
			this.request = request;
			this.answers = answers;
		}

		@Override
		public void subscribe(CoreSubscriber<? super R> subscriber) {
			if (Schedulers.isInNonBlockingThread()) {
				Mono.defer(() -> new Exchange<>(this.request, this.answers))
					.subscribeOn(Schedulers.boundedElastic())
					.subscribe(subscriber);
				return;
			}
			subscriber.onSubscribe(new RestClientExchange<>(RestClientJsonRpcTransport.this.restClient,
					RestClientJsonRpcTransport.this.shown, this.request, this.answers, subscriber));
		}

	}

	private static final class Targeted extends HttpRequestWrapper {

		private final URI target;

		Targeted(HttpRequest request, URI target) {
			super(request);
			this.target = target;
		}

		@Override
		public URI getURI() {
			return this.target;
		}

	}

}
