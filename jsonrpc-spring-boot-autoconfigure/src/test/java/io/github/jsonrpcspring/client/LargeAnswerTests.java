package io.github.jsonrpcspring.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.jsonrpcspring.testsupport.RawHttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer that is larger than the memory of its client.
 */
class LargeAnswerTests {

	@Test
	void anAnswerLargerThanTheHeapIsReadElementByElement() throws IOException, InterruptedException {
		try (RawHttpServer server = LargeAnswers.server()) {
			String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
			String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
			Process reader = new ProcessBuilder(java, "-Xmx64m", "-cp", path, LargeAnswers.class.getName(),
					server.uri().toString())
				.redirectErrorStream(true)
				.start();
			try {
				String printed = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				assertThat(reader.waitFor(2, TimeUnit.MINUTES)).isTrue();
				List<String> expected = Stream.of("WebClient ", "RestClient ")
					.flatMap((kind) -> Stream.of("template Flux", "template Stream", "proxy Flux", "proxy Stream")
						.map(kind::concat))
					.toList();
				assertThat(printed.lines().filter((line) -> line.endsWith("of 64 MB"))).as(printed)
					.containsExactlyElementsOf(expected.stream()
						.map((style) -> style + ": " + LargeAnswers.expected() + " of 64 MB")
						.toList());
			}
			finally {
				reader.destroyForcibly();
			}
		}
	}

}
