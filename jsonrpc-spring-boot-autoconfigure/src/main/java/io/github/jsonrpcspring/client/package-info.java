/**
 * The client: templates, batches, interceptors, id generators, settings, and the
 * exceptions with their one translation.
 */
@NullMarked
package io.github.jsonrpcspring.client;

import org.jspecify.annotations.NullMarked;
