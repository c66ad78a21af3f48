package io.github.jsonrpcspring.load.contestant;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;

import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * A call written by hand on {@link RestClient} and Apache HttpClient 5.
 */
final class HandWrittenRestClient {

	private final Envelope envelope = new Envelope();

	private final RestClient restClient = RestClient.builder()
		.requestFactory(new HttpComponentsClientHttpRequestFactory(HttpComponents.httpClient()))
		.build();

	private final URI uri;

	HandWrittenRestClient(URI uri) {
		this.uri = uri;
	}

	Client.Blocking blocking() {
		return (a, b) -> {
			Envelope.Request request = this.envelope.add(a, b);
			return this.envelope.read(request, post(this.envelope.write(request)));
		};
	}

	Client.Batch batch() {
		return (a, b) -> {
			Envelope.Request[] batch = this.envelope.add(a, b);
			return this.envelope.read(batch, post(this.envelope.write(batch)));
		};
	}

	private byte[] post(byte[] body) {
		return Objects.requireNonNull(this.restClient.post()
			.uri(this.uri)
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange(HandWrittenRestClient::read));
	}

	private static byte[] read(HttpRequest request, ClientHttpResponse response) throws IOException {
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw new IOException("Status " + response.getStatusCode());
		}
		long length = response.getHeaders().getContentLength();
		if (length > Envelope.LARGEST_ANSWER) {
			throw new IOException("The answer is too large");
		}
		try (InputStream body = response.getBody()) {
			byte[] answer = body.readNBytes((length < 0) ? Envelope.LARGEST_ANSWER : (int) length);
			if (body.read() != -1) {
				throw new IOException("The answer is too large");
			}
			return answer;
		}
	}

}
