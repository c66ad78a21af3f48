package io.github.jsonrpcspring.client;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The interceptors of a client in front of the exchange, and what guards against those
 * that break the rules. Without any there is only the exchange.
 */
final class InterceptorChain {

	private final JsonRpcClientSettings settings;

	private final Failures failures;

	private final JsonRpcClientInterceptor.Chain exchange;

	private final JsonRpcClientInterceptor.@Nullable Chain first;

	/**
	 * Create a chain.
	 * @param interceptors the interceptors, the outermost first
	 * @param exchange what the last of them calls
	 */
	InterceptorChain(JsonRpcClientSettings settings, Failures failures, List<JsonRpcClientInterceptor> interceptors,
			JsonRpcClientInterceptor.Chain exchange) {
		this.settings = settings;
		this.failures = failures;
		this.exchange = exchange;
		this.first = interceptors.isEmpty() ? null : chain(interceptors, exchange);
	}

	private static JsonRpcClientInterceptor.Chain chain(List<JsonRpcClientInterceptor> interceptors,
			JsonRpcClientInterceptor.Chain exchange) {
		JsonRpcClientInterceptor.Chain chain = exchange;
		for (int i = interceptors.size() - 1; i >= 0; i--) {
			JsonRpcClientInterceptor interceptor = interceptors.get(i);
			JsonRpcClientInterceptor.Chain next = chain;
			chain = (request) -> interceptor.intercept(request.copy(), next);
		}
		return chain;
	}

	/**
	 * Pass a request through the interceptors to the exchange.
	 */
	Mono<JsonRpcClientResponse> next(JsonRpcClientRequest request) {
		JsonRpcClientInterceptor.Chain first = this.first;
		if (first == null) {
			return this.exchange.next(request);
		}
		return Mono.defer(() -> first.next(request))
			.onErrorMap(InterceptorChain::isChecked,
					(failure) -> this.failures.transport(CallSite.of(this.settings.name(), request.message()), failure,
							CallLimits.of(this.settings, request.message(), request.options())))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException(
					"An interceptor of client '" + this.settings.name() + "' answered nothing")));
	}

	/**
	 * Return whether an error can only come from an interceptor, such as from its own
	 * {@code timeout}.
	 */
	private static boolean isChecked(Throwable failure) {
		return !(failure instanceof RuntimeException || failure instanceof Error);
	}

}
