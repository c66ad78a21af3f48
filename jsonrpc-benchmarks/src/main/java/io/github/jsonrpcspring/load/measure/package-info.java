/**
 * The measuring of one client for a while.
 */
@NullMarked
package io.github.jsonrpcspring.load.measure;

import org.jspecify.annotations.NullMarked;
