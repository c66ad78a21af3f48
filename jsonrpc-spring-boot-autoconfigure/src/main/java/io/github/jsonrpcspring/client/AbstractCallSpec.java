package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.jsonrpcspring.protocol.JsonRpcId;

import org.springframework.http.HttpHeaders;

/**
 * Collects a request object and the options of its call.
 *
 * @param <S> the type of the fluent call
 */
abstract class AbstractCallSpec<S extends JsonRpcCallSpec<S>> extends AbstractParamsSpec<S>
		implements JsonRpcCallSpec<S> {

	private final JsonRpcCallOptions.Builder options = JsonRpcCallOptions.builder();

	AbstractCallSpec(JsonRpcExchange exchange, String method) {
		super(exchange, method);
	}

	final JsonRpcCallOptions callOptions() {
		return this.options.build();
	}

	@Override
	public final S id(JsonRpcId id) {
		this.options.id(id);
		return self();
	}

	@Override
	public final S header(String name, String... values) {
		this.options.header(name, values);
		return self();
	}

	@Override
	public final S headers(Consumer<HttpHeaders> headers) {
		this.options.headers(headers);
		return self();
	}

	@Override
	public final S timeout(Duration timeout) {
		this.options.timeout(timeout);
		return self();
	}

	@Override
	public final S attribute(String name, Object value) {
		this.options.attribute(name, value);
		return self();
	}

	@Override
	public final S options(JsonRpcCallOptions options) {
		this.options.addAll(options);
		return self();
	}

}
