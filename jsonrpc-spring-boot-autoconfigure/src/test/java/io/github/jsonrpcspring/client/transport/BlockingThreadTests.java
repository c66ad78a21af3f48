package io.github.jsonrpcspring.client.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

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

	private static final String PINNED = "jdk.VirtualThreadPinned";

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

	/**
	 * Only the first calls may pin them, while classes are initialized.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	@EnabledForJreRange(min = JRE.JAVA_25)
	void virtualThreadsAreNotPinned(String httpClient, @TempDir Path directory) throws Exception {
		try (RawHttpServer server = slowServer()) {
			JsonRpcTemplate template = template(server, httpClient);
			callOnVirtualThreads(template);
			assertThat(pinned(template, directory)).isEmpty();
		}
	}

	/**
	 * What the test above does not find would be found.
	 */
	@Test
	@EnabledForJreRange(min = JRE.JAVA_25)
	void virtualThreadThatAnInterceptorPinsIsFound(@TempDir Path directory) throws Exception {
		try (RawHttpServer server = slowServer()) {
			JsonRpcTemplate template = template(server, "http-components").mutate().interceptor((request, chain) -> {
				Initialized.touch();
				return chain.next(request);
			}).build();
			assertThat(pinned(template, directory)).anySatisfy((stack) -> assertThat(stack)
				.contains("Initialized.<clinit>", JsonRpcTemplate.class.getName() + ".request"));
		}
	}

	/**
	 * Return the reasons why virtual threads were pinned in a call, and where.
	 */
	private static List<String> pinned(JsonRpcTemplate template, Path directory) throws Exception {
		Path file = directory.resolve("pinned.jfr");
		try (Recording recording = new Recording()) {
			recording.enable(PINNED).withThreshold(Duration.ofMillis(5)).withStackTrace();
			recording.start();
			callOnVirtualThreads(template);
			recording.stop();
			recording.dump(file);
		}
		return RecordingFile.readAllEvents(file)
			.stream()
			.filter((event) -> event.getEventType().getName().equals(PINNED))
			.map(BlockingThreadTests::describe)
			.filter((text) -> text.contains("io.github.jsonrpcspring"))
			.toList();
	}

	/**
	 * Return the text of an event with all its frames, where that of its own has five.
	 */
	private static String describe(RecordedEvent event) {
		return event.getStackTrace()
			.getFrames()
			.stream()
			.map((frame) -> "\n\tat " + frame.getMethod().getType().getName() + "." + frame.getMethod().getName())
			.collect(Collectors.joining("", event.getString("pinnedReason"), "\n"));
	}

	private static void callOnVirtualThreads(JsonRpcTemplate template) throws Exception {
		ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		try {
			List<Future<Integer>> calls = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				calls.add(threads.submit(() -> template.request("get", Integer.class)));
			}
			for (Future<Integer> call : calls) {
				assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(5);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * Waits while it is initialized, below a frame of the JVM.
	 */
	private static final class Initialized {

		static {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}

		private Initialized() {
		}

		static void touch() {
		}

	}

}
