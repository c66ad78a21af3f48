package io.github.jsonrpcspring.load.contestant;

import java.net.URI;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A call written by hand on {@link WebClient} and Reactor Netty.
 */
final class HandWrittenWebClient {

	private final Envelope envelope = new Envelope();

	private final WebClient webClient;

	private final URI uri;

	HandWrittenWebClient(URI uri) {
		this.uri = uri;
		this.webClient = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HandWrittenReactorNetty.httpClient()))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(Envelope.LARGEST_ANSWER))
			.build();
	}

	Client.Reactive reactive() {
		return this::add;
	}

	Client.Blocking blocking() {
		return (a, b) -> Objects.requireNonNull(add(a, b).block());
	}

	Client.Batch batch() {
		return (a, b) -> {
			Envelope.Request[] batch = this.envelope.add(a, b);
			return Objects.requireNonNull(
					post(this.envelope.write(batch)).map((body) -> this.envelope.read(batch, body)).block());
		};
	}

	private Mono<Integer> add(int a, int b) {
		return Mono.defer(() -> {
			Envelope.Request request = this.envelope.add(a, b);
			return post(this.envelope.write(request)).map((body) -> this.envelope.read(request, body));
		});
	}

	private Mono<byte[]> post(byte[] body) {
		return this.webClient.post()
			.uri(this.uri)
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchangeToMono(HandWrittenWebClient::read);
	}

	private static Mono<byte[]> read(ClientResponse response) {
		if (!response.statusCode().is2xxSuccessful()) {
			return response.createError();
		}
		return response.bodyToMono(byte[].class);
	}

}
