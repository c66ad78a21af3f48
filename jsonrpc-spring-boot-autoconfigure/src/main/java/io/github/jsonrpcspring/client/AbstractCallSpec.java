package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Collects a request object and the options of its call.
 *
 * @param <S> the type of the fluent call
 */
abstract class AbstractCallSpec<S extends JsonRpcCallSpec<S>> extends AbstractParamsSpec<S>
		implements JsonRpcCallSpec<S> {

	private JsonRpcCallOptions.@Nullable Builder options;

	AbstractCallSpec(JsonRpcExchange exchange, String method) {
		super(exchange, method);
	}

	final JsonRpcCallOptions callOptions() {
		return (this.options != null) ? this.options.build() : JsonRpcCallOptions.NONE;
	}

	private JsonRpcCallOptions.Builder changed() {
		if (this.options == null) {
			this.options = JsonRpcCallOptions.builder();
		}
		return this.options;
	}

	@Override
	public final S id(JsonRpcId id) {
		changed().id(id);
		return self();
	}

	@Override
	public final S header(String name, String... values) {
		changed().header(name, values);
		return self();
	}

	@Override
	public final S headers(Consumer<HttpHeaders> headers) {
		changed().headers(headers);
		return self();
	}

	@Override
	public final S timeout(Duration timeout) {
		changed().timeout(timeout);
		return self();
	}

	@Override
	public final S maxResponseSize(long bytes) {
		changed().maxResponseSize(bytes);
		return self();
	}

	@Override
	public final S attribute(String name, Object value) {
		changed().attribute(name, value);
		return self();
	}

	@Override
	public final S options(JsonRpcCallOptions options) {
		changed().addAll(options);
		return self();
	}

}
