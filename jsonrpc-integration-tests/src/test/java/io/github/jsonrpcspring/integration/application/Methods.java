package io.github.jsonrpcspring.integration.application;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

import io.github.jsonrpcspring.service.JsonRpcMethod;

/**
 * The methods of the servers.
 *
 * @param <R> what every method returns
 */
public interface Methods<R> {

	R add(Object a, Object b);

	R echo(Object value);

	R decimal(BigDecimal value);

	R integer(BigInteger value);

	R find(int id, Map<String, String> filter);

	R nothing();

	@JsonRpcMethod("nothing_undefined")
	R nothingUndefined();

	R fail();

	@JsonRpcMethod("app_error")
	R appError();

	@JsonRpcMethod("string_error")
	R stringError();

	R missing(String text);

	@JsonRpcMethod("eth_chainId")
	R chainId();

	@JsonRpcMethod("eth_getBalance")
	R balance(String account, String block);

	@JsonRpcMethod("eth_getBalance")
	R balance(String account);

	@JsonRpcMethod("eth_getTransactionByHash")
	R transaction(String hash);

	@JsonRpcMethod("eth_call")
	R ethCall(Map<String, String> call, String block);

	@JsonRpcMethod("eth_getBlockByNumber")
	R block(String number, boolean full);

}
