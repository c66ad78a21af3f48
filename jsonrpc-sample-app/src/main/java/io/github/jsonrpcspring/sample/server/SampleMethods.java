package io.github.jsonrpcspring.sample.server;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The methods of the server: those that work, those that are meant as notifications, and
 * those that fail.
 */
final class SampleMethods {

	private static final Map<Long, String> STANDARD_ERRORS = Map.of(JsonRpcError.PARSE_ERROR, "Parse error",
			JsonRpcError.INVALID_REQUEST, "Invalid Request", JsonRpcError.METHOD_NOT_FOUND, "Method not found",
			JsonRpcError.INVALID_PARAMS, "Invalid params", JsonRpcError.INTERNAL_ERROR, "Internal error");

	private SampleMethods() {
	}

	static Map<String, RpcMethod> all() {
		Map<String, RpcMethod> methods = new HashMap<>();
		methods.put("add", SampleMethods::add);
		methods.put("subtract", SampleMethods::subtract);
		methods.put("divide", SampleMethods::divide);
		methods.put("cube", (request) -> Arguments.of(request, "number").number(0).pow(3));
		methods.put("sum", SampleMethods::sum);
		methods.put("cat", (request) -> "meow");
		methods.put("find", SampleMethods::find);
		methods.put("get_data", (request) -> List.of("hello", 5));
		methods.put("ping", (request) -> "pong");
		for (String notification : List.of("log", "update", "notify_hello", "notify_sum")) {
			methods.put(notification, (request) -> null);
		}
		methods.put("withdraw", SampleMethods::withdraw);
		methods.put("fail", SampleMethods::fail);
		methods.putAll(CatMethods.all());
		return methods;
	}

	private static BigDecimal add(JsonRpcRequest request) throws RpcFailure {
		Arguments arguments = Arguments.of(request, "a", "b");
		return arguments.number(0).add(arguments.number(1));
	}

	private static BigDecimal subtract(JsonRpcRequest request) throws RpcFailure {
		Arguments arguments = Arguments.of(request, "minuend", "subtrahend");
		return arguments.number(0).subtract(arguments.number(1));
	}

	/**
	 * Does not reckon with a division by zero, so that it breaks.
	 */
	private static BigDecimal divide(JsonRpcRequest request) throws RpcFailure {
		Arguments arguments = Arguments.of(request, "dividend", "divisor");
		return arguments.number(0).divideToIntegralValue(arguments.number(1));
	}

	private static BigDecimal sum(JsonRpcRequest request) throws RpcFailure {
		BigDecimal sum = BigDecimal.ZERO;
		for (Object value : request.positionalParams()) {
			sum = sum.add(Arguments.number(value));
		}
		return sum;
	}

	/**
	 * Takes an id and an object: {@code [42, {"name": "Foo"}]}.
	 */
	private static String find(JsonRpcRequest request) throws RpcFailure {
		List<?> params = request.positionalParams();
		if (params.size() != 2 || !(params.get(1) instanceof Map<?, ?> filter) || !filter.containsKey("name")) {
			throw RpcFailure.invalidParams("expected an id and {\"name\": …}");
		}
		return "Bar";
	}

	private static Object withdraw(JsonRpcRequest request) throws RpcFailure {
		BigDecimal amount = Arguments.of(request, "amount").number(0);
		throw new RpcFailure(-32001, "Account overdrawn",
				JsonNodeFactory.instance.objectNode().put("amount", amount).put("balance", 5));
	}

	private static Object fail(JsonRpcRequest request) throws RpcFailure {
		long code = Arguments.of(request, "code").number(0).longValue();
		throw new RpcFailure(code, STANDARD_ERRORS.getOrDefault(code, "Server error"));
	}

}
