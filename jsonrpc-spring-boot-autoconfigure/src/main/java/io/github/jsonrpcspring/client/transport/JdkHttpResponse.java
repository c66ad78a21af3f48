package io.github.jsonrpcspring.client.transport;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

import org.reactivestreams.FlowAdapters;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.AbstractClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;

/**
 * An answer of the {@link JdkHttpConnector}; cancelling its body closes the connection.
 */
final class JdkHttpResponse extends AbstractClientHttpResponse {

	JdkHttpResponse(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
		super(HttpStatusCode.valueOf(response.statusCode()), headers(response), new LinkedMultiValueMap<>(),
				body(response));
	}

	private static HttpHeaders headers(HttpResponse<?> response) {
		HttpHeaders headers = new HttpHeaders();
		response.headers().map().forEach(headers::addAll);
		return headers;
	}

	static Flux<DataBuffer> body(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
		return Flux.from(FlowAdapters.toPublisher(response.body()))
			.flatMapIterable((buffers) -> buffers, 1)
			.map(DefaultDataBufferFactory.sharedInstance::wrap);
	}

}
