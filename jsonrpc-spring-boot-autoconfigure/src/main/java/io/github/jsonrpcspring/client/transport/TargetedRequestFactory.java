package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Makes requests that go to another URL than the one they show.
 */
final class TargetedRequestFactory implements ClientHttpRequestFactory {

	private final ClientHttpRequestFactory factory;

	private final URI target;

	TargetedRequestFactory(ClientHttpRequestFactory factory, URI target) {
		this.factory = factory;
		this.target = target;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		ClientHttpRequest request = this.factory.createRequest(this.target, method);
		return uri.equals(this.target) ? request : new ShownRequest(request, uri);
	}

	private static final class ShownRequest implements ClientHttpRequest, StreamingHttpOutputMessage {

		private final ClientHttpRequest request;

		private final URI uri;

		ShownRequest(ClientHttpRequest request, URI uri) {
			this.request = request;
			this.uri = uri;
		}

		@Override
		public HttpMethod getMethod() {
			return this.request.getMethod();
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.request.getHeaders();
		}

		@Override
		public Map<String, Object> getAttributes() {
			return this.request.getAttributes();
		}

		@Override
		public OutputStream getBody() throws IOException {
			return this.request.getBody();
		}

		@Override
		public void setBody(Body body) {
			if (this.request instanceof StreamingHttpOutputMessage streaming) {
				streaming.setBody(body);
				return;
			}
			try {
				body.writeTo(this.request.getBody());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public ClientHttpResponse execute() throws IOException {
			return this.request.execute();
		}

	}

}
