/**
 * The application of a user: client interfaces, and a configuration for each server.
 */
package io.github.jsonrpcspring.integration.application;
