package io.github.jsonrpcspring.client.transport;

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
 * connection of an answer that is not read to its end.
 * <p>
 * {@link org.springframework.http.client.reactive.JdkClientHttpConnector} does so before
 * the answer begins only: its bodies go on when they are cancelled. Bodies of requests
 * are sent with their length, never chunked. The cookies of an answer are left to the
 * cookie handler of the client.
 */
final class JdkHttpConnector implements ClientHttpConnector {

	private final HttpClient httpClient;

	private final @Nullable Duration readTimeout;

	/**
	 * Create a connector.
	 * @param httpClient the client to use
	 */
	JdkHttpConnector(HttpClient httpClient) {
		this(httpClient, null);
	}

	/**
	 * Create a connector.
	 * @param httpClient the client to use
	 * @param readTimeout how long to wait for the beginning of an answer, or {@code null}
	 */
	JdkHttpConnector(HttpClient httpClient, @Nullable Duration readTimeout) {
		Assert.notNull(httpClient, "'httpClient' must not be null");
		this.httpClient = httpClient;
		this.readTimeout = readTimeout;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		JdkHttpRequest request = new JdkHttpRequest(method, uri, this.readTimeout);
		return requestCallback.apply(request).then(Mono.create((sink) -> send(request, sink)));
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private void send(JdkHttpRequest request, MonoSink<ClientHttpResponse> sink) {
		AtomicBoolean cancelled = new AtomicBoolean();
		CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> future = this.httpClient
			.sendAsync(request.getNativeRequest(), BodyHandlers.ofPublisher());
		sink.onCancel(() -> {
			cancelled.set(true);
			if (!future.cancel(true)) {
				future.thenAccept((response) -> AbandonedBody.abandon(JdkHttpResponse.body(response)));
			}
		});
		future.whenComplete((response, error) -> {
			if (error == null) {
				sink.success(new JdkHttpResponse(response));
			}
			else if (!cancelled.get()) {
				sink.error(
						(error instanceof CompletionException && error.getCause() != null) ? error.getCause() : error);
			}
		});
	}

}
