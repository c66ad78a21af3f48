package io.github.jsonrpcspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonRpcIdGenerator}.
 */
class JsonRpcIdGeneratorTests {

	private static final int THREADS = 16;

	@Test
	void decimalCountsFromOneInNumbers() {
		JsonRpcIdGenerator ids = JsonRpcIdGenerator.decimal();
		assertThat(Stream.generate(ids::next).limit(3).map(JsonRpcId::toString)).containsExactly("1", "2", "3");
	}

	@Test
	void hexCountsFromOneInTexts() {
		JsonRpcIdGenerator ids = JsonRpcIdGenerator.hex();
		assertThat(Stream.generate(ids::next).limit(31).map(JsonRpcId::toString)).startsWith("\"1\"", "\"2\"")
			.contains("\"9\"", "\"a\"", "\"10\"")
			.endsWith("\"1f\"");
	}

	@Test
	void randomIsEightLowerCaseCharacters() {
		JsonRpcIdGenerator ids = JsonRpcIdGenerator.random();
		assertThat(Stream.generate(ids::next).limit(1000).map(JsonRpcId::toString))
			.allSatisfy((id) -> assertThat(id).matches("\"[a-z0-9]{8}\""))
			.doesNotHaveDuplicates();
	}

	@Test
	void randomUsesEveryCharacter() {
		JsonRpcIdGenerator ids = JsonRpcIdGenerator.random();
		assertThat(Stream.generate(ids::next)
			.limit(1000)
			.map(JsonRpcId::text)
			.flatMapToInt(String::chars)
			.mapToObj((character) -> (char) character)
			.distinct()).hasSize(36);
	}

	@Test
	void uuidIsOfVersionFour() {
		JsonRpcIdGenerator ids = JsonRpcIdGenerator.uuid();
		assertThat(Stream.generate(ids::next).limit(100).map(JsonRpcId::toString)).allSatisfy((id) -> assertThat(id)
			.matches("\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\""));
	}

	@Test
	void eachGeneratorHasItsOwnCounter() {
		JsonRpcIdGenerator.decimal().next();
		assertThat(JsonRpcIdGenerator.decimal().next()).isEqualTo(JsonRpcId.of(1));
	}

	@ParameterizedTest
	@MethodSource
	void idsAreUniqueUnderConcurrency(JsonRpcIdGenerator ids) throws Exception {
		assertThat(concurrently(10_000, ids::next)).hasSize(THREADS * 10_000);
	}

	static Stream<JsonRpcIdGenerator> idsAreUniqueUnderConcurrency() {
		return Stream.of(JsonRpcIdGenerator.decimal(), JsonRpcIdGenerator.hex(), JsonRpcIdGenerator.uuid());
	}

	@Test
	void idsOfATemplateAreUniqueUnderConcurrency() throws Exception {
		StubTransport server = StubTransport.server(JsonRpcRequest::method);
		JsonRpcTemplate rpc = JsonRpcTemplate.builder(server).build();
		concurrently(200, () -> rpc.request("m", String.class));
		assertThat(server.sent()).hasSize(THREADS * 200).doesNotHaveDuplicates();
	}

	private static <T> Set<T> concurrently(int times, Supplier<T> action)
			throws InterruptedException, ExecutionException {
		Set<T> results = ConcurrentHashMap.newKeySet();
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<?>> ends = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				ends.add(threads.submit(() -> {
					start.await();
					for (int n = 0; n < times; n++) {
						results.add(action.get());
					}
					return null;
				}));
			}
			start.countDown();
			for (Future<?> end : ends) {
				end.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		return results;
	}

}
