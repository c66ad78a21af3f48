/**
 * A server made with jsonrpc4j, which runs in a process of its own.
 */
package io.github.jsonrpcspring.integration.jsonrpc4j;
