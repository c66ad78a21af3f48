package io.github.jsonrpcspring.integration;

import java.util.List;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcIdMismatchException;
import io.github.jsonrpcspring.client.JsonRpcOperations;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.integration.application.Clients;
import io.github.jsonrpcspring.integration.application.Target;
import io.github.jsonrpcspring.integration.server.RealServer;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Ids of every kind, which every server sends back as they are.
 */
@ExtendWith(RealServersExtension.class)
class IdIT {

	static Stream<Arguments> strategies() {
		return Target.all()
			.flatMap((target) -> Stream.of(Arguments.of(target, "strict", "[0-9]+"),
					Arguments.of(target, "hex", "\"[0-9a-f]+\""), Arguments.of(target, "random", "\"[0-9a-z]{8}\""),
					Arguments.of(target, "uuid", "\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"")));
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void madeIdsComeBack(Target target, String client, String pattern, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		JsonRpcTemplate template = clients.blocking(client).mutate().validation(JsonRpcValidation.STRICT).build();
		List<JsonRpcId> ids = Stream.generate(() -> call(template, clients).retrieveResponse())
			.limit(20)
			.map(JsonRpcResponse::id)
			.toList();
		assertThat(ids).doesNotHaveDuplicates().allSatisfy((id) -> assertThat(id.toTree().toString()).matches(pattern));
	}

	static Stream<Arguments> ids() {
		return Target.all()
			.flatMap((target) -> Stream
				.of(JsonRpcId.of(7), JsonRpcId.of(-7), JsonRpcId.of((1L << 53) - 1), JsonRpcId.of("job-7"),
						JsonRpcId.of("7"), JsonRpcId.of("007"), JsonRpcId.of("\u00e9 \u6f22 \ud83d\ude00 \""),
						JsonRpcId.of("x".repeat(1000)))
				.map((id) -> Arguments.of(target, id)));
	}

	@ParameterizedTest
	@MethodSource("ids")
	void explicitIdComesBack(Target target, JsonRpcId id, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		assertThat(call(clients.blocking("strict"), clients).id(id).retrieveResponse().id()).isEqualTo(id);
	}

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.application.Target#all")
	void idOfMoreThan53BitsComesBackFromServersThatKeepIt(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		JsonRpcId id = JsonRpcId.of((1L << 53) + 1);
		if (target.server() == RealServer.JSONRPC4J || target.server() == RealServer.ANVIL) {
			assertThat(call(clients.blocking("strict"), clients).id(id).retrieveResponse().id()).isEqualTo(id);
			return;
		}
		assertThat(List.of("strict", "lenient")).allSatisfy((level) -> {
			JsonRpcOperations.MethodSpec call = call(clients.blocking(level), clients).id(id);
			assertThatExceptionOfType(JsonRpcIdMismatchException.class).isThrownBy(call::retrieveResponse);
		});
		assertThat(call(clients.blocking("off"), clients).id(id).retrieveResponse().isError()).isFalse();
	}

	private static JsonRpcOperations.MethodSpec call(JsonRpcTemplate client, Clients clients) {
		return client.method(clients.server().isNode() ? "eth_chainId" : "nothing");
	}

}
