package io.github.jsonrpcspring.client.wire;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcNotification;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import reactor.core.publisher.Mono;

/**
 * The ways to send a notification.
 */
enum NotificationStyle {

	BLOCKING {

		@Override
		void send(JsonRpcTemplate client) {
			client.notify("log", "x");
		}

	},

	FLUENT {

		@Override
		void send(JsonRpcTemplate client) {
			client.method("log").params("x").sendNotification();
		}

	},

	REACTIVE {

		@Override
		void send(JsonRpcTemplate client) {
			Await.value(client.reactive().notify("log", "x"));
		}

	},

	PROXY {

		@Override
		void send(JsonRpcTemplate client) {
			JsonRpcServiceProxyFactory.builder(client).build().createClient(Logs.class).log("x");
		}

	},

	REACTIVE_PROXY {

		@Override
		void send(JsonRpcTemplate client) {
			Await.value(JsonRpcServiceProxyFactory.builder(client).build().createClient(Logs.class).logLater("x"));
		}

	},

	BATCH {

		@Override
		void send(JsonRpcTemplate client) {
			client.batch().notify("log", "x").notify("log", "y").execute();
		}

	},

	REACTIVE_BATCH {

		@Override
		void send(JsonRpcTemplate client) {
			Await.value(client.reactive().batch().notify("log", "x").execute());
		}

	};

	abstract void send(JsonRpcTemplate client);

	/**
	 * An interface with notifications.
	 */
	interface Logs {

		@JsonRpcNotification
		void log(String text);

		@JsonRpcNotification
		@JsonRpcMethod("log")
		Mono<Void> logLater(String text);

	}

}
