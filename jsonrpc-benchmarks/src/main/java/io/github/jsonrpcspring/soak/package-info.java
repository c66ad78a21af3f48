/**
 * Many callers, many calls, a server full of faults: is every outcome its own?
 */
@NullMarked
package io.github.jsonrpcspring.soak;

import org.jspecify.annotations.NullMarked;
