/**
 * Client interfaces to import.
 */
@NullMarked
package io.github.jsonrpcspring.service.registry.clients;

import org.jspecify.annotations.NullMarked;
