package io.github.jsonrpcspring.integration;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.jsonrpcspring.client.JsonRpcParamsSpec;
import io.github.jsonrpcspring.integration.application.Methods;
import io.github.jsonrpcspring.integration.server.RealServer;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;

/**
 * A call that some of the servers answer, and what each of them answers.
 *
 * @param name what is special about it
 * @param method the method's name
 * @param positional the positional parameters
 * @param named the named parameters
 * @param type the type of the result
 * @param proxy the call of an interface
 * @param outcomes what it ends with, for each server that has the method
 */
record Call(String name, String method, List<Object> positional, Map<String, Object> named, Class<?> type,
		Function<Methods<?>, Object> proxy, Map<RealServer, Outcome> outcomes) {

	static Call of(String name, String method, Class<?> type, Function<Methods<?>, Object> proxy, Object... params) {
		return new Call(name, method, Collections.unmodifiableList(Arrays.asList(params)), Map.of(), type, proxy,
				Map.of());
	}

	Call named(Map<String, Object> params) {
		return new Call(this.name, this.method, List.of(), params, this.type, this.proxy, this.outcomes);
	}

	/**
	 * Add what some servers answer.
	 */
	Call on(List<RealServer> servers, Outcome outcome) {
		Map<RealServer, Outcome> all = new EnumMap<>(RealServer.class);
		all.putAll(this.outcomes);
		servers.forEach((server) -> all.put(server, outcome));
		return new Call(this.name, this.method, this.positional, this.named, this.type, this.proxy, all);
	}

	boolean isPositional() {
		return this.named.isEmpty();
	}

	Object[] params() {
		return this.positional.toArray();
	}

	/**
	 * Give the call its parameters.
	 */
	<S extends JsonRpcParamsSpec<S>> S bind(S spec) {
		return isPositional() ? (this.positional.isEmpty() ? spec : spec.params(params()))
				: spec.namedParams(this.named);
	}

	JsonRpcRequest.Builder request() {
		JsonRpcRequest.Builder builder = JsonRpcRequest.of(this.method);
		return isPositional() ? builder.params(params()) : builder.namedParams(this.named);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
