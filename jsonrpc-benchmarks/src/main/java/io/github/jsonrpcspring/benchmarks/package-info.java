/**
 * What the client costs: benchmarks without I/O.
 */
@NullMarked
package io.github.jsonrpcspring.benchmarks;

import org.jspecify.annotations.NullMarked;
