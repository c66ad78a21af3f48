package io.github.jsonrpcspring.autoconfigure;

import java.net.URI;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * A connector that is replaced when its SSL bundle is updated.
 */
final class ReloadingConnector extends Reloading<ClientHttpConnector> implements ClientHttpConnector {

	ReloadingConnector(SslBundle bundle, Function<SslBundle, ClientHttpConnector> factory) {
		super(bundle, factory);
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return current().connect(method, uri, requestCallback);
	}

}
