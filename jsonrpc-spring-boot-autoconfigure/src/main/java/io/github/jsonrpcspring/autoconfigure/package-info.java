/**
 * Auto-configuration of JSON-RPC clients from properties.
 */
@NullMarked
package io.github.jsonrpcspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
