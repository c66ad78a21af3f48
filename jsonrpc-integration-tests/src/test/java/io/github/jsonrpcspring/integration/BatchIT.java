package io.github.jsonrpcspring.integration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcInvalidRequestException;
import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcBatch;
import io.github.jsonrpcspring.integration.application.Clients;
import io.github.jsonrpcspring.integration.application.Connector;
import io.github.jsonrpcspring.integration.application.Target;
import io.github.jsonrpcspring.integration.server.RealServer;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Batches of many entries, of which some fail and some have no answer.
 */
@ExtendWith(RealServersExtension.class)
class BatchIT {

	private static final int SIZE = 1000;

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.application.Target#all")
	void everyEntryOfAThousandGetsItsOwnAnswer(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		check(clients, clients.batching());
	}

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.application.Target#all")
	void everyEntryOfASplitBatchGetsItsOwnAnswer(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		check(clients, clients.batching("split"));
	}

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.application.Target#all")
	void everyEntryThatIsSentSinglyGetsItsOwnAnswer(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		check(clients, clients.blocking("singly"));
	}

	private static void check(Clients clients, JsonRpcTemplate client) {
		JsonRpcBatch batch = client.batch();
		Map<JsonRpcBatchCall<Object>, Object> expected = new LinkedHashMap<>();
		IntStream.range(0, SIZE).forEach((i) -> {
			if (i % 10 == 3) {
				expected.put(batch.add("missing", Object.class, i), JsonRpcMethodNotFoundException.class);
			}
			else if (i % 10 == 7) {
				batch.notify(Entry.notification(clients));
			}
			else {
				Entry entry = Entry.of(clients, i);
				expected.put(batch.add(entry.method(), Object.class, entry.params().toArray()), entry.expected());
			}
		});
		check(batch.execute(), expected);
	}

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.application.Target#all")
	void everyEntryOfAReactiveBatchGetsItsOwnAnswer(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		ReactiveJsonRpcBatch batch = clients.batching().reactive().batch();
		Map<JsonRpcBatchCall<Object>, Object> expected = new LinkedHashMap<>();
		IntStream.range(0, SIZE).forEach((i) -> {
			Entry entry = Entry.of(clients, i);
			expected.put(batch.add(entry.method(), Object.class, entry.params().toArray()), entry.expected());
		});
		check(Calls.await(batch.execute()), expected);
	}

	private static void check(JsonRpcBatchResult result, Map<JsonRpcBatchCall<Object>, Object> expected) {
		expected.forEach((call, outcome) -> {
			if (outcome instanceof Class<?> failure) {
				assertThat(result.error(call)).isExactlyInstanceOf(failure);
			}
			else {
				assertThat(result.get(call)).isEqualTo(outcome);
			}
		});
		assertThat(result.responses()).hasSameSizeAs(expected.keySet());
	}

	@ParameterizedTest
	@MethodSource("io.github.jsonrpcspring.integration.application.Target#all")
	void answersStandInTheOrderOfTheRequests(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		List<JsonRpcRequest> requests = new ArrayList<>();
		List<Object> expected = new ArrayList<>();
		IntStream.range(0, SIZE).forEach((i) -> {
			Entry entry = Entry.of(clients, i);
			requests.add(JsonRpcRequest.of(entry.method())
				.params(entry.params().toArray())
				.id((i % 2 == 0) ? "e" + i : "" + i)
				.build());
			expected.add(entry.expected());
		});
		List<JsonRpcResponse> responses = clients.batching().send(requests);
		assertThat(responses).extracting((response) -> response.resultAs(Object.class)).isEqualTo(expected);
		assertThat(responses).extracting(JsonRpcResponse::id)
			.isEqualTo(requests.stream().map(JsonRpcRequest::id).toList());
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void serverWithoutBatchesAnswersTheWholeWithOneError(Connector connector, Applications applications)
			throws Exception {
		Clients clients = applications.clients(new Target(RealServer.JAYSON_1_0, connector));
		JsonRpcBatch batch = clients.blocking().batch();
		batch.add("add", Integer.class, 1, 2);
		batch.add("add", Integer.class, 3, 4);
		assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(batch::execute)
			.withMessageContaining("batch.enabled");
	}

	/**
	 * A call whose result tells it from the others.
	 */
	private record Entry(String method, List<Object> params, Object expected) {

		static Entry of(Clients clients, int number) {
			if (clients.server().isNode()) {
				// Code that returns the number
				Map<String, String> create = Map.of("data", "0x61%04x60005260206000f3".formatted(number));
				return new Entry("eth_call", List.of(create, "latest"), "0x%064x".formatted(number));
			}
			return new Entry("add", List.of(number, number), 2 * number);
		}

		static String notification(Clients clients) {
			return clients.server().isNode() ? "evm_mine" : "touch";
		}

	}

}
