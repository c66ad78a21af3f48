package io.github.jsonrpcspring.integration.application;

import java.util.concurrent.CompletableFuture;

import io.github.jsonrpcspring.service.JsonRpcClient;
import tools.jackson.databind.JsonNode;

/**
 * A client whose methods do not wait.
 */
@JsonRpcClient("lenient")
public interface FutureClient extends Methods<CompletableFuture<JsonNode>> {

}
