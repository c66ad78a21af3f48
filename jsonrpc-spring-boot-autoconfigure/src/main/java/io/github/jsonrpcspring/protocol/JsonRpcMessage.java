package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;

/**
 * A JSON-RPC message: a request (or notification), a response, or a batch of either.
 *
 * @since 0.1.0
 * @see JsonRpcCodec
 */
public sealed interface JsonRpcMessage
		permits JsonRpcRequest, JsonRpcBatchRequest, JsonRpcResponse, JsonRpcBatchResponse {

	/**
	 * Return the message as JSON text, written by the default codec.
	 * @return the JSON text
	 * @throws IllegalStateException if a request has no id yet, or a batch that was read
	 * has an invalid member
	 * @throws IllegalArgumentException if a parameter or result cannot be written as JSON
	 */
	default String toJson() {
		return new String(JsonRpcCodec.create().write(this), StandardCharsets.UTF_8);
	}

	/**
	 * Return the message as a JSON tree, with exact numbers.
	 * @return the tree
	 * @throws IllegalStateException if a request has no id yet, or a batch that was read
	 * has an invalid member
	 * @throws IllegalArgumentException if a parameter or result cannot be written as JSON
	 */
	default JsonNode toTree() {
		JsonRpcCodec codec = JsonRpcCodec.create();
		return codec.mapper().readTree(codec.write(this));
	}

}
