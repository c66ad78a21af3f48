package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Reads the answers of a {@code RestClient}. What is not read to its end closes its
 * connection.
 *
 * @param <R> the type of what is made of an answer
 */
@FunctionalInterface
interface RestClientAnswers<R> {

	int FIRST_BUFFER = 64 * 1024;

	int UNKNOWN_LENGTH = 4096;

	R read(BlockingCall call, JsonRpcTransportRequest request, ClientHttpResponse response) throws IOException;

	/**
	 * Read an answer as a whole.
	 */
	static JsonRpcTransportResponse whole(BlockingCall call, JsonRpcTransportRequest request,
			ClientHttpResponse response) throws IOException {
		boolean whole = false;
		try {
			HttpStatusCode status = status(response);
			HttpHeaders headers = response.getHeaders();
			if (MessageHeaders.isEventStream(headers)) {
				return new JsonRpcTransportResponse(status, headers, new byte[0], call.dropHook());
			}
			boolean wanted = request.responseExpected() || !status.is2xxSuccessful();
			CappedBody body = new CappedBody(request.maxResponseSize(), wanted);
			boolean gzip = isGzip(headers);
			try {
				whole = gzip ? readGzip(response.getBody(), body) : body.readAll(response.getBody(), length(headers));
			}
			catch (IOException ex) {
				// How an answer ends that nobody wants does not matter
				if (wanted) {
					throw ex;
				}
			}
			if (body.isExceeded() && wanted && status.is2xxSuccessful()) {
				throw tooLarge(request);
			}
			return new JsonRpcTransportResponse(status, gzip ? MessageHeaders.decompressed(headers) : headers,
					body.toByteArray(), call.dropHook());
		}
		finally {
			close(call, response, whole);
		}
	}

	/**
	 * Read an answer as it comes; errors of web servers are small.
	 */
	static JsonRpcTransportStream stream(BlockingCall call, JsonRpcTransportRequest request,
			ClientHttpResponse response) throws IOException {
		boolean open = false;
		try {
			HttpStatusCode status = status(response);
			HttpHeaders headers = response.getHeaders();
			if (!status.is2xxSuccessful() || MessageHeaders.isEventStream(headers)) {
				open = true;
				return JsonRpcTransportStream.of(whole(call, request, response));
			}
			boolean gzip = isGzip(headers);
			InputStream body = gzip ? new BoundedGzipInputStream(response.getBody(), UNKNOWN_LENGTH)
					: response.getBody();
			open = true;
			call.leaveBody(() -> close(call, response, false));
			return new JsonRpcTransportStream(status, gzip ? MessageHeaders.decompressed(headers) : headers,
					pieces(call, request, response, body, gzip), call.dropHook());
		}
		finally {
			if (!open) {
				close(call, response, false);
			}
		}
	}

	/**
	 * Read pieces as they are requested, on the thread that requests them.
	 */
	private static Flux<byte[]> pieces(BlockingCall call, JsonRpcTransportRequest request, ClientHttpResponse response,
			InputStream body, boolean gzip) {
		AtomicBoolean ended = new AtomicBoolean();
		AtomicBoolean cancelled = new AtomicBoolean();
		AtomicReference<@Nullable BlockingCall> reading = new AtomicReference<>();
		byte[] buffer = new byte[FIRST_BUFFER];
		return Flux.<byte[], Long>generate(() -> {
			if (!call.takeBody()) {
				throw new CancellationException("The body of the answer was read or given up before");
			}
			return 0L;
		}, (received, sink) -> {
			BlockingCall piece = BlockingCall.begin();
			reading.set(piece);
			try {
				int count = cancelled.get() ? -1 : body.read(buffer);
				if (count < 0) {
					ended.set(!cancelled.get() && (!gzip || isAtEnd(response.getBody())));
					sink.complete();
				}
				else if (received + count > request.maxResponseSize()) {
					sink.error(tooLarge(request));
				}
				else {
					sink.next(Arrays.copyOf(buffer, count));
				}
				return received + Math.max(count, 0);
			}
			catch (IOException ex) {
				if (cancelled.get()) {
					sink.complete();
				}
				else {
					sink.error(TransportErrors.translate(ex));
				}
				return received;
			}
			finally {
				piece.end();
			}
		}, (received) -> close(call, response, ended.get())).doOnCancel(() -> {
			cancelled.set(true);
			BlockingCall piece = reading.get();
			if (!call.abandon() && piece != null) {
				piece.cancel();
			}
		});
	}

	private static boolean isGzip(HttpHeaders headers) {
		return MessageHeaders.isGzip(headers) && headers.getContentLength() != 0;
	}

	/**
	 * Read a compressed body, and what there may be behind it.
	 */
	private static boolean readGzip(InputStream input, CappedBody body) throws IOException {
		return body.readAll(new BoundedGzipInputStream(input, UNKNOWN_LENGTH), UNKNOWN_LENGTH) && isAtEnd(input);
	}

	private static boolean isAtEnd(InputStream input) {
		try {
			return input.read() < 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int length(HttpHeaders headers) {
		long length = headers.getContentLength();
		return (length < 0) ? UNKNOWN_LENGTH : (int) Math.min(length, FIRST_BUFFER);
	}

	private static DataBufferLimitException tooLarge(JsonRpcTransportRequest request) {
		return new DataBufferLimitException(
				"The body of the answer is larger than " + request.maxResponseSize() + " bytes");
	}

	private static HttpStatusCode status(ClientHttpResponse response) throws IOException {
		try {
			return response.getStatusCode();
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("The answer is no complete HTTP message", ex);
		}
	}

	private static void close(BlockingCall call, ClientHttpResponse response, boolean whole) {
		if (!whole && !call.abandon()) {
			try {
				response.getBody().close();
			}
			catch (IOException ex) {
				// Given up in any case
			}
		}
		response.close();
	}

}
