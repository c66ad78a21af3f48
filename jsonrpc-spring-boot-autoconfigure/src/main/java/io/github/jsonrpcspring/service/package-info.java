/**
 * Interfaces that call a JSON-RPC server: the annotations, and the factory of their
 * proxies.
 */
@NullMarked
package io.github.jsonrpcspring.service;

import org.jspecify.annotations.NullMarked;
