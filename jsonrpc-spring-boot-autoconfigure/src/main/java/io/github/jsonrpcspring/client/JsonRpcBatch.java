package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Typed calls and notifications that are sent as one message: add them, execute, read
 * their outcomes. Not thread-safe, and executed once.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#batch">JSON-RPC 2.0, section 6</a>
 */
public interface JsonRpcBatch {

	/**
	 * Add a call.
	 * @param <T> the type of the result
	 * @param method the method's name
	 * @param resultType the type to convert the result to
	 * @param params the positional parameters
	 * @return the call, the key to its outcome
	 */
	<T> Call<T> add(String method, Class<T> resultType, @Nullable Object @Nullable ... params);

	/**
	 * Add a call.
	 * @param <T> the type of the result
	 * @param method the method's name
	 * @param resultType the type to convert the result to
	 * @param params the positional parameters
	 * @return the call, the key to its outcome
	 */
	<T> Call<T> add(String method, ParameterizedTypeReference<T> resultType, @Nullable Object @Nullable ... params);

	/**
	 * Start a call with everything that can be set.
	 * @param method the method's name
	 * @return the call
	 */
	MethodSpec method(String method);

	/**
	 * Add a notification.
	 * @param method the method's name
	 * @param params the positional parameters
	 * @return this batch
	 */
	JsonRpcBatch notify(String method, @Nullable Object @Nullable ... params);

	/**
	 * Send the batch and wait.
	 * @return the outcomes
	 * @throws RuntimeException if the batch failed as a whole: a {@link JsonRpcException}
	 * or the exception of a {@link JsonRpcExceptionTranslator}
	 * @throws IllegalArgumentException if the batch is empty
	 * @throws IllegalStateException if the batch was executed before
	 */
	default JsonRpcBatchResult execute() {
		return execute(JsonRpcCallOptions.NONE);
	}

	/**
	 * Send the batch and wait.
	 * @param options what the batch does differently from its client
	 * @return the outcomes
	 * @see #execute()
	 */
	JsonRpcBatchResult execute(JsonRpcCallOptions options);

	/**
	 * A call of this batch.
	 *
	 * @param <T> the type of the result
	 */
	interface Call<T> extends JsonRpcBatchCall<T> {

		/**
		 * Return the result.
		 * @return the result, {@code null} when null
		 * @throws RuntimeException if the call failed
		 * @throws IllegalStateException if the batch has not been executed
		 */
		@Nullable T get();

	}

	/**
	 * A call with everything that can be set.
	 */
	interface MethodSpec extends JsonRpcParamsSpec<MethodSpec> {

		/** Add the call to the batch. */
		<T> Call<T> add(Class<T> resultType);

		/** Add the call to the batch. */
		<T> Call<T> add(ParameterizedTypeReference<T> resultType);

		/** Add the call to the batch as a notification. */
		JsonRpcBatch addNotification();

	}

}
