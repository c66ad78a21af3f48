package io.github.jsonrpcspring.client.transport;

import java.net.HttpCookie;
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
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.reactive.AbstractClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * An answer of the {@link JdkHttpConnector}; cancelling its body closes the connection.
 */
final class JdkHttpResponse extends AbstractClientHttpResponse {

	JdkHttpResponse(JdkHttpRequest request, HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
		super(HttpStatusCode.valueOf(response.statusCode()), headers(response), cookies(response),
				request.isLast() ? body(response).doOnTerminate(request::drop) : body(response));
	}

	private static MultiValueMap<String, ResponseCookie> cookies(HttpResponse<?> response) {
		MultiValueMap<String, ResponseCookie> cookies = new LinkedMultiValueMap<>();
		for (String header : response.headers().allValues(HttpHeaders.SET_COOKIE)) {
			try {
				HttpCookie.parse(header).forEach((cookie) -> cookies.add(cookie.getName(), cookie(cookie)));
			}
			catch (IllegalArgumentException ex) {
				// What is no cookie is left out
			}
		}
		return cookies;
	}

	private static ResponseCookie cookie(HttpCookie cookie) {
		return ResponseCookie.fromClientResponse(cookie.getName(), cookie.getValue())
			.domain(cookie.getDomain())
			.path(cookie.getPath())
			.maxAge(cookie.getMaxAge())
			.secure(cookie.getSecure())
			.httpOnly(cookie.isHttpOnly())
			.build();
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
