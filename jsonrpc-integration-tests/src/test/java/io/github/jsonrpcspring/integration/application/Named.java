package io.github.jsonrpcspring.integration.application;

import java.util.Optional;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import reactor.core.publisher.Mono;

/**
 * A client that names its parameters.
 */
@JsonRpcClient("named")
public interface Named {

	int add(int a, int b);

	@JsonRpcMethod("add")
	Mono<Integer> addLater(int a, int b);

	@JsonRpcMethod("add")
	Optional<Integer> addOptional(int a, int b);

	@JsonRpcMethod("add")
	JsonRpcResponse addResponse(int a, String b);

}
