package io.github.jsonrpcspring.service.registry.clients;

/**
 * An interface without annotation.
 */
public interface Node {

	String version();

}
