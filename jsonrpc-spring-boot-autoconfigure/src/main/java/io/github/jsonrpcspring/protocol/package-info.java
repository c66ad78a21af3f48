/**
 * Messages of JSON-RPC 1.0 and 2.0: built in code, written to bytes, read from bytes and
 * judged. Nothing here does I/O.
 */
@NullMarked
package io.github.jsonrpcspring.protocol;

import org.jspecify.annotations.NullMarked;
