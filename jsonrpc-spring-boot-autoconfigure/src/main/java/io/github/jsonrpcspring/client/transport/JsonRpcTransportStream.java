package io.github.jsonrpcspring.client.transport;

import java.io.ByteArrayOutputStream;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.Assert;

/**
 * The answer to a {@link JsonRpcTransportRequest} whose body is still to come.
 * <p>
 * The body has to be subscribed to, once. Cancelling it closes the connection.
 *
 * @since 0.1.0
 */
public final class JsonRpcTransportStream {

	private final HttpStatusCode status;

	private final HttpHeaders headers;

	private final Flux<byte[]> body;

	private final @Nullable Runnable dropHook;

	/**
	 * Create an answer.
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body in pieces that nobody else keeps; as many as are requested
	 * @param dropHook what {@link #drop()} does, or {@code null} for nothing
	 */
	public JsonRpcTransportStream(HttpStatusCode status, HttpHeaders headers, Flux<byte[]> body,
			@Nullable Runnable dropHook) {
		Assert.notNull(status, "'status' must not be null");
		Assert.notNull(headers, "'headers' must not be null");
		Assert.notNull(body, "'body' must not be null");
		this.status = status;
		this.headers = HttpHeaders.readOnlyHttpHeaders(headers);
		this.body = body;
		this.dropHook = dropHook;
	}

	/**
	 * Return an answer that is there as a whole already.
	 * @param response the answer
	 * @return the same answer, its body in one piece
	 */
	public static JsonRpcTransportStream of(JsonRpcTransportResponse response) {
		byte[] body = response.body();
		return new JsonRpcTransportStream(response.status(), response.headers(),
				(body.length > 0) ? Flux.just(body) : Flux.empty(), response::drop);
	}

	/**
	 * Return the HTTP status.
	 * @return the status
	 */
	public HttpStatusCode status() {
		return this.status;
	}

	/**
	 * Return the headers.
	 * @return the read-only headers
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Return the body.
	 * @return the pieces, which end in an error where the body is broken off or larger
	 * than {@link JsonRpcTransportRequest#maxResponseSize()}
	 */
	public Flux<byte[]> body() {
		return this.body;
	}

	/**
	 * Return this answer with another body.
	 * @param change makes the other body of this one
	 * @return the answer
	 */
	public JsonRpcTransportStream mapBody(UnaryOperator<Flux<byte[]>> change) {
		return new JsonRpcTransportStream(this.status, this.headers, change.apply(this.body), this.dropHook);
	}

	/**
	 * Read the body to its end.
	 * @return the answer as a whole
	 */
	public Mono<JsonRpcTransportResponse> whole() {
		return this.body.collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
			.map((bytes) -> new JsonRpcTransportResponse(this.status, this.headers, bytes.toByteArray(),
					this.dropHook));
	}

	/**
	 * Say that this answer does not belong to its request, so that its connection is
	 * closed instead of used again.
	 * @see JsonRpcTransportResponse#drop()
	 */
	public void drop() {
		if (this.dropHook != null) {
			this.dropHook.run();
		}
	}

	@Override
	public String toString() {
		return "JsonRpcTransportStream[status=" + this.status.value() + ", headers=" + this.headers.headerNames() + "]";
	}

}
