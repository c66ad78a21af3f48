package io.github.jsonrpcspring.startup.http;

/**
 * What the interfaces send and receive.
 *
 * @param id a number
 * @param name a text
 */
record Entry(long id, String name) {

}
