package io.github.jsonrpcspring.sample.tour;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcInternalErrorException;
import io.github.jsonrpcspring.client.JsonRpcInvalidParamsException;
import io.github.jsonrpcspring.client.JsonRpcInvalidRequestException;
import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.client.JsonRpcServerParseErrorException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.sample.client.Overdraft;
import tools.jackson.databind.util.RawValue;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * What can go wrong, and the exception for it.
 */
@Component
@Order(7)
class ErrorSteps implements TourPart {

	private final JsonRpcTemplate rpc;

	private final JsonRpcTemplate secured;

	ErrorSteps(JsonRpcTemplate rpc, @Qualifier("secured") JsonRpcTemplate secured) {
		this.rpc = rpc;
		this.secured = secured;
	}

	@Override
	public String title() {
		return "Errors, caught by type";
	}

	@Override
	public List<Step> steps() {
		return List.of(methodNotFound(), invalidParams(), internalError(), invalidRequest(), parseError(),
				serverError(), conversion(), httpStatus());
	}

	private Step methodNotFound() {
		return show("-32601: the server has no such method", """
				rpc.request("frobnicate", String.class)
				""").fails(JsonRpcMethodNotFoundException.class, () -> this.rpc.request("frobnicate", String.class));
	}

	private Step invalidParams() {
		return show("-32602: the method takes other parameters", """
				rpc.request("add", Integer.class, "two", 3)
				""").fails(JsonRpcInvalidParamsException.class, () -> this.rpc.request("add", Integer.class, "two", 3));
	}

	private Step internalError() {
		return show("-32603: the server broke", """
				rpc.request("divide", Integer.class, 1, 0)
				""").fails(JsonRpcInternalErrorException.class, () -> this.rpc.request("divide", Integer.class, 1, 0));
	}

	private Step invalidRequest() {
		return show("-32600: the server takes the message for no request", """
				rpc.request("fail", String.class, -32600)
				""").fails(JsonRpcInvalidRequestException.class, () -> this.rpc.request("fail", String.class, -32600));
	}

	private Step parseError() {
		return show("-32700: the server cannot read the message", """
				rpc.request("cat", String.class, new RawValue("not JSON"))
				""").fails(JsonRpcServerParseErrorException.class,
				() -> this.rpc.request("cat", String.class, new RawValue("not JSON")));
	}

	private Step serverError() {
		return show("-32000 to -32099: the server's own errors, here with data", """
				try {
					rpc.call("withdraw", 100);
				}
				catch (JsonRpcServerErrorException ex) {
					return ex.dataAs(Overdraft.class);
				}
				""").returns(new Overdraft(100, 5), () -> {
			try {
				this.rpc.call("withdraw", 100);
			}
			catch (JsonRpcServerErrorException ex) {
				return ex.dataAs(Overdraft.class);
			}
			return null;
		});
	}

	private Step conversion() {
		return show("A result that does not fit the type", """
				rpc.request("find", Integer.class, 42, Map.of("name", "Foo"))
				""").fails(JsonRpcResultConversionException.class,
				() -> this.rpc.request("find", Integer.class, 42, Map.of("name", "Foo")));
	}

	private Step httpStatus() {
		return show("An HTTP status instead of an answer", """
				try {
					secured.mutate().basicAuth("tourist", "wrong password").build().call("ping");
				}
				catch (JsonRpcTransportException ex) {
					return ex.status();
				}
				""").returns(HttpStatus.UNAUTHORIZED, () -> {
			try {
				this.secured.mutate().basicAuth("tourist", "wrong password").build().call("ping");
			}
			catch (JsonRpcTransportException ex) {
				return ex.status();
			}
			return null;
		});
	}

}
