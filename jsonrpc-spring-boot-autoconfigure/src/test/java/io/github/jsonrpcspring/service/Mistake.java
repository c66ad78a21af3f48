package io.github.jsonrpcspring.service;

import java.util.function.Consumer;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * An interface that makes one mistake, and what is said of it when it becomes a client.
 *
 * @param kind the kind of mistake as the documentation names it
 * @param creation what creates the client
 * @param message the whole message
 */
record Mistake(String kind, ThrowingCallable creation, String message) {

	static Mistake of(String kind, Class<?> type, String reason, String action) {
		return of(kind, type, (builder) -> {
		}, reason, action);
	}

	static Mistake of(String kind, Class<?> type, Consumer<JsonRpcTemplate.Builder> customizer, String reason,
			String action) {
		return of(kind, type.getName(), () -> Clients.create(StubTransport.server((request) -> null), type, customizer),
				reason, action);
	}

	static Mistake of(String kind, String typeName, ThrowingCallable creation, String reason, String action) {
		return new Mistake(kind, creation,
				"JSON-RPC client " + typeName + (reason.startsWith("method ") ? ": " : " ") + reason + ". " + action);
	}

	/** Return the kind. */
	@Override
	public String toString() {
		return this.kind;
	}

}
