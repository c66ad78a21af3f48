package io.github.jsonrpcspring.integration.application;

import io.github.jsonrpcspring.service.JsonRpcClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A client whose methods call when they are subscribed to.
 */
@JsonRpcClient("lenient")
public interface MonoClient extends Methods<Mono<JsonNode>> {

}
