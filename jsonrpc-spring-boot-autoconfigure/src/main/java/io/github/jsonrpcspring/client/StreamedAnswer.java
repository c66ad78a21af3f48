package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcResultElements;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Reads one answer: its head, then the elements of its result, and judges it at the end.
 *
 * @param <E> the type of the elements
 */
final class StreamedAnswer<E> implements Iterator<Object> {

	private final StreamedExchange exchange;

	private final StreamedCall<E> streamed;

	private final PreparedCall call;

	private final JsonRpcTransportStream stream;

	private final CallLog log;

	private final JsonRpcResultElements elements;

	private @Nullable Object next;

	private final AtomicLong bytes = new AtomicLong();

	private volatile boolean begun;

	private boolean refused;

	StreamedAnswer(StreamedExchange exchange, StreamedCall<E> streamed, PreparedCall call,
			JsonRpcTransportStream stream, CallLog log) {
		this.exchange = exchange;
		this.streamed = streamed;
		this.call = call;
		this.stream = stream;
		this.log = log;
		boolean whole = !stream.status().is2xxSuccessful() || !ResponseJudge.isUtf8(stream.headers());
		this.elements = new JsonRpcResultElements(exchange.codec(), whole);
	}

	/**
	 * Return a {@link JsonRpcClientResponse}, and then the elements. One piece of the
	 * body is asked for at a time, when all elements of that before it were taken.
	 */
	Flux<Object> items() {
		Duration patience = this.call.limits().timeout();
		Flux<byte[]> body = (patience != null) ? new PatientFlux(this.stream.body(), patience) : this.stream.body();
		return body.doOnError((failure) -> this.log.failure(this.call, failure))
			.onErrorMap(Exception.class, (failure) -> this.call.translate(failure, this.exchange.failures()))
			.doOnCancel(this::brokenOff)
			.flatMapIterable(this::items, 1)
			.concatWith(Flux.defer(this::end));
	}

	private Iterable<Object> items(byte[] piece) {
		this.bytes.addAndGet(piece.length);
		this.elements.add(piece);
		return () -> this;
	}

	@Override
	public boolean hasNext() {
		while (this.next == null) {
			switch (this.elements.next()) {
				case BYTES -> {
					return false;
				}
				case BEGINNING -> begin();
				case ELEMENT -> this.next = this.refused ? null
						: this.streamed.convert(this.elements, this.call.site(), this.exchange.failures().mask());
				case BROKEN -> throw broken();
			}
		}
		return true;
	}

	@Override
	public Object next() {
		Object item = hasNext() ? this.next : null;
		this.next = null;
		if (item == null) {
			throw new NoSuchElementException();
		}
		return item;
	}

	/**
	 * Let no element out of an answer that is refused already. It is read to its end,
	 * where all that is wrong with it is known.
	 */
	private void begin() {
		this.refused = !new Beginning(this.exchange, (JsonRpcRequest) this.call.message()).mayStand(this.call.site(),
				this.elements.beginning(), this.stream);
		if (!this.refused) {
			this.begun = true;
			this.next = new JsonRpcClientResponse(this.call.message(), null, this.stream.status(),
					this.stream.headers());
		}
	}

	private RuntimeException broken() {
		JsonRpcTransportResponse document = document();
		this.log.response(this.call, document, size());
		judge(document);
		throw new IllegalStateException("An answer that is not JSON has passed");
	}

	private JsonRpcTransportResponse document() {
		return new JsonRpcTransportResponse(this.stream.status(), this.stream.headers(), this.elements.document(),
				this.stream::drop);
	}

	private JsonRpcResponse judge(JsonRpcTransportResponse document) {
		return (JsonRpcResponse) this.exchange.judge().judge(this.call.site(), this.call.message(), document, null);
	}

	private Flux<Object> end() {
		JsonRpcTransportResponse document = document();
		this.log.response(this.call, document, size());
		JsonRpcResponse answer = judge(document);
		JsonRpcClientResponse response = new JsonRpcClientResponse(this.call.message(), answer, this.stream.status(),
				this.stream.headers());
		if (!this.begun && !this.refused) {
			return Flux.just(response);
		}
		CallObservation observation = this.call.observation();
		if (observation != null && (answer.isError() || this.elements.isWhole())) {
			observation.answered(response);
		}
		JsonRpcError error = answer.error();
		if (error != null) {
			throw this.exchange.failures()
				.error(this.call.site(), new ErrorAnswer(error, response.status(), response.headers()));
		}
		if (this.refused) {
			throw new IllegalStateException("An answer that was refused has passed");
		}
		return Flux.empty();
	}

	private void brokenOff() {
		if (this.begun) {
			this.log.response(this.call,
					new JsonRpcTransportResponse(this.stream.status(), this.stream.headers(), new byte[0]),
					" (" + this.bytes + " bytes, not read to the end)");
		}
	}

	private String size() {
		return this.elements.isWhole() ? ""
				: " (" + this.bytes + " bytes, " + (this.elements.index() + 1) + " elements)";
	}

}
