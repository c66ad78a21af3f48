/**
 * The same application with 20 web clients made by hand.
 */
@NullMarked
package io.github.jsonrpcspring.startup.byhand;

import org.jspecify.annotations.NullMarked;
