/**
 * The server of the load program, in a process of its own.
 */
@NullMarked
package io.github.jsonrpcspring.load.server;

import org.jspecify.annotations.NullMarked;
