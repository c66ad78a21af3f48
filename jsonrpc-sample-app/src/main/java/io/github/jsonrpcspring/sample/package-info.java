/**
 * A tour of the JSON-RPC client, against a server of its own.
 */
@NullMarked
package io.github.jsonrpcspring.sample;

import org.jspecify.annotations.NullMarked;
