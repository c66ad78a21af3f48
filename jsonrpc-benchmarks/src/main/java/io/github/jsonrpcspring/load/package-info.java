/**
 * How many calls a second: this client beside its peers, and beside hand-written ones.
 */
@NullMarked
package io.github.jsonrpcspring.load;

import org.jspecify.annotations.NullMarked;
