package io.github.jsonrpcspring.autoconfigure;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.util.StreamUtils;

/**
 * Follows redirects to another path of the same server, as {@link SameOriginRedirects}
 * does, but leaves it to the HTTP client whether it reads the body of a redirect that is
 * not empty; a deadline ends that too.
 */
final class SameOriginRequestFactory implements ClientHttpRequestFactory, Closeable {

	private final ClientHttpRequestFactory factory;

	SameOriginRequestFactory(ClientHttpRequestFactory factory) {
		this.factory = factory;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new Request(uri, method);
	}

	@Override
	public void close() {
		HttpClients.close(this.factory);
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
			URI current = this.uri;
			for (int redirects = 0;; redirects++) {
				ClientHttpResponse response = execute(current, headers);
				URI target = (redirects < SameOrigin.MAX_REDIRECTS)
						? SameOrigin.redirect(current, response.getStatusCode().value(), response.getHeaders()) : null;
				if (target == null) {
					return response;
				}
				giveUp(response);
				current = target;
			}
		}

		/**
		 * Read an empty body to its end, which keeps the connection; what becomes of the
		 * connection of any other is left to the HTTP client.
		 */
		private static void giveUp(ClientHttpResponse response) {
			try (response) {
				if (SameOrigin.isEmpty(response.getHeaders())) {
					StreamUtils.drain(response.getBody());
				}
			}
			catch (IOException ex) {
				// Where it redirects to is known all the same
			}
		}

		private ClientHttpResponse execute(URI uri, HttpHeaders headers) throws IOException {
			ClientHttpRequest request = SameOriginRequestFactory.this.factory.createRequest(uri, this.method);
			request.getHeaders().putAll(headers);
			request.getAttributes().putAll(getAttributes());
			this.body.writeTo(request.getBody());
			return request.execute();
		}

	}

}
