package io.github.jsonrpcspring.startup.jsonrpc;

/**
 * What the interfaces send and receive.
 *
 * @param id a number
 * @param name a text
 */
record Entry(long id, String name) {

}
