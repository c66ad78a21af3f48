package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the threads on which a {@link RestClientJsonRpcTransport} waits.
 */
class BlockingThreadTests {

	private static RawHttpServer slowServer() {
		return RawHttpServer.answering((request) -> {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
			return RawAnswer.json("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":"
					+ request.text().replaceAll(".*\"id\":(\\d+).*", "$1") + "}");
		});
	}

	private static JsonRpcTemplate template(RawHttpServer server, String httpClient) {
		ClientHttpRequestFactory factory = httpClient.equals("jdk") ? DefaultRequestFactory.jdk()
				: DefaultRequestFactory.create();
		return JsonRpcTemplate.builder(RestClientJsonRpcTransport.create(RestClient.builder(), factory, server.uri()))
			.build();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void threadThatMustNotBlockDoesNot(String httpClient) {
		try (RawHttpServer server = slowServer()) {
			JsonRpcTransport transport = RestClientJsonRpcTransport.create(RestClient.builder(),
					httpClient.equals("jdk") ? DefaultRequestFactory.jdk() : DefaultRequestFactory.create(),
					server.uri());
			String thread = Mono.defer(() -> transport.exchange(TestConnector.request("{\"id\":1}")))
				.map((response) -> Thread.currentThread().getName())
				.subscribeOn(Schedulers.parallel())
				.block(Duration.ofSeconds(10));
			assertThat(thread).startsWith("boundedElastic");
		}
	}

	@Test
	void interruptOfTheClientOfTheJdkEndsTheCall() {
		try (RawHttpServer server = RawHttpServer.start((connection) -> connection.read())) {
			Thread caller = Thread.currentThread();
			Thread interrupter = new Thread(() -> {
				server.awaitRequests(1);
				caller.interrupt();
			});
			interrupter.start();
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> template(server, "jdk").call("wait"))
				.withMessageContaining("interrupted while waiting for the answer");
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	@EnabledForJreRange(min = JRE.JAVA_25)
	void virtualThreadsAreNotPinned(String httpClient, @TempDir Path directory) throws Exception {
		Path file = directory.resolve("pinned.jfr");
		try (RawHttpServer server = slowServer(); Recording recording = new Recording()) {
			JsonRpcTemplate template = template(server, httpClient);
			assertThat(template.request("first", Integer.class)).isEqualTo(5);
			recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(5)).withStackTrace();
			recording.start();
			assertThat(callOnVirtualThreads(template)).hasSize(200).containsOnly(5);
			recording.stop();
			recording.dump(file);
		}
		assertThat(pinned(file)).isEmpty();
	}

	private static List<Integer> callOnVirtualThreads(JsonRpcTemplate template) throws Exception {
		ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		try {
			List<Future<Integer>> calls = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				calls.add(threads.submit(() -> template.request("get", Integer.class)));
			}
			List<Integer> results = new ArrayList<>();
			for (Future<Integer> call : calls) {
				results.add(call.get(30, TimeUnit.SECONDS));
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static List<String> pinned(Path file) throws IOException {
		return RecordingFile.readAllEvents(file)
			.stream()
			.map(RecordedEvent::toString)
			.filter((event) -> event.contains("io.github.jsonrpcspring"))
			.toList();
	}

}
