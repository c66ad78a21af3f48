package io.github.jsonrpcspring.sample.server;

import java.io.IOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;

/**
 * JSON-RPC over HTTP: a message is posted, its answer has status 200, and status 204 says
 * that there is nothing to answer.
 */
final class RpcHttpHandler implements HttpHandler {

	private static final int NO_BODY = -1;

	private final RpcDispatcher dispatcher;

	RpcHttpHandler(RpcDispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (!exchange.getRequestMethod().equals("POST")) {
				exchange.getResponseHeaders().set("Allow", "POST");
				exchange.sendResponseHeaders(405, NO_BODY);
				return;
			}
			JsonRpcMessage answer = this.dispatcher.answer(exchange.getRequestBody().readAllBytes());
			if (answer == null) {
				exchange.sendResponseHeaders(204, NO_BODY);
				return;
			}
			byte[] body = JsonRpcCodec.create().write(answer);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
