package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every claim of {@code SECURITY.md} names what holds it, and that exists.
 */
class SecurityPolicyTests {

	private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)`");

	private static final Pattern SCRIPT = Pattern.compile("`(\\.ci/\\w+)`");

	@Test
	void namedTestsExist() throws IOException {
		List<String> named = find(TEST, policy());
		assertThat(named).hasSizeGreaterThan(20);
		assertThat(testClasses()).containsAll(named);
	}

	@Test
	void namedScriptsExist() throws IOException {
		List<String> named = find(SCRIPT, policy());
		assertThat(named).isNotEmpty().allSatisfy((script) -> assertThat(ROOT.resolve(script)).isExecutable());
	}

	@Test
	void everyRowOfTheThreatModelNamesATest() throws IOException {
		List<String> rows = policy().lines()
			.dropWhile((line) -> !line.startsWith("### A hostile server"))
			.filter((line) -> line.startsWith("| ") && !line.endsWith("| tests |"))
			.toList();
		assertThat(rows).hasSizeGreaterThan(20).allSatisfy((row) -> {
			List<String> cells = List.of(row.split(" ?\\| ?", -1));
			assertThat(cells).hasSize(7);
			assertThat(cells.get(5)).matches("(`(\\w+Tests|\\.ci/\\w+)`(, )?)+");
		});
	}

	private static String policy() throws IOException {
		return Files.readString(ROOT.resolve("SECURITY.md"));
	}

	private static List<String> find(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).distinct().toList();
	}

	private static Set<String> testClasses() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith("Tests.java"))
				.map((name) -> name.replace(".java", ""))
				.collect(Collectors.toSet());
		}
	}

}
