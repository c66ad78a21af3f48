package io.github.jsonrpcspring.sample.client;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcErrorMapping;

/**
 * Methods that throw an exception of the application for an error of the server.
 *
 * @since 0.1.0
 */
@JsonRpcClient("demo")
@JsonRpcErrorMapping(code = -32001, exception = OverdrawnException.class)
public interface Account {

	/**
	 * Waits until it is done, as it is no notification.
	 */
	void withdraw(int amount);

	/**
	 * Throws an exception of the client for errors that nothing is said about.
	 */
	void close();

}
