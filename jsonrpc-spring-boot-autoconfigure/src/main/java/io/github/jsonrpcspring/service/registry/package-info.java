/**
 * Client interfaces as beans: which ones are found or imported, and their definitions.
 */
@NullMarked
package io.github.jsonrpcspring.service.registry;

import org.jspecify.annotations.NullMarked;
