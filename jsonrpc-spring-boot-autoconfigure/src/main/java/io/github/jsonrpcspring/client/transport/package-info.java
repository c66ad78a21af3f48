/**
 * The way of the bytes: the transport interface and its implementation with Spring's
 * {@code WebClient}.
 */
@NullMarked
package io.github.jsonrpcspring.client.transport;

import org.jspecify.annotations.NullMarked;
