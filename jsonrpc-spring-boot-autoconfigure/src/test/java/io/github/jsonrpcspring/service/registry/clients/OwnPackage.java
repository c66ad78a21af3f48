package io.github.jsonrpcspring.service.registry.clients;

import io.github.jsonrpcspring.service.registry.ImportJsonRpcClients;

/**
 * Imports the clients of its own package.
 */
@ImportJsonRpcClients
public class OwnPackage {

}
