package io.github.jsonrpcspring.sample;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonRpcSampleApplication}: the tour as a newcomer sees it.
 */
@ExtendWith(OutputCaptureExtension.class)
class JsonRpcSampleApplicationTests {

	@Test
	void whenEveryStepIsAsExpectedThenExitCodeIsZero(CapturedOutput output) {
		assertThat(JsonRpcSampleApplication.run()).isZero();
		assertThat(output.getOut()).contains("All 43 steps had the expected outcome.")
			.doesNotContain("FAILED", "NOT OFFERED");
		assertThat(output.getErr()).isEmpty();
	}

	@Test
	void whenTourIsTakenThenItShowsTheCodeTheWireAndTheResult(CapturedOutput output) {
		JsonRpcSampleApplication.run();
		assertThat(output.getOut()).startsWith("A tour of the JSON-RPC client").containsPattern("""
				1\\. Positional parameters
				    calculator\\.add\\(2, 3\\)
				    --> \\{"jsonrpc":"2\\.0","method":"add","params":\\[2,3],"id":1}
				    <-- 200 \\{"jsonrpc":"2\\.0","result":5,"id":1} \\(\\d+ ms\\)
				    OK: 5
				""");
	}

	@Test
	void whenTourIsTakenThenNothingElseIsPrinted(CapturedOutput output) {
		JsonRpcSampleApplication.run();
		assertThat(output.getOut().lines()).allMatch((line) -> line.isEmpty() || line.startsWith("A tour of")
				|| line.startsWith("All 43 steps") || line.matches("=== .* ===|\\d+\\. .*") || line.startsWith("    "));
	}

	@Test
	void whenTourIsTakenThenThereIsNoWebServer() {
		AtomicReference<ApplicationContext> tour = new AtomicReference<>();
		SpringApplication.withHook((application) -> new SpringApplicationRunListener() {

			@Override
			public void ready(ConfigurableApplicationContext context, Duration timeTaken) {
				tour.set(context);
			}

		}, () -> JsonRpcSampleApplication.run());
		assertThat(tour.get()).isNotNull()
			.isNotInstanceOf(WebServerApplicationContext.class)
			.satisfies((context) -> assertThat(context.getBeanDefinitionNames()).contains("tour")
				.doesNotContain("traffic", "trafficJsonRpcTemplate"));
	}

	@Test
	void whenServerRefusesConnectionsThenTourEndsAndExitCodeIsNotZero(CapturedOutput output) throws Exception {
		// Bound, so that nobody else listens there, but without listening
		try (Socket bound = new Socket()) {
			bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			String url = "http://127.0.0.1:" + bound.getLocalPort() + "/";
			assertThat(JsonRpcSampleApplication.run("--jsonrpc.clients.demo.url=" + url)).isEqualTo(1);
		}
		assertThat(output.getOut()).contains("FAILED: JsonRpcTransportException: ", "cannot connect",
				"Nothing answers there, so the tour ends here.",
				"0 of 43 steps had the expected outcome, 1 failed, 42 not taken.");
		assertThat(output.getAll()).doesNotContain("\tat ");
	}

}
