package io.github.jsonrpcspring.sample;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.github.jsonrpcspring.sample.client.Calculator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tour with beans that are generated ahead of time, as a build does it: each of its
 * JVMs is a process of its own.
 */
class AotTests {

	private static final String CLASS_PATH = System.getProperty("java.class.path");

	@TempDir
	private static Path output;

	private static Path sources;

	private static Path resources;

	private static Path classes;

	@BeforeAll
	static void process() throws Exception {
		sources = Files.createDirectory(output.resolve("sources"));
		resources = Files.createDirectory(output.resolve("resources"));
		classes = Files.createDirectory(output.resolve("classes"));
		Ended processor = java("-cp", CLASS_PATH, SpringApplicationAotProcessor.class.getName(),
				JsonRpcSampleApplication.class.getName(), sources.toString(), resources.toString(), classes.toString(),
				"com.example", "sample");
		assertThat(processor.exitCode()).as(processor.output()).isZero();
		compile();
	}

	@Test
	void whenStartedWithGeneratedBeansThenEveryStepIsAsExpected() throws Exception {
		Ended tour = java("-Dspring.aot.enabled=true", "-cp",
				String.join(File.pathSeparator, classes.toString(), resources.toString(), CLASS_PATH),
				JsonRpcSampleApplication.class.getName());
		assertThat(tour.exitCode()).as(tour.output()).isZero();
		assertThat(tour.output().strip().lines()).last().asString().matches("All \\d+ steps had the expected outcome.");
	}

	@Test
	void whenAskedToServeWithGeneratedBeansThenItIsRefused() throws Exception {
		Ended server = java("-Dspring.aot.enabled=true", "-cp", CLASS_PATH, JsonRpcSampleApplication.class.getName(),
				"serve");
		assertThat(server.exitCode()).isNotZero();
		assertThat(server.output()).contains("serve without them");
	}

	@Test
	void whenProcessedThenClientInterfaceHasBeanDefinitionInItsPackage() {
		Path source = sources.resolve(Calculator.class.getName().replace('.', '/') + "__BeanDefinitions.java");
		assertThat(source).content().contains("createClient", "Calculator.class");
	}

	@Test
	void whenProcessedThenClientInterfaceHasHintForItsProxy() {
		Path hints = resources.resolve("META-INF/native-image/com.example/sample/reachability-metadata.json");
		assertThat(hints).content()
			.containsPattern("\"proxy\":\\s*\\[\\s*\"" + Calculator.class.getName().replace(".", "\\.") + "\"");
	}

	private static void compile() throws IOException {
		JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "runs on a JDK");
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> paths = Files.walk(sources)) {
			List<Path> units = paths.filter((path) -> path.toString().endsWith(".java")).toList();
			List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp",
					classes + File.pathSeparator + CLASS_PATH);
			DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
			Boolean compiled = compiler
				.getTask(null, files, problems, options, null, files.getJavaFileObjectsFromPaths(units))
				.call();
			assertThat(compiled).as(problems.getDiagnostics().toString()).isTrue();
		}
	}

	private static Ended java(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(List.of(arguments));
		Path log = Files.createTempFile(output, "java", ".log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			boolean ended = process.waitFor(3, TimeUnit.MINUTES);
			String text = Files.readString(log);
			assertThat(ended).as(text).isTrue();
			return new Ended(process.exitValue(), text);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private record Ended(int exitCode, String output) {
	}

}
