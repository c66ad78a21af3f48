package io.github.jsonrpcspring.autoconfigure;

import java.io.Closeable;
import java.net.URI;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Follows redirects to another path of the same server, with the same method, headers and
 * body. Any other redirect is the answer, so that neither credentials nor messages reach
 * another server, port or scheme.
 */
final class SameOriginRedirects implements ClientHttpConnector, Closeable {

	private final ClientHttpConnector connector;

	SameOriginRedirects(ClientHttpConnector connector) {
		this.connector = connector;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return connect(method, uri, requestCallback, SameOrigin.MAX_REDIRECTS);
	}

	private Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback, int redirects) {
		return this.connector.connect(method, uri, requestCallback).flatMap((response) -> {
			URI target = (redirects > 0)
					? SameOrigin.redirect(uri, response.getStatusCode().value(), response.getHeaders()) : null;
			if (target == null) {
				return Mono.just(response);
			}
			boolean empty = SameOrigin.isEmpty(response.getHeaders());
			response.getBody().subscribe(new Unread(empty));
			return connect(method, target, requestCallback, redirects - 1);
		});
	}

	@Override
	public void close() {
		HttpClients.close(this.connector);
	}

	/**
	 * Takes nothing of the body of a redirect, which closes its connection unless the
	 * body is empty.
	 */
	private static final class Unread extends BaseSubscriber<Object> {

		private final boolean empty;

		Unread(boolean empty) {
			this.empty = empty;
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			if (this.empty) {
				requestUnbounded();
			}
			else {
				cancel();
			}
		}

		@Override
		protected void hookOnError(Throwable error) {
			// Already broken off: nothing left to give up
		}

	}

}
