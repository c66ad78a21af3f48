/**
 * A server on plain sockets that goes wrong as drawn, in a process of its own.
 */
@NullMarked
package io.github.jsonrpcspring.soak.server;

import org.jspecify.annotations.NullMarked;
