/**
 * Two real APIs as annotated interfaces, answered from recorded exchanges.
 */
@NullMarked
package io.github.jsonrpcspring.service.recorded;

import org.jspecify.annotations.NullMarked;
