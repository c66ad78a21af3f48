package io.github.jsonrpcspring.client.transport;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyExtractor;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.client.support.ClientResponseWrapper;

/**
 * One request on its way, and the reading of its answer.
 */
final class WebClientExchange {

	private static final byte[] NO_BODY = {};

	private final JsonRpcTransportRequest request;

	private volatile @Nullable Runnable dropHook;

	private volatile @Nullable Runnable cancelHook;

	private volatile boolean cancelled;

	private long received;

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
		return prepare(spec).exchangeToMono(this::read).doFinally(this::end);
	}

	<T> Mono<T> stream(RequestBodySpec spec, Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		return prepare(spec).exchangeToMono((response) -> stream(response, reader)).doFinally(this::end);
	}

	/**
	 * Close the connection of an answer whose body nobody takes any more, although it may
	 * have left the connector already: Spring's would read it to its end, and operators
	 * of filters may keep the cancellation to themselves. It comes after the
	 * cancellation, as the error of a connection closed before would have nobody to go
	 * to.
	 */
	private void end(SignalType signal) {
		if (signal != SignalType.CANCEL) {
			return;
		}
		this.cancelled = true;
		Runnable hook = this.cancelHook;
		if (hook != null) {
			hook.run();
		}
	}

	private RequestHeadersSpec<?> prepare(RequestBodySpec spec) {
		spec.headers((headers) -> headers.putAll(this.request.headers()));
		Map<String, Object> attributes = this.request.attributes();
		if (!attributes.isEmpty()) {
			spec.attributes((all) -> all.putAll(attributes));
		}
		return spec.body(this::write);
	}

	private Mono<Void> write(ClientHttpRequest output, BodyInserter.Context context) {
		byte[] body = this.request.body();
		MessageHeaders.complete(output.getHeaders(), body.length);
		if (output instanceof JdkHttpRequest jdkRequest) {
			this.cancelHook = jdkRequest::cancel;
		}
		else if (DefaultConnector.REACTOR_NETTY_PRESENT) {
			this.dropHook = ReactorNettySupport.dropHook(output.getNativeRequest());
			this.cancelHook = this.dropHook;
		}
		if (this.cancelled) {
			return Mono.error(new CancellationException("The call was cancelled before it was sent"));
		}
		return output.writeWith(Mono.just(output.bufferFactory().wrap(body)));
	}

	private Mono<JsonRpcTransportResponse> read(ClientResponse response) {
		Flux<DataBuffer> body = body(response);
		boolean success = response.statusCode().is2xxSuccessful();
		if (MessageHeaders.isEventStream(response.headers().asHttpHeaders())) {
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
			this.cancelHook = null;
			if (capped.isExceeded() && wanted && success) {
				throw tooLarge();
			}
			return answer(response, capped.toByteArray());
		}));
	}

	/**
	 * Let the reader read a body that it wants; errors of web servers are small.
	 */
	private <T> Mono<T> stream(ClientResponse response, Function<? super JsonRpcTransportStream, Mono<T>> reader) {
		if (!response.statusCode().is2xxSuccessful()
				|| MessageHeaders.isEventStream(response.headers().asHttpHeaders())) {
			return read(response).flatMap((whole) -> reader.apply(JsonRpcTransportStream.of(whole)));
		}
		Flux<byte[]> body = body(response).map(this::copy).onErrorMap(TransportErrors::translate);
		return reader.apply(new JsonRpcTransportStream(response.statusCode(), response.headers().asHttpHeaders(), body,
				this.dropHook));
	}

	private byte[] copy(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			this.received += bytes.length;
			if (this.received > this.request.maxResponseSize()) {
				throw tooLarge();
			}
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private DataBufferLimitException tooLarge() {
		return new DataBufferLimitException(
				"The body of the answer is larger than " + this.request.maxResponseSize() + " bytes");
	}

	/**
	 * Return the body, by a supplier, because to a bare {@code Flux} a checkpoint with
	 * the URL is added.
	 */
	private static Flux<DataBuffer> body(ClientResponse response) {
		return response.body(new BodySupplier()).get();
	}

	private JsonRpcTransportResponse answer(ClientResponse response, byte[] body) {
		return new JsonRpcTransportResponse(response.statusCode(), response.headers().asHttpHeaders(), body,
				this.dropHook);
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
