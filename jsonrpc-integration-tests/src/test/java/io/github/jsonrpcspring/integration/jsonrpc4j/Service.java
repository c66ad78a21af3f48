package io.github.jsonrpcspring.integration.jsonrpc4j;

import java.math.BigDecimal;
import java.math.BigInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.googlecode.jsonrpc4j.JsonRpcError;
import com.googlecode.jsonrpc4j.JsonRpcErrors;
import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;

/**
 * The methods that all servers but the Ethereum node have.
 */
public interface Service {

	int add(@JsonRpcParam("a") int a, @JsonRpcParam("b") int b);

	JsonNode echo(@JsonRpcParam("value") JsonNode value);

	BigDecimal decimal(@JsonRpcParam("value") BigDecimal value);

	BigInteger integer(@JsonRpcParam("value") BigInteger value);

	String find(@JsonRpcParam("id") int id, @JsonRpcParam("filter") Filter filter);

	String slow(@JsonRpcParam("millis") int millis) throws InterruptedException;

	void fail();

	@JsonRpcErrors({ @JsonRpcError(exception = ClosedException.class, code = 1001, message = "account is closed",
			data = "A-7") })
	@JsonRpcMethod("app_error")
	void appError();

	void nothing();

	int touch();

	int touched();

	record Filter(String name) {
	}

	/**
	 * The error of the application.
	 */
	final class ClosedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
