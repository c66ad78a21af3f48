package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every Java block of the documentation compiles, every YAML block binds.
 */
class DocumentationTests {

	private static final Pattern BLOCK = Pattern.compile("^( *)```(\\w*)\\n(.*?)^ *```",
			Pattern.DOTALL | Pattern.MULTILINE);

	private static final String IMPORTS = """
			import java.math.*;
			import java.nio.charset.StandardCharsets;
			import java.time.Duration;
			import java.util.*;
			import java.util.concurrent.*;
			import java.util.stream.*;
			import io.github.jsonrpcspring.client.*;
			import io.github.jsonrpcspring.client.observation.*;
			import io.github.jsonrpcspring.client.transport.*;
			import io.github.jsonrpcspring.protocol.*;
			import io.github.jsonrpcspring.service.*;
			import io.github.jsonrpcspring.service.registry.*;
			import io.micrometer.common.KeyValues;
			import io.micrometer.core.instrument.MeterRegistry;
			import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
			import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
			import io.micrometer.observation.ObservationRegistry;
			import org.springframework.beans.factory.annotation.*;
			import org.springframework.context.annotation.*;
			import org.springframework.core.ParameterizedTypeReference;
			import org.springframework.http.*;
			import org.springframework.stereotype.*;
			import reactor.core.publisher.*;
			""";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	record Block(String file, int line, String language, String text) {

		String name() {
			return this.file + ", line " + this.line;
		}

	}

	@TestFactory
	Stream<DynamicTest> javaBlocksCompile() throws IOException {
		List<Block> blocks = blocks("java");
		assertThat(blocks).hasSizeGreaterThan(10);
		return blocks.stream().map((block) -> DynamicTest.dynamicTest(block.name(), () -> compile(block)));
	}

	@TestFactory
	Stream<DynamicTest> yamlBlocksBind() throws IOException {
		List<Block> blocks = blocks("yaml");
		assertThat(blocks).hasSizeGreaterThan(5);
		return blocks.stream().map((block) -> DynamicTest.dynamicTest(block.name(), () -> bind(block)));
	}

	private void compile(Block block) throws IOException {
		boolean type = Pattern.compile("^(class|interface|record|@)", Pattern.MULTILINE).matcher(block.text()).find();
		String source = IMPORTS + (type ? block.text()
				: "class Block { void run(JsonRpcTemplate rpc, ReactiveJsonRpcTemplate reactive) throws Exception {\n"
						+ block.text() + "}}\n");
		Path file = Files.writeString(this.directory.resolve("Block.java"), source);
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
			boolean compiled = compiler
				.getTask(messages, files, null, List.of("-proc:none", "-parameters", "-d", this.directory.toString(),
						"-cp", System.getProperty("java.class.path")), null, files.getJavaFileObjects(file))
				.call();
			assertThat(compiled).as("%s%n%s", messages, source).isTrue();
		}
		createClients();
	}

	/**
	 * Create each client interface of the block that was compiled, which checks it.
	 */
	private void createClients() throws IOException {
		JsonRpcServiceProxyFactory factory = JsonRpcServiceProxyFactory
			.builder(JsonRpcTemplate.builder("http://localhost/").build())
			.build();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.directory.toUri().toURL() },
				getClass().getClassLoader()); Stream<Path> classes = Files.list(this.directory)) {
			classes.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".class"))
				.map((name) -> ClassUtils.resolveClassName(name.replace(".class", ""), loader))
				.filter((type) -> type.isAnnotationPresent(JsonRpcClient.class))
				.forEach((type) -> assertThat(factory.createClient(type)).isInstanceOf(type));
		}
	}

	private void bind(Block block) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		new YamlPropertySourceLoader()
			.load("block", new ByteArrayResource(block.text().getBytes(StandardCharsets.UTF_8)))
			.forEach(environment.getPropertySources()::addFirst);
		environment.getPropertySources()
			.addFirst(new MapPropertySource("placeholders",
					Map.of("NODE_PASSWORD", "password", "BITCOIN_PASSWORD", "password", "ETH_KEY", "key")));
		JsonRpcProperties properties = Binder.get(environment)
			.bind("jsonrpc", Bindable.of(JsonRpcProperties.class),
					new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
			.orElseGet(JsonRpcProperties::new);
		if (block.text().contains("clients:")) {
			assertThat(properties.getClients()).isNotEmpty()
				.allSatisfy((name, client) -> assertThat(client.getUrl()).as(name).startsWith("http"));
		}
	}

	private static List<Block> blocks(String language) throws IOException {
		List<Block> blocks = new ArrayList<>();
		for (Path file : files()) {
			String text = Files.readString(file);
			Matcher matcher = BLOCK.matcher(text);
			while (matcher.find()) {
				if (matcher.group(2).equals(language)) {
					int line = (int) text.substring(0, matcher.start()).lines().count() + 1;
					blocks.add(new Block(file.getFileName().toString(), line, language,
							matcher.group(3).replaceAll("(?m)^" + matcher.group(1), "")));
				}
			}
		}
		return blocks;
	}

	private static List<Path> files() throws IOException {
		Path root = Path.of("").toAbsolutePath().getParent();
		try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
			return Stream
				.concat(Stream.of(root.resolve("README.md")),
						docs.filter((file) -> file.toString().endsWith(".md")).sorted())
				.toList();
		}
	}

}
