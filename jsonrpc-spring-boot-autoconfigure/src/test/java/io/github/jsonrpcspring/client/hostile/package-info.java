/**
 * What servers can do to a client on purpose, byte by byte.
 */
package io.github.jsonrpcspring.client.hostile;
