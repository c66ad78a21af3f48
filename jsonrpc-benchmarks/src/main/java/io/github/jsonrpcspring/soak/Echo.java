package io.github.jsonrpcspring.soak;

import java.util.concurrent.CompletableFuture;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import reactor.core.publisher.Mono;

/**
 * The server as an interface.
 */
interface Echo {

	Answer echo(long nonce, JsonRpcCallOptions options);

	@JsonRpcMethod("echo")
	Mono<Answer> mono(long nonce, JsonRpcCallOptions options);

	@JsonRpcMethod("echo")
	CompletableFuture<Answer> future(long nonce, JsonRpcCallOptions options);

}
