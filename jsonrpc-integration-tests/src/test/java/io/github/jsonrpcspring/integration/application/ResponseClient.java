package io.github.jsonrpcspring.integration.application;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.service.JsonRpcClient;

/**
 * A client whose methods return responses, be they errors.
 */
@JsonRpcClient("lenient")
public interface ResponseClient extends Methods<JsonRpcResponse> {

}
