/**
 * An application whose client interface is declared wrongly.
 */
@NullMarked
package io.github.jsonrpcspring.autoconfigure.wrong;

import org.jspecify.annotations.NullMarked;
