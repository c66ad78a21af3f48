/**
 * A small JSON-RPC server on the HTTP server of the JDK: what the client talks to.
 */
@NullMarked
package io.github.jsonrpcspring.sample.server;

import org.jspecify.annotations.NullMarked;
