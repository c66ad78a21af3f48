package io.github.jsonrpcspring.client.transport;

import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyExtractor;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.reactive.function.client.support.ClientResponseWrapper;

/**
 * One request on its way, and the reading of its answer.
 */
final class WebClientExchange {

	private static final String ACCEPT = MediaType.APPLICATION_JSON_VALUE + ", " + MediaType.ALL_VALUE;

	private static final byte[] NO_BODY = {};

	private final JsonRpcTransportRequest request;

	private volatile @Nullable Runnable dropHook;

	WebClientExchange(JsonRpcTransportRequest request) {
		this.request = request;
	}

	/**
	 * Filter that leaves the body of the answer to this class alone, where
	 * {@code exchangeToMono} would read on what is left of it.
	 */
	static Mono<ClientResponse> takeOver(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).map(TakenOverResponse::new);
	}

	Mono<JsonRpcTransportResponse> run(RequestBodySpec spec) {
		return spec.headers((headers) -> headers.putAll(this.request.headers()))
			.attributes((attributes) -> attributes.putAll(this.request.attributes()))
			.body(this::write)
			.exchangeToMono(this::read);
	}

	private Mono<Void> write(ClientHttpRequest output, BodyInserter.Context context) {
		byte[] body = this.request.body();
		HttpHeaders headers = output.getHeaders();
		headers.setContentLength(body.length);
		if (!headers.containsHeader(HttpHeaders.ACCEPT)) {
			headers.set(HttpHeaders.ACCEPT, ACCEPT);
		}
		if (DefaultConnector.REACTOR_NETTY_PRESENT) {
			this.dropHook = ReactorNettySupport.dropHook(output.getNativeRequest());
		}
		return output.writeWith(Mono.just(output.bufferFactory().wrap(body)));
	}

	private Mono<JsonRpcTransportResponse> read(ClientResponse response) {
		// A supplier, because to a bare Flux a checkpoint with the URL is added
		Flux<DataBuffer> body = response.body(new BodySupplier()).get();
		boolean success = response.statusCode().is2xxSuccessful();
		if (isEventStream(response)) {
			AbandonedBody.abandon(body);
			return Mono.just(answer(response, NO_BODY));
		}
		boolean wanted = this.request.responseExpected() || !success;
		CappedBody capped = new CappedBody(this.request.maxResponseSize(), wanted);
		Mono<Void> reading = body.doOnNext(capped::add).takeUntil((buffer) -> capped.isExceeded()).then();
		if (!wanted) {
			reading = reading.onErrorComplete(Exception.class);
		}
		return reading.then(Mono.fromSupplier(() -> {
			if (capped.isExceeded() && wanted && success) {
				throw new DataBufferLimitException(
						"The body of the answer is larger than " + this.request.maxResponseSize() + " bytes");
			}
			return answer(response, capped.toByteArray());
		}));
	}

	private JsonRpcTransportResponse answer(ClientResponse response, byte[] body) {
		return new JsonRpcTransportResponse(response.statusCode(), response.headers().asHttpHeaders(), body,
				this.dropHook);
	}

	private static boolean isEventStream(ClientResponse response) {
		String type = response.headers().asHttpHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
		return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
	}

	private static final class BodySupplier
			implements BodyExtractor<Supplier<Flux<DataBuffer>>, ReactiveHttpInputMessage> {

		@Override
		public Supplier<Flux<DataBuffer>> extract(ReactiveHttpInputMessage message, Context context) {
			return message::getBody;
		}

	}

	private static final class TakenOverResponse extends ClientResponseWrapper {

		TakenOverResponse(ClientResponse delegate) {
			super(delegate);
		}

		@Override
		public Mono<Void> releaseBody() {
			return Mono.empty();
		}

	}

}
