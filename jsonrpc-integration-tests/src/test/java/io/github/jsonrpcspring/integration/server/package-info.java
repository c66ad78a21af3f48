/**
 * Servers that others wrote, each in a process of its own.
 */
package io.github.jsonrpcspring.integration.server;
