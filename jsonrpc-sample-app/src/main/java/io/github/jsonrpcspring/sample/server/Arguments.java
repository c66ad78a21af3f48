package io.github.jsonrpcspring.sample.server;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a request in the order of the method's parameters, be they positional
 * or named.
 */
final class Arguments {

	private final List<@Nullable Object> values;

	private Arguments(List<@Nullable Object> values) {
		this.values = values;
	}

	/**
	 * Read the arguments for parameters of these names.
	 */
	static Arguments of(JsonRpcRequest request, String... names) throws RpcFailure {
		List<@Nullable Object> values = new ArrayList<>(request.positionalParams());
		if (!request.namedParams().isEmpty()) {
			for (String name : names) {
				values.add(request.namedParams().get(name));
			}
		}
		if (values.size() != names.length) {
			throw RpcFailure.invalidParams("expected " + String.join(", ", names));
		}
		return new Arguments(values);
	}

	BigDecimal number(int index) throws RpcFailure {
		return number(this.values.get(index));
	}

	String text(int index) throws RpcFailure {
		if (this.values.get(index) instanceof String text) {
			return text;
		}
		throw RpcFailure.invalidParams(this.values.get(index) + " is not a text");
	}

	static BigDecimal number(@Nullable Object value) throws RpcFailure {
		if (value instanceof Number number) {
			return new BigDecimal(number.toString());
		}
		throw RpcFailure.invalidParams(((value instanceof String) ? "\"" + value + "\"" : value) + " is not a number");
	}

}
