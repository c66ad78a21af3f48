package io.github.jsonrpcspring.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every mistake in an interface that is found when it becomes a client, and that the
 * documentation lists them all.
 */
class InvalidInterfaceTests {

	private static final String HEADING = "## Mistakes that are found at start";

	@ParameterizedTest
	@MethodSource("mistakes")
	void aMistakeIsReportedWithInterfaceMethodReasonAndRemedy(Mistake mistake) {
		assertThatExceptionOfType(InvalidJsonRpcClientException.class).isThrownBy(mistake.creation())
			.withMessage(mistake.message())
			.satisfies((failure) -> assertThat(failure.description() + " " + failure.action())
				.isEqualTo(failure.getMessage()));
	}

	static Stream<Mistake> mistakes() {
		return Stream
			.of(InvalidTypes.mistakes(), InvalidBindings.mistakes(), InvalidMethods.mistakes(),
					InvalidParameters.mistakes(), InvalidResults.mistakes(), InvalidErrorMappings.mistakes(),
					InvalidMappedExceptions.mistakes())
			.flatMap((mistakes) -> mistakes);
	}

	@Test
	void theDocumentationListsEveryKindOfMistake() throws IOException {
		assertThat(documented()).doesNotHaveDuplicates()
			.containsExactlyElementsOf(mistakes().map(Mistake::kind).distinct().toList());
	}

	private static List<String> documented() throws IOException {
		List<String> lines = Files
			.readAllLines(Path.of("").toAbsolutePath().getParent().resolve("docs").resolve("interfaces.md"));
		assertThat(lines).contains(HEADING);
		return lines.stream()
			.skip(lines.indexOf(HEADING) + 1L)
			.takeWhile((line) -> !line.startsWith("## "))
			.filter((line) -> line.startsWith("| "))
			.skip(1)
			.map((line) -> line.substring(2, line.indexOf(" |", 2)))
			.toList();
	}

}
