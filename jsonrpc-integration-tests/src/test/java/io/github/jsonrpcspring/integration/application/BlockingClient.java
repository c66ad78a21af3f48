package io.github.jsonrpcspring.integration.application;

import io.github.jsonrpcspring.service.JsonRpcClient;
import tools.jackson.databind.JsonNode;

/**
 * A client whose methods block.
 */
@JsonRpcClient("lenient")
public interface BlockingClient extends Methods<JsonNode> {

}
