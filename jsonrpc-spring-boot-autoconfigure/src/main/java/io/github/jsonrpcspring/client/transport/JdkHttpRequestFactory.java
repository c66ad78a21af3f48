package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.Assert;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * {@link ClientHttpRequestFactory} for the {@link HttpClient} of the JDK that closes the
 * connection of an answer that is not read to its end, or is no HTTP; the blocking twin
 * of {@link JdkHttpConnector}.
 * <p>
 * {@link org.springframework.http.client.JdkClientHttpRequestFactory} reads what is left
 * of a body when it is closed, and the client itself keeps the connection of what it
 * cannot read for ever. Bodies of requests are sent with their length, never chunked.
 *
 * @since 0.1.0
 */
public final class JdkHttpRequestFactory implements ClientHttpRequestFactory {

	private final HttpClient httpClient;

	private final @Nullable Duration readTimeout;

	/**
	 * Create a factory.
	 * @param httpClient the client to use
	 */
	public JdkHttpRequestFactory(HttpClient httpClient) {
		this(httpClient, null);
	}

	/**
	 * Create a factory.
	 * @param httpClient the client to use
	 * @param readTimeout how long to wait for the beginning of an answer, or {@code null}
	 */
	public JdkHttpRequestFactory(HttpClient httpClient, @Nullable Duration readTimeout) {
		Assert.notNull(httpClient, "'httpClient' must not be null");
		this.httpClient = httpClient;
		this.readTimeout = readTimeout;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new Request(uri, method);
	}

	private final class Request extends AbstractClientHttpRequest {

		private final URI uri;

		private final HttpMethod method;

		private final FastByteArrayOutputStream body = new FastByteArrayOutputStream();

		Request(URI uri, HttpMethod method) {
			this.uri = uri;
			this.method = method;
		}

		@Override
		public HttpMethod getMethod() {
			return this.method;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		protected OutputStream getBodyInternal(HttpHeaders headers) {
			return this.body;
		}

		@Override
		protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
			HttpRequest.Builder builder = HttpRequest.newBuilder(this.uri)
				.method(this.method.name(), BodyPublishers.ofByteArray(this.body.toByteArrayUnsafe()));
			headers.forEach((name, values) -> MessageHeaders.add(builder, name, values));
			if (JdkHttpRequestFactory.this.readTimeout != null) {
				builder.timeout(JdkHttpRequestFactory.this.readTimeout);
			}
			boolean last = headers.getConnection().stream().anyMatch("close"::equalsIgnoreCase);
			return send(builder.build(), last);
		}

		private ClientHttpResponse send(HttpRequest request, boolean last) throws IOException {
			CompletableFuture<HttpResponse<InputStream>> future = JdkHttpRequestFactory.this.httpClient
				.sendAsync(request, BodyHandlers.ofInputStream());
			// Cancelling what is not completed itself closes the connection of an
			// exchange that is
			Runnable drop = () -> future.newIncompleteFuture().cancel(true);
			BlockingCall.onCancel(() -> future.cancel(true));
			try {
				return new Response(future.get(), drop, last);
			}
			catch (ExecutionException ex) {
				drop.run();
				throw (ex.getCause() instanceof IOException cause) ? cause : new IOException(ex.getCause());
			}
			catch (InterruptedException ex) {
				future.cancel(true);
				drop.run();
				Thread.currentThread().interrupt();
				throw new IOException("Interrupted while waiting for the answer", ex);
			}
		}

	}

	private static final class Response implements ClientHttpResponse {

		private final HttpResponse<InputStream> response;

		private final HttpHeaders headers = new HttpHeaders();

		private final Runnable drop;

		private final boolean last;

		Response(HttpResponse<InputStream> response, Runnable drop, boolean last) {
			this.response = response;
			this.drop = drop;
			this.last = last;
			response.headers().map().forEach(this.headers::addAll);
			BlockingCall.onCancel(this::abandon);
		}

		private void abandon() {
			this.drop.run();
			try {
				this.response.body().close();
			}
			catch (IOException ex) {
				// Given up in any case
			}
		}

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatusCode.valueOf(this.response.statusCode());
		}

		@Override
		public String getStatusText() {
			return "";
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public InputStream getBody() {
			return this.response.body();
		}

		@Override
		public void close() {
			if (this.last) {
				this.drop.run();
			}
			try {
				this.response.body().close();
			}
			catch (IOException ex) {
				// Read to its end, or given up
			}
		}

	}

}
