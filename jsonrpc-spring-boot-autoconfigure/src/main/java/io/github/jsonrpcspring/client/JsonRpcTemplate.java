package io.github.jsonrpcspring.client;

import java.util.Objects;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Calls a JSON-RPC server and waits for its answers. Thread-safe.
 * <p>
 * Built by {@link #builder(String)} without a Spring context, or injected: each
 * {@code jsonrpc.clients.<name>} is a bean {@code <name>JsonRpcTemplate}.
 *
 * @since 0.1.0
 * @see ReactiveJsonRpcTemplate
 */
public final class JsonRpcTemplate implements JsonRpcOperations {

	private final TemplateParts parts;

	/** Sends on the thread that waits, if the transport blocks. */
	private final ReactiveJsonRpcTemplate calls;

	private final ReactiveJsonRpcTemplate reactive;

	private final Blocking blocking;

	JsonRpcTemplate(TemplateParts parts) {
		this.parts = parts;
		this.calls = new ReactiveJsonRpcTemplate(parts);
		this.reactive = parts.transport().isBlocking() ? new ReactiveJsonRpcTemplate(parts.offloaded()) : this.calls;
		this.blocking = new Blocking(parts.settings().name());
	}

	/**
	 * Start building a template for a server.
	 * @param url the server's URL; userinfo becomes Basic authentication
	 * @return a builder
	 * @throws IllegalArgumentException if it is no http or https URL
	 */
	public static Builder builder(String url) {
		return new Builder(url);
	}

	/**
	 * Start building a template that uses a transport.
	 * @param transport the transport
	 * @return a builder
	 */
	public static Builder builder(JsonRpcTransport transport) {
		return new Builder(transport);
	}

	/**
	 * Return a builder that starts from this template and shares its transport and ids.
	 * @return a builder
	 */
	public Builder mutate() {
		return new Builder(this.parts);
	}

	/**
	 * Return the reactive twin of this template, which shares everything with it. If the
	 * transport blocks, its exchanges happen on
	 * {@link reactor.core.scheduler.Schedulers#boundedElastic()}.
	 * @return the reactive template
	 */
	public ReactiveJsonRpcTemplate reactive() {
		return this.reactive;
	}

	/**
	 * Return the settings of the client.
	 * @return the settings
	 */
	public JsonRpcClientSettings settings() {
		return this.parts.settings();
	}

	/**
	 * Return the mapper that converts parameters and results. It must not be changed.
	 * @return the mapper
	 */
	public JsonMapper jsonMapper() {
		return this.parts.codec().mapper();
	}

	@Override
	public <T> T request(String method, Class<T> resultType, @Nullable Object @Nullable ... params) {
		return method(method).params(params).retrieveRequired(resultType);
	}

	@Override
	public <T> T request(String method, ParameterizedTypeReference<T> resultType,
			@Nullable Object @Nullable ... params) {
		return method(method).params(params).retrieveRequired(resultType);
	}

	@Override
	public void call(String method, @Nullable Object @Nullable ... params) {
		this.blocking.await(this.calls.call(method, params), method);
	}

	@Override
	public void notify(String method, @Nullable Object @Nullable ... params) {
		this.blocking.await(this.calls.notify(method, params), method);
	}

	@Override
	public MethodSpec method(String method) {
		return new BlockingMethodSpec(this.calls, this.blocking, method);
	}

	@Override
	public @Nullable JsonRpcResponse send(JsonRpcRequest request, JsonRpcCallOptions options) {
		return this.blocking.await(this.calls.send(request, options), request.method());
	}

	@Override
	public JsonRpcBatchResponse send(JsonRpcBatchRequest batch, JsonRpcCallOptions options) {
		return Objects.requireNonNull(this.blocking.await(this.calls.send(batch, options)));
	}

	@Override
	public @Nullable JsonRpcMessage sendJson(String json, JsonRpcCallOptions options) {
		return this.blocking.await(this.calls.sendJson(json, options));
	}

	@Override
	public JsonRpcBatch batch() {
		return new BlockingBatch(this.calls.newBatch(), this.blocking);
	}

	/** Return the client's name and server. */
	@Override
	public String toString() {
		return "JsonRpcTemplate of " + this.parts.settings().describe();
	}

	/**
	 * Builds a template. Not thread-safe.
	 */
	public static final class Builder extends JsonRpcTemplateBuilder<Builder> {

		private Builder(String url) {
			super(url);
		}

		private Builder(JsonRpcTransport transport) {
			super(transport);
		}

		private Builder(TemplateParts parts) {
			super(parts);
		}

		@Override
		Builder self() {
			return this;
		}

		/**
		 * Build the template.
		 * @return the template
		 */
		public JsonRpcTemplate build() {
			return new JsonRpcTemplate(parts());
		}

	}

}
