package io.github.jsonrpcspring.sample.client;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcNotification;

/**
 * Methods whose arguments are sent by position, through the only or primary client.
 *
 * @since 0.1.0
 */
@JsonRpcClient
public interface Calculator {

	/**
	 * Calls {@code add}, the name of this method.
	 */
	int add(int a, int b);

	/**
	 * Sends each number as a parameter of its own.
	 */
	int sum(int... numbers);

	/**
	 * Calls {@code divide}.
	 */
	@JsonRpcMethod("divide")
	int quotient(int dividend, int divisor);

	/**
	 * Calls two of the other methods.
	 */
	default int average(int... numbers) {
		return quotient(sum(numbers), numbers.length);
	}

	/**
	 * Returns the whole response, after a call that may differ from others.
	 */
	JsonRpcResponse subtract(int minuend, int subtrahend, JsonRpcCallOptions options);

	/**
	 * Is not answered.
	 */
	@JsonRpcNotification
	void log(String text);

}
