package io.github.jsonrpcspring.integration;

import java.time.Duration;

import io.github.jsonrpcspring.client.JsonRpcOperations;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.integration.application.Clients;
import io.github.jsonrpcspring.integration.application.Connector;
import io.github.jsonrpcspring.integration.application.Relay;
import io.github.jsonrpcspring.integration.application.Target;
import io.github.jsonrpcspring.integration.server.RealServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.netty.http.HttpResources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Connections, compression and deadlines, as they are on the wire.
 */
@ExtendWith(RealServersExtension.class)
class ConnectionIT {

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.application.Target#all")
	void callsThatFollowEachOtherShareAConnection(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		JsonRpcTemplate client = clients.blocking("relayed");
		String method = clients.server().isNode() ? "eth_chainId" : "nothing";
		int before = clients.relay().connections();
		for (int i = 0; i < 100; i++) {
			client.call(method);
			awaitReturn(target.connector());
		}
		assertThat(clients.relay().connections() - before).isLessThanOrEqualTo(1);
	}

	/**
	 * Reactor Netty puts a connection back in its event loop, after the caller has its
	 * answer. The others have done so before.
	 */
	private static void awaitReturn(Connector connector) {
		if (connector == Connector.REACTOR_NETTY) {
			HttpResources.get().onClient(true).forEach((loop) -> loop.submit(() -> {
			}).syncUninterruptibly());
		}
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void answerIsCompressedWhereTheHttpClientAsksForIt(Connector connector, Applications applications)
			throws Exception {
		Clients clients = applications.clients(new Target(RealServer.JSONRPC4J, connector));
		Relay relay = clients.relay();
		relay.clear();
		String text = "abc".repeat(10_000);
		assertThat(clients.blocking("relayed").request("echo", String.class, text)).isEqualTo(text);
		if (connector != Connector.JDK) {
			assertThat(relay.requests()).containsIgnoringCase("\r\nAccept-Encoding: gzip\r\n");
			assertThat(relay.answers()).containsIgnoringCase("\r\nContent-Encoding: gzip\r\n").hasSizeLessThan(2_000);
		}
		else {
			assertThat(relay.requests()).doesNotContainIgnoringCase("Accept-Encoding");
			assertThat(relay.answers()).doesNotContainIgnoringCase("Content-Encoding").hasSizeGreaterThan(30_000);
		}
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void compressedAnswerToAWebClientOnTheJdkIsRefused(Connector connector, Applications applications)
			throws Exception {
		Clients clients = applications.clients(new Target(RealServer.JSONRPC4J, connector));
		String text = "abc".repeat(10_000);
		JsonRpcOperations.MethodSpec call = clients.blocking("relayed")
			.method("echo")
			.params(text)
			.header("Accept-Encoding", "gzip");
		if (connector != Connector.JDK) {
			assertThat(call.retrieve(String.class)).isEqualTo(text);
		}
		else {
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> call.retrieve(String.class))
				.withMessageContaining("gzip");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.InterfaceIT#services")
	void callAfterOneThatTimedOutGetsItsOwnAnswer(Target target, Applications applications) throws Exception {
		JsonRpcTemplate client = applications.clients(target).blocking();
		JsonRpcOperations.MethodSpec slow = client.method("slow").params(20_000).timeout(Duration.ofMillis(300));
		assertThatExceptionOfType(JsonRpcTimeoutException.class).isThrownBy(() -> slow.retrieve(String.class));
		assertThat(client.request("echo", String.class, "next")).isEqualTo("next");
		assertThat(client.request("slow", String.class, 1)).isEqualTo("slow");
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void callThatIsNeverAnsweredEndsWithTheDeadline(Connector connector, Applications applications) throws Exception {
		// A method of jayson that throws is never answered
		JsonRpcTemplate client = applications.clients(new Target(RealServer.JAYSON, connector)).blocking();
		JsonRpcOperations.MethodSpec call = client.method("throwing").timeout(Duration.ofMillis(300));
		assertThatExceptionOfType(JsonRpcTimeoutException.class).isThrownBy(() -> call.retrieve(String.class));
		assertThat(client.request("add", Integer.class, 2, 3)).isEqualTo(5);
	}

}
