package io.github.jsonrpcspring.client.transport;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.AbstractClientHttpRequest;

/**
 * A request of the {@link JdkHttpConnector}; its body is collected before it is sent.
 */
final class JdkHttpRequest extends AbstractClientHttpRequest {

	private final HttpMethod method;

	private final URI uri;

	private final HttpRequest.Builder builder;

	private volatile @Nullable Runnable dropHook;

	private volatile @Nullable Runnable cancelHook;

	private volatile boolean cancelled;

	JdkHttpRequest(HttpMethod method, URI uri, @Nullable Duration readTimeout) {
		this.method = method;
		this.uri = uri;
		this.builder = HttpRequest.newBuilder(uri).method(method.name(), BodyPublishers.noBody());
		if (readTimeout != null) {
			this.builder.timeout(readTimeout);
		}
	}

	void onDrop(Runnable hook) {
		this.dropHook = hook;
	}

	/**
	 * Return whether the connection is to be closed after the answer, which the client of
	 * the JDK leaves to the server.
	 */
	boolean isLast() {
		return getHeaders().getConnection().stream().anyMatch("close"::equalsIgnoreCase);
	}

	/**
	 * Close the connection that this request was sent over.
	 */
	void drop() {
		Runnable hook = this.dropHook;
		if (hook != null) {
			hook.run();
		}
	}

	void onCancel(Runnable hook) {
		this.cancelHook = hook;
		if (this.cancelled) {
			hook.run();
		}
	}

	/**
	 * Cancel the exchange, also once its answer was handed on whose body nobody takes.
	 */
	void cancel() {
		this.cancelled = true;
		Runnable hook = this.cancelHook;
		if (hook != null) {
			hook.run();
		}
	}

	@Override
	public HttpMethod getMethod() {
		return this.method;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	public DataBufferFactory bufferFactory() {
		return DefaultDataBufferFactory.sharedInstance;
	}

	@Override
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	public <T> T getNativeRequest() {
		return (T) this.builder.build();
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		return doCommit(() -> DataBufferUtils.join(body).doOnNext(this::setBody).then());
	}

	private void setBody(DataBuffer buffer) {
		byte[] body = new byte[buffer.readableByteCount()];
		buffer.read(body);
		DataBufferUtils.release(buffer);
		this.builder.method(this.method.name(), BodyPublishers.ofByteArray(body));
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return writeWith(Flux.from(body).concatMap((part) -> part));
	}

	@Override
	public Mono<Void> setComplete() {
		return doCommit();
	}

	@Override
	protected void applyHeaders() {
		getHeaders().forEach((name, values) -> MessageHeaders.add(this.builder, name, values));
	}

	@Override
	protected void applyCookies() {
		String cookies = getCookies().values()
			.stream()
			.flatMap(List::stream)
			.map(HttpCookie::toString)
			.collect(Collectors.joining("; "));
		if (!cookies.isEmpty()) {
			this.builder.header(HttpHeaders.COOKIE, cookies);
		}
	}

}
