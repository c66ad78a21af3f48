package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Reactive calls to a JSON-RPC server: each {@code Mono} sends anew, with a new id, for
 * every subscription. Parameters and errors are those of {@link JsonRpcOperations}.
 *
 * @since 0.1.0
 * @see ReactiveJsonRpcTemplate
 */
public interface ReactiveJsonRpcOperations {

	/**
	 * Call a method.
	 * @param <T> the type of the result
	 * @param method the method's name
	 * @param resultType the type to convert the result to
	 * @param params the positional parameters
	 * @return the result; an error if it is null
	 */
	<T> Mono<T> request(String method, Class<T> resultType, @Nullable Object @Nullable ... params);

	/**
	 * Call a method.
	 * @param <T> the type of the result
	 * @param method the method's name
	 * @param resultType the type to convert the result to
	 * @param params the positional parameters
	 * @return the result; an error if it is null
	 */
	<T> Mono<T> request(String method, ParameterizedTypeReference<T> resultType, @Nullable Object @Nullable ... params);

	/**
	 * Call a method and drop its result.
	 * @param method the method's name
	 * @param params the positional parameters
	 * @return completes when the server has answered without an error
	 */
	Mono<Void> call(String method, @Nullable Object @Nullable ... params);

	/**
	 * Send a notification.
	 * @param method the method's name
	 * @param params the positional parameters
	 * @return completes when the server has taken it, with any status of 2xx
	 */
	Mono<Void> notify(String method, @Nullable Object @Nullable ... params);

	/**
	 * Start a call with everything that can be set.
	 * @param method the method's name
	 * @return the call
	 */
	MethodSpec method(String method);

	/**
	 * Send a request or notification as it is.
	 * @param request the request
	 * @return the response, be it an error; empty for a notification
	 * @see JsonRpcOperations#send(JsonRpcRequest)
	 */
	default Mono<JsonRpcResponse> send(JsonRpcRequest request) {
		return send(request, JsonRpcCallOptions.NONE);
	}

	/**
	 * Send a request or notification as it is, but for the options.
	 * @param request the request
	 * @param options what this call does differently
	 * @return the response, be it an error; empty for a notification
	 */
	Mono<JsonRpcResponse> send(JsonRpcRequest request, JsonRpcCallOptions options);

	/**
	 * Send a batch.
	 * @param batch the batch
	 * @return the answers in the order of the requests
	 * @see JsonRpcOperations#send(JsonRpcBatchRequest)
	 */
	default Mono<JsonRpcBatchResponse> send(JsonRpcBatchRequest batch) {
		return send(batch, JsonRpcCallOptions.NONE);
	}

	/**
	 * Send a batch.
	 * @param batch the batch
	 * @param options what this call does differently
	 * @return the answers in the order of the requests
	 */
	Mono<JsonRpcBatchResponse> send(JsonRpcBatchRequest batch, JsonRpcCallOptions options);

	/**
	 * Send requests and notifications as a batch.
	 * @param batch the requests, at least one
	 * @return the answers in the order of the requests
	 */
	default Mono<List<JsonRpcResponse>> send(List<JsonRpcRequest> batch) {
		return send(batch, JsonRpcCallOptions.NONE);
	}

	/**
	 * Send requests and notifications as a batch.
	 * @param batch the requests, at least one
	 * @param options what this call does differently
	 * @return the answers in the order of the requests
	 */
	default Mono<List<JsonRpcResponse>> send(List<JsonRpcRequest> batch, JsonRpcCallOptions options) {
		return Mono.defer(() -> send(JsonRpcBatchRequest.of(batch), options)).map(JsonRpcBatchResponse::responses);
	}

	/**
	 * Send a message that is JSON text already.
	 * @param json a request, a notification or a batch
	 * @return the response or the batch of responses, empty for notifications only
	 * @see JsonRpcOperations#sendJson(String)
	 */
	default Mono<JsonRpcMessage> sendJson(String json) {
		return sendJson(json, JsonRpcCallOptions.NONE);
	}

	/**
	 * Send a message that is JSON text already.
	 * @param json a request, a notification or a batch
	 * @param options what this call does differently
	 * @return the response or the batch of responses, empty for notifications only
	 */
	Mono<JsonRpcMessage> sendJson(String json, JsonRpcCallOptions options);

	/**
	 * Start a batch of typed calls.
	 * @return an empty batch
	 */
	ReactiveJsonRpcBatch batch();

	/**
	 * A call with everything that can be set.
	 */
	interface MethodSpec extends JsonRpcCallSpec<MethodSpec> {

		/** Call, and signal the result, nothing when null. */
		<T> Mono<T> retrieve(Class<T> resultType);

		/** Call, and signal the result, nothing when null. */
		<T> Mono<T> retrieve(ParameterizedTypeReference<T> resultType);

		/** Call, and signal the result, an error when null. */
		<T> Mono<T> retrieveRequired(Class<T> resultType);

		/** Call, and signal the result, an error when null. */
		<T> Mono<T> retrieveRequired(ParameterizedTypeReference<T> resultType);

		/** Call, and signal the result, an empty {@code Optional} when null. */
		<T> Mono<Optional<T>> retrieveOptional(Class<T> resultType);

		/** Call, and signal the result, an empty {@code Optional} when null. */
		<T> Mono<Optional<T>> retrieveOptional(ParameterizedTypeReference<T> resultType);

		/**
		 * Call, and signal the elements of the result, which is an array, as they come.
		 * No element when the result is null; an error when an element is. What is wrong
		 * with the answer may be known only behind the last element: the elements then
		 * end in the error. Cancelling closes the connection.
		 */
		<E> Flux<E> retrieveFlux(Class<E> elementType);

		/**
		 * Call, and signal the elements of the result, which is an array, as they come.
		 * No element when the result is null; an error when an element is. What is wrong
		 * with the answer may be known only behind the last element: the elements then
		 * end in the error. Cancelling closes the connection.
		 */
		<E> Flux<E> retrieveFlux(ParameterizedTypeReference<E> elementType);

		/** Call, and signal the response, be it an error. */
		Mono<JsonRpcResponse> retrieveResponse();

		/** Send as a notification. */
		Mono<Void> sendNotification();

	}

}
