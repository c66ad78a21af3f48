package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JavaType;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Calls a JSON-RPC server without blocking. Thread-safe.
 *
 * @since 0.1.0
 * @see JsonRpcTemplate
 */
public final class ReactiveJsonRpcTemplate implements ReactiveJsonRpcOperations {

	private final TemplateParts parts;

	private final JsonRpcExchange exchange;

	private final BatchExchange batchExchange;

	/**
	 * Create a template that blocks if its transport does.
	 */
	ReactiveJsonRpcTemplate(TemplateParts parts) {
		this.parts = parts;
		this.exchange = new JsonRpcExchange(parts);
		this.batchExchange = new BatchExchange(this.exchange);
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

	@Override
	public <T> Mono<T> request(String method, Class<T> resultType, @Nullable Object @Nullable ... params) {
		return Mono.defer(() -> method(method).params(params).retrieveRequired(resultType));
	}

	@Override
	public <T> Mono<T> request(String method, ParameterizedTypeReference<T> resultType,
			@Nullable Object @Nullable ... params) {
		return Mono.defer(() -> method(method).params(params).retrieveRequired(resultType));
	}

	@Override
	public Mono<Void> call(String method, @Nullable Object @Nullable ... params) {
		return Mono.defer(() -> {
			ReactiveMethodSpec spec = new ReactiveMethodSpec(this, method);
			spec.params(params);
			JsonRpcRequest request = spec.build();
			return this.exchange.observe(request,
					this.exchange.exchange(request, JsonRpcCallOptions.NONE).doOnNext(this::requireResult));
		}).then();
	}

	@Override
	public Mono<Void> notify(String method, @Nullable Object @Nullable ... params) {
		return Mono.defer(() -> method(method).params(params).sendNotification());
	}

	@Override
	public MethodSpec method(String method) {
		return new ReactiveMethodSpec(this, method);
	}

	@Override
	public Mono<JsonRpcResponse> send(JsonRpcRequest request, JsonRpcCallOptions options) {
		return this.exchange.observe(request,
				this.exchange.exchange(request, options).flatMap((response) -> Mono.justOrEmpty(response.response())));
	}

	@Override
	public Mono<JsonRpcBatchResponse> send(JsonRpcBatchRequest batch, JsonRpcCallOptions options) {
		return this.exchange.observe(batch,
				this.batchExchange.send(batch.requests(), options).map(BatchOutcomes::responses));
	}

	@Override
	public Mono<JsonRpcMessage> sendJson(String json, JsonRpcCallOptions options) {
		return Mono.defer(() -> {
			JsonRpcMessage message = readRequest(json);
			if (message instanceof JsonRpcBatchRequest batch) {
				return send(batch, options).filter((responses) -> responses.size() > 0);
			}
			return send((JsonRpcRequest) message, options);
		});
	}

	private JsonRpcMessage readRequest(String json) {
		try {
			JsonRpcMessage message = this.exchange.codec().readRequest(json);
			if (message instanceof JsonRpcBatchRequest batch) {
				batch.forEach(ReactiveJsonRpcTemplate::requireValid);
			}
			return message;
		}
		catch (JsonRpcProtocolException ex) {
			throw new IllegalArgumentException("Not a JSON-RPC request: " + this.exchange.failures().rule(ex));
		}
	}

	private static void requireValid(JsonRpcRequest request) {
		JsonRpcError error = request.error();
		if (error != null) {
			throw new IllegalArgumentException("A member of the batch is not a JSON-RPC request: " + error.data());
		}
	}

	@Override
	public ReactiveJsonRpcBatch batch() {
		return new ReactiveBatch(newBatch());
	}

	BatchCalls newBatch() {
		return new BatchCalls(this.exchange, this.batchExchange);
	}

	<T> Mono<T> retrieve(JsonRpcRequest request, JsonRpcCallOptions options, JavaType type, boolean required) {
		JavaType read = this.exchange.types().read(type);
		Function<JsonRpcClientResponse, @Nullable T> conversion = (response) -> {
			T result = convert(response, type, read);
			if (result == null && required) {
				throw ResultConverter.isNull(site(response), type);
			}
			return result;
		};
		return this.exchange.observe(request, this.exchange.retrieve(request, options, read, conversion));
	}

	/**
	 * Retrieve the elements of an array as they come.
	 */
	<E> Flux<E> retrieveAll(JsonRpcRequest request, JsonRpcCallOptions options, JavaType elementType) {
		Flux<E> elements = Flux.using(() -> new StreamedCall<E>(this.exchange.codec().mapper(), elementType),
				(call) -> this.exchange.exchange(request, options, null, call)
					.flatMapMany((response) -> elements(response, call)),
				StreamedCall::close);
		return this.exchange.observe(request, elements);
	}

	/**
	 * Return the elements that are still to come, or those of an answer that is there.
	 */
	private <E> Flux<E> elements(JsonRpcClientResponse response, StreamedCall<E> call) {
		Flux<E> coming = (response.message() == null) ? call.elements() : null;
		if (coming != null) {
			return coming;
		}
		List<E> elements = convert(response, call.listType(), call.listType());
		int missing = (elements != null) ? elements.indexOf(null) : -1;
		if (missing >= 0) {
			throw ResultConverter.isNullElement(site(response), call.elementType(), missing);
		}
		return (elements != null) ? Flux.fromIterable(elements) : Flux.empty();
	}

	@SuppressWarnings("TypeParameterUnusedInFormals")
	private <T> @Nullable T convert(JsonRpcClientResponse response, JavaType type, JavaType read) {
		return ResultConverter.convert(this.exchange.codec(), requireResult(response), type, read,
				this.exchange.settings().name(), response.request(), this.exchange.failures().mask());
	}

	private CallSite site(JsonRpcClientResponse response) {
		return CallSite.of(this.exchange.settings().name(), response.request());
	}

	<T> Mono<Optional<T>> retrieveOptional(JsonRpcRequest request, JsonRpcCallOptions options, JavaType type) {
		return this.<T>retrieve(request, options, type, false)
			.map(Optional::of)
			.switchIfEmpty(Mono.fromSupplier(Optional::empty));
	}

	private JsonRpcResponse requireResult(JsonRpcClientResponse response) {
		JsonRpcResponse answer = response.response();
		if (answer == null) {
			throw new IllegalStateException("A call of client '" + this.exchange.settings().name()
					+ "' was answered as a notification by an interceptor");
		}
		JsonRpcError error = answer.error();
		if (error != null) {
			throw this.exchange.failures()
				.error(site(response), new ErrorAnswer(error, response.status(), response.headers()));
		}
		return answer;
	}

	/**
	 * Return the settings of the client.
	 * @return the settings
	 */
	public JsonRpcClientSettings settings() {
		return this.parts.settings();
	}

	/** Return the client's name and server. */
	@Override
	public String toString() {
		return "ReactiveJsonRpcTemplate of " + this.parts.settings().describe();
	}

	JsonRpcExchange exchange() {
		return this.exchange;
	}

	/**
	 * Builds a reactive template. Not thread-safe.
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
		public ReactiveJsonRpcTemplate build() {
			return new ReactiveJsonRpcTemplate(parts().offloaded());
		}

	}

}
