/**
 * An application with 20 clients and 50 interfaces.
 */
@NullMarked
package io.github.jsonrpcspring.startup.jsonrpc;

import org.jspecify.annotations.NullMarked;
