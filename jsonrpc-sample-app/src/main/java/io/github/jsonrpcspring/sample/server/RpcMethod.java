package io.github.jsonrpcspring.sample.server;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * A method of the server.
 */
@FunctionalInterface
interface RpcMethod {

	/**
	 * Do what the request or notification asks for.
	 * @return the result
	 * @throws RpcFailure to answer with an error
	 */
	@Nullable Object call(JsonRpcRequest request) throws RpcFailure;

}
