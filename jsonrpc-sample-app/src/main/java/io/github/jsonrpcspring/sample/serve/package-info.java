/**
 * What the argument {@code serve} adds: calls each second, so that there is something to
 * see.
 */
@NullMarked
package io.github.jsonrpcspring.sample.serve;

import org.jspecify.annotations.NullMarked;
