/**
 * What servers in the field really send, and what the client makes of it: each case
 * through every style of call and every level of validation.
 */
package io.github.jsonrpcspring.client.wire;
