package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.util.function.Function;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * A request factory that is replaced when its SSL bundle is updated.
 */
final class ReloadingRequestFactory extends Reloading<ClientHttpRequestFactory> implements ClientHttpRequestFactory {

	ReloadingRequestFactory(SslBundle bundle, Function<SslBundle, ClientHttpRequestFactory> factory) {
		super(bundle, factory);
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		return current().createRequest(uri, method);
	}

}
