/**
 * What goes wrong with which call: known to the server and to the program that calls it.
 */
@NullMarked
package io.github.jsonrpcspring.soak.fault;

import org.jspecify.annotations.NullMarked;
