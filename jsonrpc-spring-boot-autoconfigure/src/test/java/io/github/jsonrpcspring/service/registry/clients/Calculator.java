package io.github.jsonrpcspring.service.registry.clients;

import io.github.jsonrpcspring.service.JsonRpcClient;

/**
 * A client with a name.
 */
@JsonRpcClient("calculator")
public interface Calculator {

	int add(int a, int b);

}
