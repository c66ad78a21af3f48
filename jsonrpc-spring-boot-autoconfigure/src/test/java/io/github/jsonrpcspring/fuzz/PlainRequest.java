package io.github.jsonrpcspring.fuzz;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import static io.github.jsonrpcspring.fuzz.PlainException.require;

/**
 * A request as JSON-RPC 2.0, section 4, and JSON-RPC 1.0, sections 1.1 and 1.3, describe
 * it.
 *
 * @param first whether it is one of version 1.0
 * @param method the method
 * @param params the parameters, {@code null} for none
 * @param id the id, {@code null} for a notification
 */
record PlainRequest(boolean first, String method, @Nullable PlainValue params, @Nullable PlainValue id) {

	static final Set<String> MEMBERS = Set.of("jsonrpc", "method", "params", "id");

	static PlainRequest read(PlainValue value) throws PlainException {
		if (!(value instanceof PlainValue.Members request)) {
			throw new PlainException("no object");
		}
		require(!request.hasDuplicateOf(MEMBERS), "a member twice");
		PlainValue jsonrpc = request.get("jsonrpc");
		boolean first = jsonrpc == null || jsonrpc.isText("1.0");
		require(first || jsonrpc.isText("2.0"), "jsonrpc is not \"2.0\"");
		if (!(request.get("method") instanceof PlainValue.Text method)) {
			throw new PlainException("the method is no string");
		}
		PlainValue params = request.get("params");
		PlainValue id = request.get("id");
		if (first) {
			require(params instanceof PlainValue.Items, "the params are no array");
			require(id != null, "no id");
			return new PlainRequest(true, method.value(), params, id.isNull() ? null : id);
		}
		require(params == null || params instanceof PlainValue.Items || params instanceof PlainValue.Members,
				"the params are neither array nor object");
		require(id == null || id.isNull() || id instanceof PlainValue.Text || id instanceof PlainValue.Numeral,
				"the id is no string, number or null");
		return new PlainRequest(false, method.value(), params, id);
	}

}
