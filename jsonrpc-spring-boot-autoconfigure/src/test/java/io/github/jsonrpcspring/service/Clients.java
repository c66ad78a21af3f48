package io.github.jsonrpcspring.service;

import java.util.function.Consumer;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.StubTransport;

/**
 * Creates clients that talk to a stub.
 */
final class Clients {

	private Clients() {
	}

	static <S> S create(StubTransport transport, Class<S> type) {
		return create(transport, type, (builder) -> {
		});
	}

	static <S> S create(StubTransport transport, Class<S> type, Consumer<JsonRpcTemplate.Builder> customizer) {
		JsonRpcTemplate.Builder builder = JsonRpcTemplate.builder(transport).name("stub");
		customizer.accept(builder);
		return JsonRpcServiceProxyFactory.builder(builder.build()).build().createClient(type);
	}

}
