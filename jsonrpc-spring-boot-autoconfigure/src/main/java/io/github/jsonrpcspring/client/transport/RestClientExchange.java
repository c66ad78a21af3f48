package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;

/**
 * One request on its way, on the thread that asks for it.
 *
 * @param <R> the type of what is made of the answer
 */
final class RestClientExchange<R> implements Subscription, StreamingHttpOutputMessage.Body {

	/** Each takes one connection out of the pool that its server has closed. */
	private static final int MAX_ATTEMPTS = 1000;

	private final RestClient restClient;

	private final URI uri;

	private final JsonRpcTransportRequest request;

	private final RestClientAnswers<R> answers;

	private final CoreSubscriber<? super R> subscriber;

	private volatile @Nullable BlockingCall call;

	private volatile boolean cancelled;

	private boolean started;

	RestClientExchange(RestClient restClient, URI uri, JsonRpcTransportRequest request, RestClientAnswers<R> answers,
			CoreSubscriber<? super R> subscriber) {
		this.restClient = restClient;
		this.uri = uri;
		this.request = request;
		this.answers = answers;
		this.subscriber = subscriber;
	}

	@Override
	public void request(long count) {
		if (!this.started) {
			this.started = true;
			run();
		}
	}

	@Override
	public void cancel() {
		this.cancelled = true;
		BlockingCall call = this.call;
		if (call != null) {
			call.cancel();
			call.abandonBody();
		}
	}

	private void run() {
		R response = null;
		Throwable failure = null;
		BlockingCall call = BlockingCall.begin();
		this.call = call;
		try {
			response = this.cancelled ? null : send(call);
		}
		catch (Throwable ex) {
			failure = interrupted(TransportErrors.translate(ex));
		}
		finally {
			call.end();
		}
		if (this.cancelled) {
			call.abandonBody();
			return;
		}
		if (response != null) {
			this.subscriber.onNext(response);
			this.subscriber.onComplete();
		}
		else if (failure != null) {
			this.subscriber.onError(failure);
		}
	}

	/**
	 * HTTP clients say in many ways that their thread was interrupted.
	 */
	private Throwable interrupted(Throwable failure) {
		return (failure instanceof IOException && !this.cancelled && Thread.currentThread().isInterrupted())
				? new InterruptedException().initCause(failure) : failure;
	}

	private R send(BlockingCall call) {
		for (int attempt = 1;; attempt++) {
			try {
				return prepare(this.restClient.post().uri(this.uri)).body(this)
					.httpRequest(this::completeHeaders)
					.exchangeForRequiredValue((request, response) -> this.answers.read(call, this.request, response),
							false);
			}
			catch (RuntimeException ex) {
				if (this.cancelled || attempt == MAX_ATTEMPTS
						|| !(TransportErrors.translate(ex) instanceof NothingWrittenException)) {
					throw ex;
				}
			}
		}
	}

	private RequestBodySpec prepare(RequestBodySpec spec) {
		spec.headers((headers) -> headers.putAll(this.request.headers()));
		Map<String, Object> attributes = this.request.attributes();
		return attributes.isEmpty() ? spec : spec.attributes((all) -> all.putAll(attributes));
	}

	private void completeHeaders(ClientHttpRequest request) {
		MessageHeaders.complete(request.getHeaders(), this.request.body().length);
		MessageHeaders.acceptGzip(request.getHeaders());
	}

	@Override
	public void writeTo(OutputStream output) throws IOException {
		output.write(this.request.body());
	}

}
