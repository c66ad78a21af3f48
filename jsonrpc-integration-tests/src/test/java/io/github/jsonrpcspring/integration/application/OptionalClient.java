package io.github.jsonrpcspring.integration.application;

import java.util.Optional;

import io.github.jsonrpcspring.service.JsonRpcClient;
import tools.jackson.databind.JsonNode;

/**
 * A client whose methods return what may be absent.
 */
@JsonRpcClient("lenient")
public interface OptionalClient extends Methods<Optional<JsonNode>> {

}
