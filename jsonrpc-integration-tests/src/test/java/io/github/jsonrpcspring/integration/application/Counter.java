package io.github.jsonrpcspring.integration.application;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcNotification;
import reactor.core.publisher.Mono;

/**
 * A client that notifies.
 */
@JsonRpcClient("lenient")
public interface Counter {

	@JsonRpcNotification
	void touch();

	@JsonRpcNotification
	@JsonRpcMethod("touch")
	Mono<Void> touchLater();

	@JsonRpcNotification
	@JsonRpcMethod("evm_mine")
	void mine();

	@JsonRpcNotification
	@JsonRpcMethod("evm_mine")
	Mono<Void> mineLater();

	int touched();

	@JsonRpcMethod("eth_blockNumber")
	String blockNumber();

}
