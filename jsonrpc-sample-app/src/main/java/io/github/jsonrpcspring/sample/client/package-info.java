/**
 * The interfaces that the tour calls the server with. They are beans, as they are in a
 * package of the application.
 */
@NullMarked
package io.github.jsonrpcspring.sample.client;

import org.jspecify.annotations.NullMarked;
