package io.github.jsonrpcspring.integration;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcBatch;
import io.github.jsonrpcspring.integration.application.BlockingClient;
import io.github.jsonrpcspring.integration.application.Clients;
import io.github.jsonrpcspring.integration.application.FutureClient;
import io.github.jsonrpcspring.integration.application.MonoClient;
import io.github.jsonrpcspring.integration.application.OptionalClient;
import io.github.jsonrpcspring.integration.application.ResponseClient;
import io.github.jsonrpcspring.integration.server.RealServer;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The ways to make a call.
 */
enum Style {

	REQUEST((clients, call) -> clients.blocking().request(call.method(), call.type(), call.params())),

	CALL((clients, call) -> {
		clients.blocking().call(call.method(), call.params());
		return null;
	}),

	RETRIEVE((clients, call) -> call.bind(clients.blocking().method(call.method())).retrieve(call.type())),

	RETRIEVE_STRICT(
			(clients, call) -> call.bind(clients.blocking("strict").method(call.method())).retrieve(call.type())),

	RETRIEVE_OFF((clients, call) -> call.bind(clients.blocking("off").method(call.method())).retrieve(call.type())),

	RETRIEVE_OPTIONAL(
			(clients, call) -> call.bind(clients.blocking().method(call.method())).retrieveOptional(call.type())),

	RETRIEVE_RESPONSE((clients, call) -> call.bind(clients.blocking().method(call.method())).retrieveResponse()),

	SEND((clients, call) -> clients.blocking().send(call.request().build())),

	SEND_JSON((clients, call) -> clients.blocking().sendJson(json(clients, call))),

	BATCH((clients, call) -> {
		JsonRpcBatch batch = clients.batching().batch();
		batch.add("missing", String.class);
		JsonRpcBatch.Call<?> entry = call.bind(batch.method(call.method())).add(call.type());
		batch.execute();
		return entry.get();
	}),

	REACTIVE_REQUEST((clients, call) -> clients.reactive().request(call.method(), call.type(), call.params())),

	REACTIVE_CALL((clients, call) -> clients.reactive().call(call.method(), call.params())),

	REACTIVE_RETRIEVE((clients, call) -> call.bind(clients.reactive().method(call.method())).retrieve(call.type())),

	REACTIVE_OPTIONAL(
			(clients, call) -> call.bind(clients.reactive().method(call.method())).retrieveOptional(call.type())),

	REACTIVE_RESPONSE((clients, call) -> call.bind(clients.reactive().method(call.method())).retrieveResponse()),

	REACTIVE_SEND((clients, call) -> clients.reactive().send(call.request().build())),

	REACTIVE_SEND_JSON((clients, call) -> clients.reactive().sendJson(json(clients, call))),

	REACTIVE_BATCH((clients, call) -> {
		ReactiveJsonRpcBatch batch = clients.batching().reactive().batch();
		batch.add("missing", String.class);
		ReactiveJsonRpcBatch.Call<?> entry = call.bind(batch.method(call.method())).add(call.type());
		JsonRpcBatchResult result = Calls.await(batch.execute());
		return result.get(entry);
	}),

	PROXY((clients, call) -> call.proxy().apply(clients.proxy(BlockingClient.class))),

	PROXY_MONO((clients, call) -> call.proxy().apply(clients.proxy(MonoClient.class))),

	PROXY_OPTIONAL((clients, call) -> call.proxy().apply(clients.proxy(OptionalClient.class))),

	PROXY_FUTURE((clients, call) -> call.proxy().apply(clients.proxy(FutureClient.class))),

	PROXY_RESPONSE((clients, call) -> call.proxy().apply(clients.proxy(ResponseClient.class)));

	private final Way way;

	Style(Way way) {
		this.way = way;
	}

	/**
	 * Make a call.
	 * @return the result, {@code null} when null
	 * @throws JsonRpcErrorException if the server answers with an error
	 */
	Object call(Clients clients, Call call) {
		return value(this.way.call(clients, call), clients.blocking(), call);
	}

	/**
	 * Whether the style can make the call, and accepts the answer of the server.
	 */
	boolean supports(Call call, RealServer server) {
		if (this == RETRIEVE_STRICT && server == RealServer.JAYSON_1_0
				&& call.outcomes().get(server) instanceof Outcome.Failure) {
			return false;
		}
		return call.isPositional() || !(name().contains("PROXY") || requiresResult() || dropsResult());
	}

	/**
	 * Whether a null result is an error of the style.
	 */
	boolean requiresResult() {
		return this == REQUEST || this == REACTIVE_REQUEST;
	}

	boolean dropsResult() {
		return this == CALL || this == REACTIVE_CALL;
	}

	private static Object value(Object answer, JsonRpcTemplate client, Call call) {
		if (answer instanceof Mono<?> mono) {
			return value(Calls.await(mono), client, call);
		}
		if (answer instanceof CompletableFuture<?> future) {
			return value(Calls.await(Mono.fromFuture(future)), client, call);
		}
		if (answer instanceof Optional<?> optional) {
			return value(optional.orElse(null), client, call);
		}
		if (answer instanceof JsonRpcResponse response) {
			if (response.isError()) {
				throw JsonRpcErrorException.of("client", call.method(), response.error());
			}
			return value(response.resultAs(call.type()), client, call);
		}
		if (answer instanceof JsonNode node) {
			return node.isNull() ? null : client.jsonMapper().treeToValue(node, call.type());
		}
		return answer;
	}

	private static String json(Clients clients, Call call) {
		JsonRpcVersion version = clients.blocking().settings().version();
		JsonRpcMessage message = call.request().id("json-" + call.method()).version(version).build();
		return message.toJson();
	}

	/**
	 * Makes a call, and returns what the caller gets: a value, a response, or something
	 * that will give one.
	 */
	private interface Way {

		Object call(Clients clients, Call call);

	}

}
