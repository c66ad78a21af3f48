package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.util.Assert;

/**
 * {@link ClientHttpConnector} for the {@link HttpClient} of the JDK that closes the
 * connection of an answer that is not read to its end, or is no HTTP.
 * <p>
 * {@link org.springframework.http.client.reactive.JdkClientHttpConnector} lets bodies go
 * on when they are cancelled, and the client itself keeps the connection of what it
 * cannot read for ever. Bodies of requests are sent with their length, never chunked.
 * <p>
 * {@link JsonRpcTransportResponse#drop()} does nothing: once an answer was read, another
 * request may have its connection. More that comes on it while it is idle closes it.
 *
 * @since 0.1.0
 */
public final class JdkHttpConnector implements ClientHttpConnector {

	private final HttpClient httpClient;

	private final @Nullable Duration readTimeout;

	/**
	 * Create a connector.
	 * @param httpClient the client to use
	 */
	public JdkHttpConnector(HttpClient httpClient) {
		this(httpClient, null);
	}

	/**
	 * Create a connector.
	 * @param httpClient the client to use
	 * @param readTimeout how long to wait for the beginning of an answer, or {@code null}
	 */
	public JdkHttpConnector(HttpClient httpClient, @Nullable Duration readTimeout) {
		Assert.notNull(httpClient, "'httpClient' must not be null");
		this.httpClient = httpClient;
		this.readTimeout = readTimeout;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		JdkHttpRequest request = new JdkHttpRequest(method, uri, this.readTimeout);
		return requestCallback.apply(request).then(Mono.defer(() -> send(request)));
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private Mono<ClientHttpResponse> send(JdkHttpRequest request) {
		CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> future = this.httpClient
			.sendAsync(request.getNativeRequest(), BodyHandlers.ofPublisher());
		AtomicBoolean cancelled = new AtomicBoolean();
		request.onCancel(() -> {
			cancelled.set(true);
			if (!future.cancel(true)) {
				future.thenAccept((response) -> AbandonedBody.abandon(JdkHttpResponse.body(response)));
			}
		});
		return Mono.<ClientHttpResponse>create((sink) -> receive(request, future, cancelled, sink))
			.doOnCancel(request::cancel);
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private static void receive(JdkHttpRequest request,
			CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> future, AtomicBoolean cancelled,
			MonoSink<ClientHttpResponse> sink) {
		// Cancelling what is not completed itself closes the connection of an exchange
		// that is
		CompletableFuture<?> exchange = future.newIncompleteFuture();
		request.onDrop(() -> exchange.cancel(true));
		future.whenComplete((response, error) -> {
			if (error == null) {
				receive(request, response, sink);
				return;
			}
			// The client itself leaves it open if the answer is no HTTP
			request.drop();
			if (!cancelled.get()) {
				sink.error(
						(error instanceof CompletionException && error.getCause() != null) ? error.getCause() : error);
			}
		});
	}

	private static void receive(JdkHttpRequest request, HttpResponse<Flow.Publisher<List<ByteBuffer>>> response,
			MonoSink<ClientHttpResponse> sink) {
		JdkHttpResponse received;
		try {
			received = new JdkHttpResponse(request, response);
		}
		catch (RuntimeException ex) {
			AbandonedBody.abandon(JdkHttpResponse.body(response));
			sink.error(new IOException("The answer is no complete HTTP message", ex));
			return;
		}
		sink.success(received);
	}

}
