package io.github.jsonrpcspring.soak;

import org.jspecify.annotations.Nullable;

/**
 * The result of a call, or the data of its error.
 *
 * @param nonce the nonce of the call
 * @param text something to make answers differ in length
 */
record Answer(long nonce, @Nullable String text) {

}
