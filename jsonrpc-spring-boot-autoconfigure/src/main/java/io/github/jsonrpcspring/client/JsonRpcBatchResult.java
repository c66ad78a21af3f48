package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a batch, one for every call.
 *
 * @since 0.1.0
 */
public interface JsonRpcBatchResult {

	/**
	 * Return the result of a call.
	 * @param <T> the type of the result
	 * @param call the call
	 * @return the result, {@code null} when null
	 * @throws RuntimeException if the call failed: what {@link #error} returns
	 * @throws IllegalArgumentException if the call is not of this batch
	 */
	<T> @Nullable T get(JsonRpcBatchCall<T> call);

	/**
	 * Return the result of a call.
	 * @param <T> the type of the result
	 * @param call the call
	 * @return the result, empty when null
	 * @throws RuntimeException if the call failed: what {@link #error} returns
	 * @throws IllegalArgumentException if the call is not of this batch
	 */
	<T> Optional<T> getOptional(JsonRpcBatchCall<T> call);

	/**
	 * Return why a call failed: an exception of this client, or the application's own
	 * that a {@link JsonRpcExceptionTranslator} made of it.
	 * @param call the call
	 * @return the exception, {@code null} if the call succeeded
	 * @throws IllegalArgumentException if the call is not of this batch
	 */
	@Nullable RuntimeException error(JsonRpcBatchCall<?> call);

	/**
	 * Return the calls that have a result, in the order of the batch.
	 * @return the calls
	 */
	List<JsonRpcBatchCall<?>> succeeded();

	/**
	 * Return the calls that have none, in the order of the batch.
	 * @return the calls
	 */
	List<JsonRpcBatchCall<?>> failed();

	/**
	 * Return the answers that belong to calls, in the order of the batch.
	 * @return the responses
	 */
	List<JsonRpcResponse> responses();

	/**
	 * Return what else the server sent: second answers to a call, answers to ids that
	 * were never sent, items that are no responses.
	 * @return a sentence each
	 */
	List<String> anomalies();

}
