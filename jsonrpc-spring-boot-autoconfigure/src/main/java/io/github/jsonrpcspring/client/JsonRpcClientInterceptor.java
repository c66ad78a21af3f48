package io.github.jsonrpcspring.client;

import reactor.core.publisher.Mono;

/**
 * Sees every message of a client, single or batch, on its way out and the answer on its
 * way back. An error object is an answer here, not an error signal.
 * <p>
 * Requests without an id have none yet: ids are made behind the interceptors, anew for
 * every subscription to {@link Chain#next}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface JsonRpcClientInterceptor {

	/**
	 * Intercept a message.
	 * @param request the message with its headers and attributes
	 * @param chain the rest of the way
	 * @return the answer
	 */
	Mono<JsonRpcClientResponse> intercept(JsonRpcClientRequest request, Chain chain);

	/**
	 * The rest of a message's way.
	 */
	@FunctionalInterface
	interface Chain {

		/**
		 * Pass the message on.
		 * @param request the message
		 * @return the answer
		 */
		Mono<JsonRpcClientResponse> next(JsonRpcClientRequest request);

	}

}
