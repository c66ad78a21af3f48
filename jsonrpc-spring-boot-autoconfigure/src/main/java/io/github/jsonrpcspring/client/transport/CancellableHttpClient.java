package io.github.jsonrpcspring.client.transport;

import java.io.Closeable;
import java.io.IOException;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets the {@link BlockingCall} of the thread cancel what the client executes.
 */
@SuppressWarnings("deprecation")
final class CancellableHttpClient implements HttpClient, Configurable, Closeable {

	private final HttpClient httpClient;

	CancellableHttpClient(HttpClient httpClient) {
		this.httpClient = httpClient;
	}

	private static ClassicHttpRequest cancellable(ClassicHttpRequest request) {
		if (request instanceof Cancellable cancellable) {
			BlockingCall.onCancel(cancellable::cancel);
		}
		return request;
	}

	@Override
	public ClassicHttpResponse executeOpen(@Nullable HttpHost target, ClassicHttpRequest request,
			@Nullable HttpContext context) throws IOException {
		return this.httpClient.executeOpen(target, cancellable(request), context);
	}

	@Override
	public HttpResponse execute(ClassicHttpRequest request) throws IOException {
		return this.httpClient.execute(cancellable(request));
	}

	@Override
	public HttpResponse execute(ClassicHttpRequest request, @Nullable HttpContext context) throws IOException {
		return this.httpClient.execute(cancellable(request), context);
	}

	@Override
	public ClassicHttpResponse execute(@Nullable HttpHost target, ClassicHttpRequest request) throws IOException {
		return this.httpClient.execute(target, cancellable(request));
	}

	@Override
	public HttpResponse execute(@Nullable HttpHost target, ClassicHttpRequest request, @Nullable HttpContext context)
			throws IOException {
		return this.httpClient.execute(target, cancellable(request), context);
	}

	@Override
	public <T> T execute(ClassicHttpRequest request, HttpClientResponseHandler<? extends T> handler)
			throws IOException {
		return this.httpClient.execute(cancellable(request), handler);
	}

	@Override
	public <T> T execute(ClassicHttpRequest request, @Nullable HttpContext context,
			HttpClientResponseHandler<? extends T> handler) throws IOException {
		return this.httpClient.execute(cancellable(request), context, handler);
	}

	@Override
	public <T> T execute(@Nullable HttpHost target, ClassicHttpRequest request,
			HttpClientResponseHandler<? extends T> handler) throws IOException {
		return this.httpClient.execute(target, cancellable(request), handler);
	}

	@Override
	public <T> T execute(@Nullable HttpHost target, ClassicHttpRequest request, @Nullable HttpContext context,
			HttpClientResponseHandler<? extends T> handler) throws IOException {
		return this.httpClient.execute(target, cancellable(request), context, handler);
	}

	@Override
	public @Nullable RequestConfig getConfig() {
		return (this.httpClient instanceof Configurable configurable) ? configurable.getConfig() : null;
	}

	@Override
	public void close() throws IOException {
		if (this.httpClient instanceof Closeable closeable) {
			closeable.close();
		}
	}

}
