/**
 * The clients that are measured beside each other.
 */
@NullMarked
package io.github.jsonrpcspring.load.contestant;

import org.jspecify.annotations.NullMarked;
