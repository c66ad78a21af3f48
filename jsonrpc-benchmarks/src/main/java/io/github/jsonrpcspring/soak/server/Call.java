package io.github.jsonrpcspring.soak.server;

/**
 * A call as it was received.
 *
 * @param id the id, a number
 * @param nonce the only parameter
 */
record Call(long id, long nonce) {

}
