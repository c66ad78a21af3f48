/**
 * The client against servers that others wrote: every style of call and every kind of
 * answer.
 */
package io.github.jsonrpcspring.integration;
