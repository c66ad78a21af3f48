package io.github.jsonrpcspring.integration;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.integration.application.Clients;
import io.github.jsonrpcspring.integration.application.Counter;
import io.github.jsonrpcspring.integration.application.Target;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Notifications, as the server sees them.
 */
@ExtendWith(RealServersExtension.class)
class NotificationIT {

	static Stream<Arguments> notifications() {
		return Target.all()
			.flatMap((target) -> Arrays.stream(Style.values()).map((style) -> Arguments.of(target, style)));
	}

	@ParameterizedTest
	@MethodSource("notifications")
	void serverActsOnTheNotificationOnce(Target target, Style style, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		long before = count(clients);
		style.notification.accept(clients, clients.server().isNode() ? "evm_mine" : "touch");
		// anvil takes notifications and does nothing
		assertThat(count(clients)).isEqualTo(before + (clients.server().isNode() ? 0 : 1));
	}

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.application.Target#all")
	void serverActsOnTheSameMethodCalled(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		long before = count(clients);
		clients.blocking().call(clients.server().isNode() ? "evm_mine" : "touch");
		assertThat(count(clients)).isEqualTo(before + 1);
	}

	private static long count(Clients clients) {
		Counter counter = clients.proxy(Counter.class);
		return clients.server().isNode() ? Long.decode(counter.blockNumber()) : counter.touched();
	}

	private static JsonRpcRequest notification(String method) {
		return JsonRpcRequest.of(method).notification().build();
	}

	/**
	 * The ways to notify.
	 */
	enum Style {

		NOTIFY((clients, method) -> clients.blocking().notify(method)),

		SEND_NOTIFICATION((clients, method) -> clients.blocking().method(method).sendNotification()),

		STRICT((clients, method) -> clients.blocking("strict").notify(method)),

		OFF((clients, method) -> clients.blocking("off").notify(method)),

		SEND((clients, method) -> assertThat(clients.blocking().send(notification(method))).isNull()),

		SEND_JSON((clients,
				method) -> assertThat(clients.blocking()
					.sendJson(JsonRpcRequest.of(method)
						.notification()
						.version(clients.blocking().settings().version())
						.build()
						.toJson()))
					.isNull()),

		BATCH((clients, method) -> {
			JsonRpcTemplate client = clients.batching();
			assertThat(client.batch().notify(method).execute().responses()).isEmpty();
		}),

		SEND_BATCH((clients, method) -> assertThat(clients.batching().send(List.of(notification(method)))).isEmpty()),

		REACTIVE_NOTIFY((clients, method) -> Calls.await(clients.reactive().notify(method))),

		REACTIVE_SEND_NOTIFICATION(
				(clients, method) -> Calls.await(clients.reactive().method(method).sendNotification())),

		REACTIVE_SEND(
				(clients, method) -> assertThat(Calls.await(clients.reactive().send(notification(method)))).isNull()),

		REACTIVE_BATCH((clients,
				method) -> assertThat(
						Calls.await(clients.batching().reactive().batch().notify(method).execute()).responses())
					.isEmpty()),

		PROXY((clients, method) -> {
			Counter counter = clients.proxy(Counter.class);
			if (clients.server().isNode()) {
				counter.mine();
			}
			else {
				counter.touch();
			}
		}),

		PROXY_MONO((clients, method) -> {
			Counter counter = clients.proxy(Counter.class);
			Calls.await(clients.server().isNode() ? counter.mineLater() : counter.touchLater());
		});

		private final BiConsumer<Clients, String> notification;

		Style(BiConsumer<Clients, String> notification) {
			this.notification = notification;
		}

	}

}
