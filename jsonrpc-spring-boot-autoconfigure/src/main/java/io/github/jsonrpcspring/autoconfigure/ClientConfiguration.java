package io.github.jsonrpcspring.autoconfigure;

import java.util.function.Supplier;

import io.github.jsonrpcspring.actuate.JsonRpcConfigurationDescriptor;
import io.github.jsonrpcspring.actuate.JsonRpcHealthCheck;
import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;

/**
 * All that makes a client, checked.
 *
 * @param settings the settings of the client
 * @param transport what sends its requests
 * @param http the settings of its HTTP client
 * @param idGenerator the source of its ids
 * @param health the health check of its server, if it has one
 * @param authentication what authenticates it with headers that change, {@code null} for
 * nothing
 * @param description what the endpoint shows of it besides its settings
 */
record ClientConfiguration(JsonRpcClientSettings settings, Transport transport, HttpClientSettings http,
		Supplier<JsonRpcIdGenerator> idGenerator, @Nullable JsonRpcHealthCheck health,
		@Nullable Supplier<JsonRpcAuthentication> authentication, JsonRpcConfigurationDescriptor description) {

}
