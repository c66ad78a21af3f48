package io.github.jsonrpcspring.client;

/**
 * One call of a batch: the key to its outcome in the {@link JsonRpcBatchResult}.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
public interface JsonRpcBatchCall<T> {

	/**
	 * Return the method that is called.
	 * @return the method's name
	 */
	String method();

}
