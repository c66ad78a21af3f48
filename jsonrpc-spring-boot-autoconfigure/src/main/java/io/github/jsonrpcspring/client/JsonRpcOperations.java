package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Blocking calls to a JSON-RPC server.
 * <p>
 * Variable parameters: {@code null} is the one parameter {@code null}; an
 * {@code Object[]} is the list of parameters; any other array, a collection or a map is
 * one parameter. What a call throws is a {@link JsonRpcException}, the exception of a
 * {@link JsonRpcExceptionTranslator}, or, before anything is sent, an
 * {@link IllegalArgumentException}.
 *
 * @since 0.1.0
 * @see JsonRpcTemplate
 * @see ReactiveJsonRpcOperations
 */
public interface JsonRpcOperations {

	/**
	 * Call a method.
	 * @param <T> the type of the result
	 * @param method the method's name
	 * @param resultType the type to convert the result to
	 * @param params the positional parameters
	 * @return the result
	 * @throws JsonRpcErrorException if the server answers with an error
	 * @throws JsonRpcResultConversionException if the result is null or does not fit the
	 * type
	 * @throws JsonRpcException if there is no usable answer
	 */
	<T> T request(String method, Class<T> resultType, @Nullable Object @Nullable ... params);

	/**
	 * Call a method.
	 * @param <T> the type of the result
	 * @param method the method's name
	 * @param resultType the type to convert the result to
	 * @param params the positional parameters
	 * @return the result
	 * @throws JsonRpcErrorException if the server answers with an error
	 * @throws JsonRpcResultConversionException if the result is null or does not fit the
	 * type
	 * @throws JsonRpcException if there is no usable answer
	 */
	<T> T request(String method, ParameterizedTypeReference<T> resultType, @Nullable Object @Nullable ... params);

	/**
	 * Call a method and drop its result.
	 * @param method the method's name
	 * @param params the positional parameters
	 * @throws JsonRpcErrorException if the server answers with an error
	 * @throws JsonRpcException if there is no usable answer
	 */
	void call(String method, @Nullable Object @Nullable ... params);

	/**
	 * Send a notification. Returns when the server has taken it, with any status of 2xx.
	 * @param method the method's name
	 * @param params the positional parameters
	 * @throws JsonRpcTransportException if the server has not taken it
	 */
	void notify(String method, @Nullable Object @Nullable ... params);

	/**
	 * Start a call with everything that can be set.
	 * @param method the method's name
	 * @return the call
	 */
	MethodSpec method(String method);

	/**
	 * Send a request or notification as it is. It gets an id if it has none, and the
	 * client's version if it names none.
	 * @param request the request
	 * @return the response, be it an error; {@code null} for a notification
	 * @throws JsonRpcException if there is no usable answer
	 */
	default @Nullable JsonRpcResponse send(JsonRpcRequest request) {
		return send(request, JsonRpcCallOptions.NONE);
	}

	/**
	 * Send a request or notification as it is, but for the options.
	 * @param request the request
	 * @param options what this call does differently
	 * @return the response, be it an error; {@code null} for a notification
	 * @throws JsonRpcException if there is no usable answer
	 */
	@Nullable JsonRpcResponse send(JsonRpcRequest request, JsonRpcCallOptions options);

	/**
	 * Send a batch.
	 * @param batch the batch
	 * @return the answers in the order of the requests, one for each that has an id. An
	 * answer that the server left out is an error without code that has a
	 * {@link JsonRpcResponse#violation() violation}; empty for notifications only
	 * @throws JsonRpcErrorException if the server answers the whole batch with one error
	 * @throws JsonRpcException if there is no usable answer at all
	 */
	default JsonRpcBatchResponse send(JsonRpcBatchRequest batch) {
		return send(batch, JsonRpcCallOptions.NONE);
	}

	/**
	 * Send a batch.
	 * @param batch the batch
	 * @param options what this call does differently
	 * @return the answers
	 * @see #send(JsonRpcBatchRequest)
	 */
	JsonRpcBatchResponse send(JsonRpcBatchRequest batch, JsonRpcCallOptions options);

	/**
	 * Send requests and notifications as a batch.
	 * @param batch the requests, at least one
	 * @return the answers
	 * @see #send(JsonRpcBatchRequest)
	 */
	default List<JsonRpcResponse> send(List<JsonRpcRequest> batch) {
		return send(batch, JsonRpcCallOptions.NONE);
	}

	/**
	 * Send requests and notifications as a batch.
	 * @param batch the requests, at least one
	 * @param options what this call does differently
	 * @return the answers
	 * @see #send(JsonRpcBatchRequest)
	 */
	default List<JsonRpcResponse> send(List<JsonRpcRequest> batch, JsonRpcCallOptions options) {
		return send(JsonRpcBatchRequest.of(batch), options).responses();
	}

	/**
	 * Send a message that is JSON text already.
	 * @param json a request, a notification or a batch
	 * @return the response or the batch of responses, {@code null} for notifications only
	 * @throws IllegalArgumentException if it is no JSON-RPC message; nothing is sent
	 * @throws JsonRpcException if there is no usable answer
	 */
	default @Nullable JsonRpcMessage sendJson(String json) {
		return sendJson(json, JsonRpcCallOptions.NONE);
	}

	/**
	 * Send a message that is JSON text already.
	 * @param json a request, a notification or a batch
	 * @param options what this call does differently
	 * @return the response or the batch of responses, {@code null} for notifications only
	 * @throws IllegalArgumentException if it is no JSON-RPC message; nothing is sent
	 * @throws JsonRpcException if there is no usable answer
	 */
	@Nullable JsonRpcMessage sendJson(String json, JsonRpcCallOptions options);

	/**
	 * Start a batch of typed calls.
	 * @return an empty batch
	 */
	JsonRpcBatch batch();

	/**
	 * A call with everything that can be set.
	 */
	interface MethodSpec extends JsonRpcCallSpec<MethodSpec> {

		/** Call, and return the result or {@code null}. */
		<T> @Nullable T retrieve(Class<T> resultType);

		/** Call, and return the result or {@code null}. */
		<T> @Nullable T retrieve(ParameterizedTypeReference<T> resultType);

		/**
		 * Call, and return the result.
		 * @throws JsonRpcResultConversionException if the result is null
		 */
		<T> T retrieveRequired(Class<T> resultType);

		/**
		 * Call, and return the result.
		 * @throws JsonRpcResultConversionException if the result is null
		 */
		<T> T retrieveRequired(ParameterizedTypeReference<T> resultType);

		/** Call, and return the result, empty when null. */
		<T> Optional<T> retrieveOptional(Class<T> resultType);

		/** Call, and return the result, empty when null. */
		<T> Optional<T> retrieveOptional(ParameterizedTypeReference<T> resultType);

		/**
		 * Call, and return the elements of the result, which is an array, as they come.
		 * It waits for the first. No element when the result is null; an error when an
		 * element is. What is wrong with the answer may be known only behind the last
		 * element: an operation on the stream then throws it.
		 * @return a stream that is to be closed; closing it before its end closes the
		 * connection
		 */
		<E> Stream<E> retrieveStream(Class<E> elementType);

		/**
		 * Call, and return the elements of the result, which is an array, as they come.
		 * It waits for the first. No element when the result is null; an error when an
		 * element is. What is wrong with the answer may be known only behind the last
		 * element: an operation on the stream then throws it.
		 * @return a stream that is to be closed; closing it before its end closes the
		 * connection
		 */
		<E> Stream<E> retrieveStream(ParameterizedTypeReference<E> elementType);

		/** Call, and return the response, be it an error. */
		JsonRpcResponse retrieveResponse();

		/** Send as a notification. */
		void sendNotification();

	}

}
