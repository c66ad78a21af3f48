package io.github.jsonrpcspring.service;

import io.github.jsonrpcspring.client.JsonRpcOperations;
import io.github.jsonrpcspring.client.ReactiveJsonRpcOperations;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a method.
 */
final class ServiceCall {

	private final JsonRpcServiceMethod method;

	private final @Nullable Object[] arguments;

	ServiceCall(JsonRpcServiceMethod method, @Nullable Object[] arguments) {
		this.method = method;
		this.arguments = arguments;
	}

	JsonRpcOperations.MethodSpec blocking() {
		JsonRpcOperations.MethodSpec spec = this.method.template().method(this.method.name());
		this.method.arguments().bind(this.arguments, spec);
		return spec;
	}

	ReactiveJsonRpcOperations.MethodSpec reactive() {
		ReactiveJsonRpcOperations.MethodSpec spec = this.method.template().reactive().method(this.method.name());
		this.method.arguments().bind(this.arguments, spec);
		return spec;
	}

}
