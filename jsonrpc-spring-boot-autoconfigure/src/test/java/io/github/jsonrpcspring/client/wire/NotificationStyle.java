package io.github.jsonrpcspring.client.wire;

import io.github.jsonrpcspring.client.JsonRpcTemplate;

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

}
